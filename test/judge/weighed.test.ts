import { describe, expect, it } from 'vitest'
import { readBaseline } from '../../src/baseline/compare.ts'
import { type Config, noConfig } from '../../src/config/model.ts'
import { judge } from '../../src/judge/judge.ts'
import { evidenceOf, ids, policyOf } from '../checklist/builder.ts'
import { report } from '../judged.ts'

const check = 'storage/minimum-tls'
const evidence = evidenceOf({ storage: { properties: { minimumTlsVersion: 'TLS1_0' } } })
const waiver = {
  check,
  owner: 'ada',
  reason: 'x',
  expires: '2999-01-01',
  ticket: null,
  line: 1,
  lastLine: 1,
  changed: null,
}
const heavier = [{ check, severity: 'high' as const }]

/** What the same evidence weighs under another config file than that of the baseline, where it failed with `low`. */
function weighed(config: Partial<Config>, edit: (finding: Record<string, unknown>) => void = () => {}) {
  const before = report(evidence, ids.workspace, policyOf('baseline'))
  for (const finding of before.findings) edit(finding as unknown as Record<string, unknown>)
  const text = JSON.stringify({ schemaVersion: '1.0', workspaces: [before] })
  const baseline = readBaseline(text, 'base.json', new Date(evidence.collectedAt))
  const terms = { policy: policyOf('baseline'), config: { ...noConfig, ...config }, baseline }
  return judge(evidence, ids.workspace, terms).weighed.map(({ from, to, ...one }) => [one.check, from, to])
}

describe('what failed in the baseline and is as it was', () => {
  it.each<[string, Partial<Config>, unknown[][]]>([
    ['weighs the same under the same config file', {}, []],
    ['weighs more', { severity: heavier }, [[check, 'low', 'high']]],
    ['is waived', { waivers: [waiver] }, [[check, 'low', 'waived']]],
    ['is disabled', { disable: [{ check, reason: 'x' }] }, [[check, 'low', 'disabled']]],
    [
      'is disabled as one of its system',
      { disable: [{ check: 'storage/*', reason: 'x' }] },
      [[check, 'low', 'disabled']],
    ],
  ])('%s', (_name, config, expected) => {
    expect(weighed(config).filter(([id]) => id === check)).toEqual(expected)
  })

  it('is nothing that passed then, or of which the baseline does not say what it weighed', () => {
    const of = (edit: Parameters<typeof weighed>[1]) =>
      weighed({ severity: heavier }, edit).filter(([id]) => id === check)
    expect([
      of((finding) => Object.assign(finding, { status: 'pass' })),
      of((finding) => delete finding.severity),
    ]).toEqual([[], []])
  })
})
