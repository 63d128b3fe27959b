import { join, sep } from 'node:path'
import type { Glob } from '../inputs/globs.ts'
import type { Entry, Files } from '../ports.ts'

/** More than a repository has besides what its tools download into it. */
const MOST_ENTRIES = 200_000

export interface Expanded {
  /** absolute, in order; what cannot be opened is among them, so that whoever reads it says why */
  paths: string[]
  /** false: there are more files than anybody wants to look through, and these are some of them */
  isWhole: boolean
}

/**
 * The files that a pattern means. Folders that are links are not entered: the checkout is what somebody committed, and a
 * link may lead anywhere, in a circle too. As in a shell, `*` means no name that begins with a dot.
 */
export function expand({ folder, parts }: Glob, files: Pick<Files, 'list'>): Expanded {
  const first = parts.findIndex(isPattern)
  if (first < 0) return { paths: [join(folder, ...parts)], isWhole: true }
  const start = join(folder, ...parts.slice(0, first))
  const listing = files.list(start)
  if ('refusal' in listing) return { paths: [start], isWhole: true }
  return walked(start, parts.slice(first), files)
}

function isPattern(part: string): boolean {
  return /[*?]/.test(part)
}

/** A folder, and how many parts of the pattern lead to it. */
type Way = [folder: string, at: number]

const inside = (folder: string, name: string) => `${folder}${folder.endsWith(sep) ? '' : sep}${name}`

function walked(start: string, parts: string[], files: Pick<Files, 'list'>): Expanded {
  const found = new Set<string>()
  const been = new Set<string>()
  const folders = limited(files)
  const todo: Way[] = [[start, 0]]
  for (const way of todo) {
    const key = way.join(' ')
    if (been.has(key) || !folders.isWhole()) continue
    been.add(key)
    const { deeper, files } = step(way, parts, folders.entriesOf(way[0]))
    for (const one of deeper) todo.push(one)
    for (const file of files) found.add(file)
  }
  return { paths: [...found].sort(), isWhole: folders.isWhole() }
}

/** Each folder is looked at once, and no more of them than there may be entries. */
function limited({ list }: Pick<Files, 'list'>) {
  const seen = new Map<string, Entry[]>()
  let left = MOST_ENTRIES
  const entriesOf = (folder: string) => {
    const known = seen.get(folder)
    if (known) return known
    const listing = list(folder)
    const entries = 'entries' in listing ? listing.entries : []
    seen.set(folder, entries)
    left -= entries.length
    return entries
  }
  return { entriesOf, isWhole: () => left >= 0 }
}

function step([folder, at]: Way, parts: string[], entries: Entry[]): { deeper: Way[]; files: string[] } {
  const part = parts[at] ?? ''
  const folders = entries.filter(({ kind }) => kind === 'folder')
  if (part === '**') {
    const below = folders.filter(({ name }) => !name.startsWith('.'))
    return { deeper: [[folder, at + 1], ...below.map(({ name }): Way => [inside(folder, name), at])], files: [] }
  }
  if (at === parts.length - 1) {
    const files = entries.filter(({ kind, name }) => kind !== 'folder' && fits(part, name))
    return { deeper: [], files: files.map(({ name }) => inside(folder, name)) }
  }
  const below = folders.filter(({ name }) => fits(part, name))
  return { deeper: below.map(({ name }): Way => [inside(folder, name), at + 1]), files: [] }
}

/** Whether a name fits; in time that grows no faster than both are long together, whoever chose the name. */
export function fits(part: string, name: string): boolean {
  if (name.startsWith('.') && !part.startsWith('.')) return false
  let [at, star, mark] = [0, -1, 0]
  for (let index = 0; index < name.length; ) {
    if (part[at] === '*') {
      star = at
      mark = index
      at += 1
    } else if (at < part.length && (part[at] === '?' || part[at] === name[index])) {
      at += 1
      index += 1
    } else if (star >= 0) {
      at = star + 1
      mark += 1
      index = mark
    } else return false
  }
  return /^\**$/.test(part.slice(at))
}
