import type { EvidenceSet } from '../evidence/records.ts'
import { idKey, parseResourceId } from '../evidence/resource-id.ts'
import { vaultKey } from '../resources/key.ts'
import { anyPrefix } from '../resources/type.ts'
import { withoutEnd } from '../text.ts'
import { nakedId, pseudonym } from './pseudonym.ts'
import { remembering } from './remembering.ts'

/** Text that others wrote, or that names were put into as text: what is known to be a name in it is found. */
export interface ForeignText {
  /** with pseudonyms in place of ids and names */
  shown(text: string): string
  /** the same of the addresses in a repository, which are its own but for ids of resources */
  address(text: string): string
  /** the same of a word of a command, where a pseudonym would look as if it could be run */
  inCommand(text: string): string
}

/** What somebody who runs a command has to know himself. */
export const TO_FILL_IN = '<resource id>'

/** @param names the pseudonym of each name, in lower case */
export function foreignText(
  evidence: readonly EvidenceSet[],
  repositoryId: string,
  names: ReadonlyMap<string, string>,
): ForeignText {
  const pattern = tokens(names)
  const alias = (token: string) => {
    if (/^\/subscriptions\//i.test(token)) return pseudonymOf(token, repositoryId, evidence)
    return replaced(token, names).replace(anyId, (id) => pseudonym(repositoryId, nakedId(id), ofUnknown(id)))
  }
  return {
    shown: remembering((text) => (isId(text) ? pseudonym(repositoryId, text) : text.replace(pattern, alias))),
    address: (text) => text.replace(anyResourceId, alias).replace(anyId, alias),
    inCommand: (text) => text.replace(pattern, (token) => (alias(token) === token ? token : TO_FILL_IN)),
  }
}

/** GUIDs, and the versions of keys. */
const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi
const ofUnknown = (id: string) => (id.length === 32 ? vaultKey.about.prefix : anyPrefix)

const isId = (value: string) => parseResourceId(value) !== null && value.startsWith('/')

const word = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.-]*`

const resourceId = String.raw`/subscriptions/[^\s"'\x60<>|]+`

/** Addresses are the repository's own, but for ids of resources, which templates have in place of one. */
const anyResourceId = new RegExp(resourceId, 'gi')

/** Ids, names with characters that words do not have, and words. */
function tokens(names: ReadonlyMap<string, string>): RegExp {
  const odd = [...names.keys()].filter((name) => !new RegExp(`^${word}$`, 'u').test(name))
  const literal = odd.sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp([resourceId, ...literal, word].join('|'), 'giu')
}

/** A name at the end of a sentence takes the full stop along, and names are made of names. */
function replaced(token: string, names: ReadonlyMap<string, string>, isPart = false): string {
  for (let length = token.length; length > 0; length -= 1) {
    if (length < token.length && !/[._-]/.test(token[length] ?? '')) continue
    const found = token.slice(0, length)
    const name = isPart && !isTelling(found) ? undefined : names.get(found.toLowerCase())
    if (name) return name + replaced(token.slice(length), names, true)
  }
  const next = token.search(/[._-]/) + 1
  return next === 0 ? token : token.slice(0, next) + replaced(token.slice(next), names, true)
}

/** A name and no word: nothing else is likely to have it as a part. */
function isTelling(name: string): boolean {
  return name.length >= 6 && /[\d_-]/.test(name)
}

function pseudonymOf(id: string, repositoryId: string, evidence: readonly EvidenceSet[]): string {
  if (evidence.some(({ resources }) => resources.has(idKey(id)))) return pseudonym(repositoryId, id)
  const bare = withoutEnd(id, '.,;:)')
  return pseudonym(repositoryId, bare) + id.slice(bare.length)
}
