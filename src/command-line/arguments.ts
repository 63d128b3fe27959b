import { loginVariables } from '../inputs/login.ts'
import { nearest } from '../inputs/values.ts'
import { quoted } from '../text.ts'
import { flags, ofGitHub } from './flags.ts'

export interface Arguments {
  /** as `core.getInput` */
  input: (name: string) => string
  /** what is wrong with the words themselves, a sentence each */
  problems: string[]
}

const byName = new Map(flags.map((flag) => [flag.name, flag]))

/** Reads the words of a command as inputs. The variables of Azure's SDKs count for the login that knows them. */
export function readArguments(words: string[], env: Record<string, string | undefined>): Arguments {
  const given = new Map<string, string[]>()
  const problems: string[] = []
  for (const { name, value } of wordsIn(words)) {
    const problem = problemWith(name, value)
    if (problem !== null) problems.push(problem)
    else given.set(name, [...(given.get(name) ?? []), value ?? 'true'])
  }
  for (const [name, values] of given)
    if (!byName.get(name)?.isList && new Set(values).size > 1)
      problems.push(`--${name} is given with different values: ${values.map((value) => quoted(value)).join(', ')}.`)
  const isWorkload = given.get('login')?.at(-1) === 'workload-identity'
  const variable = (name: string) => (isWorkload && loginVariables[name] ? env[loginVariables[name]] : undefined)
  const typed = (name: string) => (byName.get(name)?.isList ? given.get(name)?.join('\n') : given.get(name)?.at(-1))
  return { input: (name) => typed(name) ?? variable(name) ?? '', problems }
}

interface Word {
  /** of a flag, without its hyphens; empty where there is none */
  name: string
  value: string | undefined
}

/** `--name value`, `--name=value`, `--name`; what begins with a hyphen is a value only behind `=`. */
function wordsIn(words: string[]): Word[] {
  const found: Word[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string
    const [, name = '', value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? []
    const next = words[at + 1]
    if (!word.startsWith('-')) found.push({ name: '', value: word })
    else if (value !== undefined || !byName.get(name)?.value || next === undefined || next.startsWith('-'))
      found.push({ name, value })
    else {
      found.push({ name, value: next })
      at += 1
    }
  }
  return found
}

function problemWith(name: string, value: string | undefined): string | null {
  if (name === '') return misplaced(value ?? '')
  const flag = byName.get(name)
  if (!flag) return unknown(name)
  if (flag.value && !value) return `--${name} has no value: give it as --${name} ${flag.value}.`
  return null
}

function unknown(name: string): string {
  if (ofGitHub.includes(name)) return `--${name} is an input of the GitHub Action, and has no use on the command line.`
  const near = nearest(name, [...byName.keys()])
  return `There is no flag ${quoted(name.length === 1 ? `-${name}` : `--${name}`)}${near ? `; did you mean --${near}?` : '.'}`
}

function misplaced(word: string): string {
  return `${quoted(word)} belongs to no flag: workspaces are named by --workspaces, values with blanks in quotes.`
}
