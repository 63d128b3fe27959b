import { afterAll, describe, expect, it } from 'vitest'
import { noConfig } from '../../src/config/model.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { judgeAll } from '../../src/judge/again.ts'
import type { Finding, Profile } from '../../src/model.ts'
import type { Plan } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { readPlan } from '../../src/plan/read.ts'
import { type Difference, differences } from '../../src/planned/difference.ts'
import { judgePlanned } from '../../src/planned/judge.ts'
import { checksOfFirstVersion } from '../../src/upgrade/first-version.ts'
import { closeClouds } from '../azure/world.ts'
import { policyOf } from '../checklist/builder.ts'
import { report } from '../judged.ts'
import { options } from './builder.ts'
import { collected, fixture } from './estates.ts'

/**
 * By fixture: what the plan changes under `baseline`, counted by hand from the estates before and after; and the checks
 * that may be undecided although the estate afterwards is decided, because no plan can know.
 */
const fixtures: [name: string, file: string, changes: string, mayBeUnknown: RegExp][] = [
  ['tf-new', 'plan.json', 'introduces 1 medium, 4 low, 2 info; undecided 1 info', /^$/],
  ['tf-modify', 'plan.json', 'introduces 2 low; fixes 1 high, 4 low; leaves 4 low, 6 info', /^$/],
  ['tf-delete', 'plan.json', 'introduces 1 high, 1 info; gone 1 medium, 3 low, 4 info; leaves 5 low, 3 info', /^$/],
  [
    'tf-replace',
    'plan.json',
    'introduces 1 low, 3 info; fixes 1 low, 3 info; leaves 5 low, 3 info; undecided 1 medium, 1 low, 2 info',
    /^$/,
  ],
  ['tf-modules', 'plan.json', 'introduces 10 low, 10 info; undecided 1 info', /^diagnostics\//],
  ['tf-existing', 'plan.json', 'introduces 1 high, 1 medium, 2 low, 2 info; leaves 5 low, 4 info', /^$/],
  [
    'tf-compute',
    'plan.json',
    'introduces 1 high, 2 low, 2 info; fixes 2 info; leaves 5 low, 6 info; undecided 1 low, 1 info',
    /^(diagnostics\/\S+|kubernetes\/version) /,
  ],
  ['tf-azapi', 'plan.json', 'introduces 1 medium, 5 low, 4 info; undecided 1 high, 1 info', /^diagnostics\//],
  ['tf-access', 'plan.json', 'introduces 1 medium, 6 low, 3 info; undecided 2 low, 1 info', /^diagnostics\//],
  ['whatif-group', 'whatif.json', 'introduces 2 low; fixes 1 high, 4 low; leaves 4 low, 6 info', /^$/],
  // access waits for a role whose id is an expression; the managed group and its stores come with the workspace
  [
    'whatif-subscription',
    'whatif.json',
    'introduces 5 low, 4 info; undecided 1 info',
    /^(key-vault\/(cmk|workspace)-access|workspace\/cmk-architecture|metadata\/\S+) | metaroute$| Microsoft\.(DocumentDB|Search)$/,
  ],
  // a component that nobody can name may lead to a key
  ['bicep-snapshot', 'main.snapshot.json', 'introduces 7 low, 4 info', /^(diagnostics\/|key\/readable mlw-depot)/],
]

const profiles: Profile[] = ['baseline', 'cmk-required']

function readFixture(name: string, file: string): Plan {
  return readPlan(fixture(name, file), file, options)
}

function findingsOf(evidence: EvidenceSet, profile: Profile): Finding[] {
  return evidence.workspaces.flatMap((id) => report(evidence, id, policyOf(profile)).findings)
}

/** `introduces 2 low; fixes 1 high, 4 low`, of the checks that there were when it was counted */
function counted(differing: Difference[]): string {
  const all = differing.filter(({ finding }) => checksOfFirstVersion.includes(finding.check))
  const of = (change: string, severity: string) =>
    all.filter((one) => one.change === change && one.finding.severity === severity).length
  const parts = ['introduces', 'fixes', 'gone', 'leaves', 'undecided'].flatMap((change) => {
    const counts = ['high', 'medium', 'low', 'info'].flatMap((severity) => {
      const count = of(change, severity)
      return count === 0 ? [] : [`${count} ${severity}`]
    })
    return counts.length === 0 ? [] : [`${change} ${counts.join(', ')}`]
  })
  return parts.join('; ')
}

const said = (finding: Finding | undefined) =>
  finding === undefined
    ? 'nothing'
    : [finding.check, finding.resource.split('/').at(-1), finding.status, finding.severity, finding.reason].join(' ')

/** `storage/exists stchurn` */
const named = ({ check, resource }: Finding) => `${check} ${resource.split('/').at(-1)}`

const byFingerprint = (findings: Finding[]) => new Map(findings.map((finding) => [finding.fingerprint, finding]))

/** What is said of the plan and of the estate after it, where the two differ. */
function compared(planned: Finding[], after: Finding[]) {
  const [is, was] = [byFingerprint(planned), byFingerprint(after)]
  const keys = [...new Set([...is.keys(), ...was.keys()])]
  const differing = keys.filter((key) => said(is.get(key)) !== said(was.get(key)))
  const open = differing.filter((key) => is.get(key)?.status === 'unknown')
  const inWords = (key: string) => `${said(is.get(key))}; afterwards: ${said(was.get(key))}`
  const told = (key: string) => ({ what: named((is.get(key) ?? was.get(key)) as Finding), words: inWords(key) })
  // what nobody knows of is not found
  const hidden = differing.filter((key) => !is.has(key))
  return {
    count: keys.length,
    unknown: [...open, ...hidden].map(told),
    different: differing.filter((key) => is.has(key) && !open.includes(key)).map(inWords),
  }
}

const inShort = ({ change, finding, live }: Difference) => [change, said(finding), live?.status].join(' ')

const table: string[] = []

afterAll(() => {
  closeClouds()
  console.log(['fixture, profile: findings, equal, unknown, different', ...table].join('\n'))
})

describe.each(fixtures)('%s', (name, file, changes, mayBeUnknown) => {
  it('says of the plan what a run says after it was applied', async () => {
    const plan = readFixture(name, file)
    const before = await collected(name, 'before', [plan])
    const planned = overlay(before, [plan]).evidence
    const after = await collected(name, 'after')
    for (const profile of profiles) {
      const foreseen = findingsOf(planned, profile)
      const { count, unknown, different } = compared(foreseen, findingsOf(after, profile))
      const equal = count - unknown.length - different.length
      table.push(`${name}, ${profile}: ${count}, ${equal}, ${unknown.length}, ${different.length}`)
      expect(different).toEqual([])
      expect(unknown.filter(({ what }) => !mayBeUnknown.test(what)).map(({ words }) => words)).toEqual([])
    }
    const known = (each: Difference) => !mayBeUnknown.test(named(each.finding))
    const wanted = differences(findingsOf(before, 'baseline'), findingsOf(after, 'baseline'))
    expect(counted(wanted)).toBe(changes)
    const terms = { policy: policyOf('baseline'), config: noConfig, baseline: null }
    const { findings } = judgePlanned(before, judgeAll(before, terms), overlay(before, [plan]), terms)
    expect(counted(findings.filter(known))).toBe(counted(wanted.filter(known)))
    expect(findings.map(inShort)).toEqual(
      differences(findingsOf(before, 'baseline'), findingsOf(planned, 'baseline')).map(inShort),
    )
    const isNew = ({ change }: Difference) => change === 'introduces' || change === 'gone'
    expect(findings.filter((one) => isNew(one) && one.sources.length === 0).map(inShort)).toEqual([])
  })
})
