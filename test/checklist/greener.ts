import { checklist } from '../../src/checklist/index.ts'
import { evaluate, type Outcome } from '../../src/evaluate.ts'
import type { EvidenceSet, UnreadableRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { defaultOptions, openWorkspace } from '../../src/evidence/workspace.ts'

const options = { ...defaultOptions, encryptionScopes: true }

/** What every check says of a workspace when all checks are on. */
export function judgedIn(evidence: EvidenceSet, workspace: string): Outcome[] {
  return evaluate(checklist, openWorkspace(evidence, workspace, 'cmk-required', options))
}

/** The same evidence, had these records and collections been forbidden; keys of both maps. */
export function without(evidence: EvidenceSet, keys: readonly string[]): EvidenceSet {
  const [resources, collections] = [new Map(evidence.resources), new Map(evidence.collections)]
  for (const key of keys) {
    const record = resources.get(key)
    if (record) resources.set(key, forbidden(record.id))
    // a list below a resource has an id of that kind; others have ids of their own
    else collections.set(key, { ...forbidden(key.startsWith('list:') ? key.slice('list:'.length) : key), ids: [] })
  }
  return { ...evidence, resources, collections }
}

function forbidden(id: string): UnreadableRecord {
  const message = `The identity of this run may not read ${id}.`
  return { state: 'unreadable', id, reason: 'forbidden', action: 'Microsoft.Test/read', scope: id, message }
}

const isOpen = ({ verdict: { status } }: Outcome) => status === 'fail' || status === 'unknown'
const subjectOf = ({ subject }: Outcome) => (subject ? idKey(subject.id) : '')
const said = ({ verdict }: Outcome) => JSON.stringify([verdict.status, 'message' in verdict ? verdict.message : ''])

/**
 * Failures and unknowns of one workspace that are gone for the wrong reason: they pass, or are not there any more while
 * nothing of the same check has become unknown. `check: was → is (subject)`
 */
export function greener(before: readonly Outcome[], after: readonly Outcome[]): string[] {
  const keyOf = (outcome: Outcome) => `${outcome.check.id} ${subjectOf(outcome)}`
  const [then, now] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one])))
  return before.filter(isOpen).flatMap((was) => {
    const is = now?.get(keyOf(was))
    if (is && isOpen(is)) return []
    const becameUnknown = after.some((one) => {
      const earlier = then?.get(keyOf(one))
      return one.check === was.check && one.verdict.status === 'unknown' && !(earlier && said(earlier) === said(one))
    })
    if (is?.verdict.status !== 'pass' && becameUnknown) return []
    return [`${was.check.id}: ${was.verdict.status} → ${is?.verdict.status ?? 'nothing'} (${subjectOf(was)})`]
  })
}
