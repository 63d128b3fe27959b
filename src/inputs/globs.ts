import { relative, resolve, sep } from 'node:path'
import { fileInside, isInside, type Parser, Refusal } from './values.ts'

/** Files by a pattern, in one of the folders where files may be. */
export interface Glob {
  /** as it was typed */
  text: string
  /** absolute */
  folder: string
  /** below the folder, a part for each level; `**` is any number of levels */
  parts: string[]
}

const forms = 'it must be a path in which * stands for any characters, ? for one and ** for any folders'

/** A path inside the first folder (to which it may be relative) or another one, with `*`, `?` and `**` in it. */
export function globInside(...folders: [string, ...string[]]): Parser<Glob> {
  const file = fileInside(...folders)
  return (text) => {
    const path = file(text)
    const folder = resolve(folders.find((one) => isInside(relative(one, path))) ?? folders[0])
    const parts = relative(folder, path).split(sep)
    if (parts.some(isOtherwise)) throw new Refusal(forms)
    return { text, folder, parts: parts.filter((part, at) => part !== '**' || parts[at - 1] !== '**') }
  }
}

/** What other tools take for a pattern: taken for a name, it would match nothing, and nobody would know why. */
function isOtherwise(part: string, at: number, { length }: string[]): boolean {
  if (part === '**') return at === length - 1
  return part.includes('**') || /[[\]{}]|^!/.test(part)
}
