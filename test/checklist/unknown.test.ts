import { describe, expect, it } from 'vitest'
import type { EvidenceSet, ReadRecord } from '../../src/evidence/records.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import { asText } from '../../src/said.ts'
import { type Change, evidenceOf, having, ids, together } from './builder.ts'
import { greener, judgedIn } from './greener.ts'

const everything = together(having.everything, { also: ['inContainer', 'onAks', 'containers', 'otherContainers'] })

const scenes: Record<string, Change> = {
  everything,
  'without keys': { ...having.noKeysAtAll, also: everything.also ?? [] },
  'metadata stores brought along': having.bringYourOwn,
  'a project': together(having.everything, having.project),
  'a managed HSM': having.hsm,
  'a key at an old version': having.pinnedOld,
}

const why = 'The plan does not say.'

/** A copy of a body in which the plan leaves open what stands at a path. */
function opened(body: Record<string, unknown>, path: string): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.')
  const key = Object.keys(body).find((name) => name.toLowerCase() === first.toLowerCase()) ?? first
  const inside = rest.length === 0 ? new Unknown(why) : opened((body[key] ?? {}) as typeof body, rest.join('.'))
  return { ...body, [key]: inside }
}

/** Every property that has a value, and what lies around it. */
function places({ body }: ReadRecord): string[] {
  const keep = resourceTypes[String(body.type).toLowerCase()]?.keep ?? []
  const around = keep.flatMap((path) => path.split('.').map((_, index, all) => all.slice(0, index + 1).join('.')))
  return [...new Set(around)].filter((path) => path !== 'properties' && valueAt(body, path) !== undefined)
}

/** Without its architecture nobody knows which stores a workspace has: one check says so (`workspace/cmk-architecture`). */
const saidOnce = /^Microsoft\.MachineLearningServices\/workspaces properties\.encryption: metadata\//

/** A plan cannot leave open what tells one resource from another. */
function isFixed(path: string): boolean {
  return path === 'id' || path === 'type'
}

function withOpen(evidence: EvidenceSet, key: string, record: ReadRecord, path: string): EvidenceSet {
  const changed = { ...record, body: opened(record.body, path) }
  return { ...evidence, resources: new Map([...evidence.resources, [key, changed]]) }
}

describe.each(Object.entries(scenes))('what a plan leaves open: %s', (_name, scene) => {
  const evidence = evidenceOf(scene)
  const before = judgedIn(evidence, ids.workspace)
  const read = [...evidence.resources].flatMap(([key, record]) =>
    record.state === 'read' ? places(record).map((path) => [record.body.type, path, key, record] as const) : [],
  )

  it('makes nothing greener', () => {
    const wrong = read.flatMap(([type, path, key, record]) =>
      greener(before, judgedIn(withOpen(evidence, key, record, path), ids.workspace)).map(
        (each) => `${type} ${path}: ${each}`,
      ),
    )
    expect(wrong.filter((each) => !saidOnce.test(each))).toEqual([])
  })

  it('leaves undecided what reads it', () => {
    const decided = before.flatMap((was) => {
      if (was.subject === null || !['pass', 'fail'].includes(was.verdict.status)) return []
      const { check, subject, reads } = was
      return reads.values.flatMap(({ resource: id = subject.id, path }) => {
        const record = evidence.resources.get(idKey(id))
        if (record?.state !== 'read' || isFixed(path) || valueAt(record.body, path) === undefined) return []
        const after = judgedIn(withOpen(evidence, idKey(id), record, path), ids.workspace)
        const now = after.find(
          (one) => one.check === check && one.subject && idKey(one.subject.id) === idKey(subject.id),
        )
        const isUndecided = now?.verdict.status === 'unknown' && asText(now.verdict.message).includes(why)
        return isUndecided ? [] : [`${check.id} by ${path}: ${JSON.stringify(now?.verdict)}`]
      })
    })
    expect([...new Set(decided)]).toEqual([])
  })
})
