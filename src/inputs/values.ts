import { isAbsolute, relative, resolve } from 'node:path'

/** What is wrong with one value: a phrase that says what is allowed. */
export class Refusal extends Error {}

/** Reads one value that is not empty and has no white space around it; throws `Refusal`. */
export type Parser<T> = (text: string) => T

export function matching(pattern: RegExp, allowed: string): Parser<string> {
  return (text) => {
    if (!pattern.test(text)) throw new Refusal(allowed)
    return text
  }
}

const isGuid = matching(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  'it must be a GUID such as 01234567-89ab-cdef-0123-456789abcdef',
)

/** A GUID, in lower case. */
export const guid: Parser<string> = (text) => isGuid(text).toLowerCase()

/** Letters that have to be changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1]
    for (let column = 1; column < row.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

function isNear(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= 2 && distance(one, other) <= 2
}

/** What somebody may have meant: the value that is one or two letters away. */
export function nearest<T extends string>(text: string, values: readonly T[]): T | undefined {
  const typed = text.toLowerCase()
  const near = values.filter((value) => isNear(value, typed))
  return near.sort((one, other) => distance(one, typed) - distance(other, typed))[0]
}

export function oneOf<T extends string>(...allowed: T[]): Parser<T> {
  return (text) => {
    const exact = allowed.find((value) => value === text)
    if (exact) return exact
    const near = nearest(text, allowed)
    throw new Refusal(`it must be ${anyOf(allowed)}${near ? `; did you mean ${near}?` : ''}`)
  }
}

/** `a, b or c` */
export function anyOf(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

/** The spellings that YAML 1.2 has, as in every action that uses `core.getBooleanInput`. */
export const boolean: Parser<boolean> = (text) => {
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE)$/.test(text)) return false
  throw new Refusal('it must be true or false')
}

export function wholeNumber(least: number, most: number): Parser<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most)) throw new Refusal(`it must be a whole number from ${least} to ${most}`)
    return value
  }
}

/**
 * An address of nothing but scheme, host and port; returned without the slash at its end. URLs allow hosts that no name
 * service knows, and on Windows the address ends up on a command line.
 */
export const httpsOrigin: Parser<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:' || url.href !== `${url.origin}/` || !/^[\w.:[\]-]+$/.test(url.host)) {
    throw new Refusal('it must be an address such as https://management.example.com, without user, path or query')
  }
  return url.origin
}

export const uri: Parser<string> = (text) => {
  if (/[\s\p{C}]/u.test(text) || !URL.canParse(text)) {
    throw new Refusal('it must be a URI such as api://AzureADTokenExchange')
  }
  return text
}

/** The path of a file, wherever it is; returned absolute. */
export function anyFile(folder: string): Parser<string> {
  return (text) => {
    if (isOddPath(text)) throw new Refusal('it must be the path of a file')
    return resolve(folder, text)
  }
}

/** A path inside the first folder (to which it may be relative) or another one; returned absolute. */
export function fileInside(...folders: [string, ...string[]]): Parser<string> {
  return (text) => {
    const file = resolve(folders[0], text)
    const inside = folders.some((folder) => isInside(relative(folder, file)))
    if (!inside || isOddPath(text)) {
      throw new Refusal('it must be the path of a file inside the workspace or RUNNER_TEMP')
    }
    return file
  }
}

function isOddPath(path: string): boolean {
  return /[\0\r\n]|[\\/]$/.test(path)
}

/** Whether a relative path leads below the folder that it begins in. */
export function isInside(path: string): boolean {
  return path !== '' && !/^\.\.([\\/]|$)/.test(path) && !isAbsolute(path)
}

/** The entries of a list by comma or line; empty ones and repetitions, in whatever case, are left out. */
export function entries(text: string, keyOf = (entry: string) => entry.toLowerCase()): string[] {
  const found = new Map<string, string>()
  for (const entry of text.split(/[,\r\n]/).map((part) => part.trim())) {
    const key = keyOf(entry)
    if (entry !== '' && !found.has(key)) found.set(key, entry)
  }
  return [...found.values()]
}
