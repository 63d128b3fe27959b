import { quoted } from '../text.ts'
import { entries, type Parser, Refusal } from './values.ts'

/** Everything that is wrong with the inputs, one sentence each. */
export class InputError extends Error {
  override name = 'InputError'
  readonly problems: string[]

  constructor(problems: string[], title = 'The inputs are not valid:') {
    super(`${title}\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** Reads inputs one by one and notes what is wrong with them. */
export interface Reader<Name extends string> {
  /** a sentence each */
  problems: string[]
  optional<T>(name: string, parse: Parser<T>): T | undefined
  /** an input that has a default */
  required<T>(name: Name, parse: Parser<T>): T
  /** @param keyOf what two entries that mean the same have in common; without it, their letters in whatever case */
  list<T>(name: string, parse: Parser<T>, keyOf?: (entry: string) => string): T[]
  isGiven(name: string): boolean
  /** the names of all inputs that were asked for */
  asked: ReadonlySet<string>
}

/** @param read as `core.getInput` */
export function readerOf<Name extends string>(
  read: (name: string) => string,
  defaults: Record<Name, string>,
): Reader<Name> {
  const problems: string[] = []
  const asked = new Set<string>()
  const textOf = (name: string) => {
    asked.add(name)
    return read(name).trim()
  }
  const parsed = <T>(name: string, text: string, parse: Parser<T>): T | undefined => {
    try {
      return parse(text)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(`${name} is ${quoted(text)}: ${error.message}${error.message.endsWith('?') ? '' : '.'}`)
      return undefined
    }
  }
  const optional = <T>(name: string, parse: Parser<T>) => {
    const text = textOf(name)
    return text === '' ? undefined : parsed(name, text, parse)
  }
  return {
    problems,
    optional,
    asked,
    isGiven: (name) => textOf(name) !== '',
    // a refused value becomes the default: the run stops anyway, and what depends on it can still be looked at
    required: (name, parse) => optional(name, parse) ?? parse(defaults[name]),
    list: <T>(name: string, parse: Parser<T>, keyOf?: (entry: string) => string) =>
      entries(textOf(name), keyOf).flatMap((entry) => {
        const value = parsed(`${name} entry`, entry, parse)
        return value === undefined ? [] : [value]
      }),
  }
}
