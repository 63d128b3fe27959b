import { afterEach, describe, expect, it, vi } from 'vitest'
import { checklist } from '../../src/checklist/index.ts'
import { noConfig } from '../../src/config/model.ts'
import type { EvidenceSet, UnreadableRecord } from '../../src/evidence/records.ts'
import { judgeAgain, judgeAll } from '../../src/judge/again.ts'
import { type Judged, whole } from '../../src/judge/judge.ts'
import { start } from '../../src/start.ts'
import { evidenceOf, ids, policyOf } from '../checklist/builder.ts'
import { scenes } from '../checklist/scenes.ts'
import { type World, world } from '../world.ts'

const terms = { policy: policyOf('cmk-required'), config: noConfig, baseline: null }
const hidden = (id: string): UnreadableRecord => ({
  state: 'unreadable',
  id,
  reason: 'forbidden',
  action: null,
  scope: null,
  message: 'Hidden now.',
})

describe('after a change of the evidence', () => {
  const judged = async (evidence: EvidenceSet, edit: () => void) => {
    const before = judgeAll(evidence, terms)
    const after = await judgeAgain(evidence, before, terms, async () => edit())
    return { before, after }
  }

  it.each([
    'everything',
    'everything of a project',
    'brought along',
    'access policies',
    'managed HSM',
    'services of SDK v1',
  ])('all is as if everything were judged again: %s', async (name) => {
    const evidence = evidenceOf(scenes[name])
    const before = judgeAll(evidence, terms)
    const shown = (all: Judged[]) => all.map((one) => whole(one, terms))
    const { resources, collections } = evidence
    const hide = [
      ...[...resources].map(([key, { id }]) => [resources, key, hidden(id)] as const),
      ...[...collections.keys()].map((key) => [collections, key, { ...hidden(key), ids: [] }] as const),
    ]
    for (const [records, key, record] of hide as [Map<string, object>, string, object][]) {
      const known = records.get(key) as object
      const after = await judgeAgain(evidence, before, terms, async () => void records.set(key, record))
      expect([key, shown(after)]).toEqual([key, shown(judgeAll(evidence, terms))])
      records.set(key, known)
    }
  })

  it('what has not looked at it stays as it was judged', async () => {
    const evidence = evidenceOf()
    const { before, after } = await judged(evidence, () => evidence.resources.set('/elsewhere', hidden('/elsewhere')))
    expect(after[0]).toBe(before[0])
  })

  it('what has missed it is judged again', async () => {
    const evidence = evidenceOf()
    const account = evidence.resources.get(ids.storage.toLowerCase())
    evidence.resources.delete(ids.storage.toLowerCase())
    const { before, after } = await judged(
      evidence,
      () => account && evidence.resources.set(account.id.toLowerCase(), account),
    )
    expect(before[0]?.report.counts.unknown).toBeGreaterThan(0)
    expect(after[0]?.report.counts.unknown).toBe(judgeAll(evidenceOf(), terms)[0]?.report.counts.unknown)
  })

  it('a workspace that is gone is not judged any more', async () => {
    const evidence = evidenceOf()
    const { after } = await judged(evidence, () => {
      evidence.workspaces = []
    })
    expect(after).toEqual([])
  })
})

describe('a run judges', () => {
  let made: World
  afterEach(() => {
    made.cloud.close()
    vi.restoreAllMocks()
  })

  /** How often workspaces were judged, over their number: every time, each check is asked for its subjects. */
  async function judgements(inputs: Record<string, string>): Promise<number> {
    const [first] = checklist
    const asked = first && vi.spyOn(first, 'subjects')
    made = await world({ workspaces: '', 'html-file': 'report.html', 'status-branch': 'status', ...inputs })
    await start(made.ports)
    return (asked?.mock.calls.length ?? 0) - Number(made.outputs.workspaces)
  }

  it('every workspace once where nothing is to be confirmed, for all files', async () => {
    expect(await judgements({ 'fail-on-severity': 'never' })).toBe(0)
    expect(made.files.get('/work/azureml-encryption-report.json')).toContain('"status": "pass"')
  })

  it('those once more whose evidence was confirmed, and no others', async () => {
    expect(await judgements({})).toBe(1)
    expect(made.said.join('\n')).toContain('read once more by Resource Manager: 1')
  })
})
