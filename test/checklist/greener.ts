import { checklist } from '../../src/checklist/index.ts'
import { collectionParts } from '../../src/evidence/collection-key.ts'
import type { EvidenceSet, UnreadableRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate, type Outcome } from '../../src/judge/evaluate.ts'
import { allAsked } from './builder.ts'

/** What every check says of a workspace when all checks are on. */
export function judgedIn(evidence: EvidenceSet, workspace: string): Outcome[] {
  return evaluate(checklist, openWorkspace(evidence, workspace, 'cmk-required', allAsked))
}

/** The same evidence, had these records and collections been forbidden; keys of both maps. */
export function without(evidence: EvidenceSet, keys: readonly string[]): EvidenceSet {
  const [resources, collections] = [new Map(evidence.resources), new Map(evidence.collections)]
  for (const key of keys) {
    const record = resources.get(key)
    if (record) resources.set(key, forbidden(record.id))
    // a list below a resource has an id of that kind; others have ids of their own
    else collections.set(key, { ...forbidden(listIn(key) ?? key), ids: [] })
  }
  return { ...evidence, resources, collections }
}

function listIn(key: string): string | null {
  const parts = collectionParts(key)
  return parts?.of === 'list' ? `${parts.parent}/${parts.segment}` : null
}

function forbidden(id: string): UnreadableRecord {
  const message = `The identity of this run may not read ${id}.`
  return { state: 'unreadable', id, reason: 'forbidden', action: 'Microsoft.Test/read', scope: id, message }
}

const isOpen = ({ verdict: { status } }: Outcome) => status === 'fail' || status === 'unknown'
const subjectOf = ({ subject }: Outcome) => (subject ? idKey(subject.id) : '')
const said = ({ verdict }: Outcome) => JSON.stringify([verdict.status, 'message' in verdict ? verdict.message : ''])

/** Checks whose subjects may go with what led to them, as long as another check is open and says so; and why. */
const spokenFor: { gone: RegExp; by: `${string}/${string}`; why: string }[] = [
  {
    gone: /^(key|key-vault)\//,
    by: 'key/readable',
    why: 'a key that only something unreadable names has no name: that it may exist is said once. Its vault, or one known by its host only, is known by the key.',
  },
  {
    gone: /^container-instance\/(scoring-tls|customer-managed-key)$/,
    by: 'container-instance/legacy-service',
    why: 'that web services of SDK v1 cannot be listed is said once: the service is out of support.',
  },
  {
    gone: /^storage\/encryption-at-rest$/,
    by: 'storage/exists',
    why: 'Azure Storage encrypts everything: of accounts that nobody sees there is nothing to ask.',
  },
]

/** Stores that are hidden stand under their group and are asked together: what is unknown of one already speaks for all. */
const askedTogether = /^metadata\/same-key$/

/**
 * Failures and unknowns of one workspace that are gone for the wrong reason: they pass, or are not there any more while
 * nothing of the same check has become unknown. `check: was → is (subject)`
 */
export function greener(before: readonly Outcome[], after: readonly Outcome[]): string[] {
  const keyOf = (outcome: Outcome) => `${outcome.check.id} ${subjectOf(outcome)}`
  const [then, now] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one])))
  const isNew = (one: Outcome) => {
    const earlier = then?.get(keyOf(one))
    return !(earlier && said(earlier) === said(one))
  }
  const speaks = (one: Outcome) => one.verdict.status === 'unknown' && (isNew(one) || askedTogether.test(one.check.id))
  const unknownNow = new Set(after.filter(speaks).map(({ check }) => check.id))
  const openNow = new Set(after.filter(isOpen).map(({ check }) => check.id))
  return before.filter(isOpen).flatMap((was) => {
    const { id } = was.check
    const is = now?.get(keyOf(was))
    if (is && isOpen(is)) return []
    const isSaid = unknownNow.has(id) || spokenFor.some(({ gone, by }) => gone.test(id) && openNow.has(by))
    if (is?.verdict.status !== 'pass' && isSaid) return []
    return [`${id}: ${was.verdict.status} → ${is?.verdict.status ?? 'nothing'} (${subjectOf(was)})`]
  })
}
