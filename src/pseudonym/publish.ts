import { idOfReader } from '../evidence/named.ts'
import type { EvidenceSet } from '../evidence/records.ts'
import type { Part, RunInfo } from '../model.ts'
import { userAssignedIdentity } from '../resources/identity.ts'
import { foreignText, TO_FILL_IN } from './foreign-text.ts'
import { knownNames, type Named } from './names.ts'
import { nakedId, pseudonym } from './pseudonym.ts'
import { remembering } from './remembering.ts'

/** Replaces names and ids in what is published. */
export type Publish = <T>(value: T) => T

/**
 * What a public place may show: names that are values replaced by pseudonyms, all other strings looked through for names,
 * ids and GUIDs. Words of messages, structure and numbers stay as they are.
 *
 * @param evidence what is live, and what is planned: either may name what the other no longer has
 * @param named names besides those of the evidence
 */
export function pseudonymous(evidence: readonly EvidenceSet[], repositoryId: string, named: Named[]): Publish {
  const names = knownNames(evidence, repositoryId, named)
  const { shown: text, address, inCommand } = foreignText(evidence, repositoryId, names)
  const aliasOf = remembering((id) => pseudonym(repositoryId, id))
  // our own words are never names, whatever resources are called
  const inSentence = (part: Part): Part => {
    if (typeof part === 'string') return part
    if (part.id === undefined) return { name: text(part.name) }
    const alias = aliasOf(part.id)
    return { name: alias, id: alias }
  }
  const parts: Record<string, (part: Part) => Part> = {
    message: inSentence,
    instruction: inSentence,
    command: (part) => (typeof part === 'string' ? inCommand(part) : TO_FILL_IN),
  }
  const ofRun = ({ tenant, identity, config, judgedFrom, ...known }: RunInfo): RunInfo => ({
    ...known,
    tenant: tenant && text(tenant),
    identity: identity && pseudonym(repositoryId, nakedId(idOfReader(identity)), userAssignedIdentity.about.prefix),
    config: config && { ...config, path: text(config.path) },
    judgedFrom: judgedFrom && { ...judgedFrom, file: text(judgedFrom.file) },
  })
  const publish = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(publish)
    if (typeof value !== 'object' || value === null) return value
    const kept = 'owner' in value ? [] : keptAsIs
    const entries = Object.entries(value).map(([key, member]) => {
      const inPart = parts[key]
      if (inPart && Array.isArray(member)) return [key, member.map(inPart)]
      if (key === 'notLookedInto' && Array.isArray(member))
        return [key, member.map((part) => ({ address: address(part.address), reason: text(part.reason) }))]
      if (key === 'run') return [key, ofRun(member)]
      // words of ours, in which a name that is a word too is none
      if (key === 'message' && typeof member === 'string') return [key, address(member)]
      if (key === 'path') return [key, String(member).replace(inBrackets, text)]
      return [key, kept.includes(key) ? member : publish(member)]
    })
    return Object.fromEntries(entries)
  }
  return publish as Publish
}

/** A path is of the API's words, but for what chooses a member of a list. */
const inBrackets = /\[[^\]]*(?:\]|$)/g

/** What the checklist or GitHub says, and no resource. */
const keptAsIs = [
  'check',
  'fingerprint',
  'status',
  'severity',
  'reason',
  'others',
  'counts',
  'tool',
  'action',
  'profile',
  'kind',
  'cmkArchitecture',
  'schemaVersion',
  'checks',
  'controls',
  'change',
  'source',
  'files',
  'conclusion',
]
