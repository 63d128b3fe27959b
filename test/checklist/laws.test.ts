import { describe, expect, it } from 'vitest'
import { ReadFailure } from '../../src/azure/requests/read-failure.ts'
import { cutShort, unreadable, unreadableList } from '../../src/azure/unreadable.ts'
import type { Check } from '../../src/checklist/check.ts'
import { checklist } from '../../src/checklist/index.ts'
import { listedType } from '../../src/evidence/children.ts'
import { collectionParts } from '../../src/evidence/collection-key.ts'
import type { EvidenceSet, UnreadableRecord } from '../../src/evidence/records.ts'
import { idKey, parseResourceId } from '../../src/evidence/resource-id.ts'
import type { Workspace } from '../../src/evidence/workspace/model.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate, type Judgement } from '../../src/judge/evaluate.ts'
import type { Profile, UnknownReason } from '../../src/model.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import type { ResourceType } from '../../src/resources/type.ts'
import { milder } from '../../src/severity.ts'
import { allAsked, type Change, evidenceOf, group, having, ids, type Part, together } from './builder.ts'

const everything = together(having.everything, { also: ['inContainer', 'onAks', 'containers', 'otherContainers'] })
const openProject = together(having.everything, having.project)

/** Ways on which a workspace leads to something that it does not lead to otherwise. */
const otherScenes: Record<string, Change> = {
  'metadata stores brought along': having.bringYourOwn,
  'a project': openProject,
  'a project of a hidden hub': together(openProject, { hide: { hub: 'throttled' } }),
  'a managed HSM': having.hsm,
  'a key at an old version': having.pinnedOld,
  'a set that does not rotate': together(having.everything, {
    set: { properties: { rotationToLatestKeyVersionEnabled: null } },
  }),
}

const reasons = [
  ...(['forbidden', 'not-visible', 'throttled', 'timeout', 'api-unsupported', 'invalid-response'] as const),
  ...(['truncated', 'not-observable'] as const),
] satisfies UnknownReason[]
const profiles: Profile[] = ['cmk-required', 'baseline']
const systems = [...new Set(checklist.map(({ id }) => id.split('/')[0] ?? ''))]

/** What is not a loss, and why: the only exceptions to the laws. */
const exceptions: { check: RegExp; without: RegExp; why: string }[] = [
  {
    check: /^metadata\/resource-group$/,
    without: /\/resourcegroups\/[^/]+$/,
    why: 'a group whose stores are all seen is there',
  },
  { check: /^platform\/diagnostic-data$/, without: /\/hub-fraud$/, why: 'it is attested whatever the flag of the hub' },
  {
    check: /^container-instance\//,
    without: /\/services(\/[^/]+)?$/,
    why: 'the service is out of support: that web services of SDK v1 cannot be read is said once, unless one was seen',
  },
  {
    check: /^storage\/encryption-at-rest$/,
    without: /\/datastores$/,
    why: 'Azure Storage encrypts everything: of accounts that nobody sees there is nothing to ask',
  },
]
const used = new Set<string>()

function isException(check: Check, id: string): boolean {
  const found = exceptions.find((each) => each.check.test(check.id) && each.without.test(idKey(id)))
  if (found) used.add(found.why)
  return found !== undefined
}

const options = allAsked

interface Judged {
  workspace: Workspace
  all: Judgement[]
}

function judge(checks: readonly Check[], evidence: EvidenceSet, profile: Profile): Judged {
  const workspace = openWorkspace(evidence, ids.workspace, profile, options)
  return { workspace, all: evaluate(checks, workspace).filter((each): each is Judgement => each.subject !== null) }
}

const of = ({ all }: Judged, check: Check, id: string) =>
  all.find((each) => each.check === check && idKey(each.subject.id) === idKey(id))

/** `unknown forbidden high: message (id of the record)` */
function said(one: Judgement | undefined): string {
  if (one === undefined) return 'nothing'
  const { verdict, severity, missing } = one
  if (verdict.status !== 'unknown') return verdict.status
  return `unknown ${verdict.reason} ${severity}: ${verdict.message} (${missing ? idKey(missing.id) : 'nothing is missing'})`
}

/** Undecided for the reason of the record; as grave as a failure, but medium at most where no permission would help. */
function undecided({ check }: Judgement, subject: Judgement['subject'], { workspace }: Judged, why: UnreadableRecord) {
  const { id, reason, message } = why
  const own = typeof check.severity === 'function' ? check.severity(subject, workspace) : check.severity
  const nominal = own[workspace.profile]
  const severity = ['truncated', 'not-observable'].includes(reason) ? milder(nominal, 'medium') : nominal
  return `unknown ${reason} ${severity}: ${message} (${idKey(id)})`
}

const hidden = (id: string, reason: UnknownReason) => unreadable(id, new ReadFailure(reason, 'Azure would not.'))

/** The judgements that rest on a record: on their subject, or on what they read on their way. */
const restingOn = ({ all }: Judged, id: string) =>
  all.filter(({ subject, reads }) => [subject, ...reads.records].some((each) => idKey(each.id) === id))

/** Takes every record away in turn; says which checks are not undecided for it. */
function decidedWithout(checks: Check[], scene: Change, reason: UnknownReason, profile: Profile): string[] {
  const evidence = evidenceOf(scene)
  const before = judge(checks, evidence, profile)
  return [...evidence.resources].flatMap(([key, { id, state }]) => {
    const concerned = restingOn(before, key).filter(({ check }) => !isException(check, id))
    if (state !== 'read' || concerned.length === 0 || key === idKey(ids.workspace)) return []
    const record = hidden(id, reason)
    const after = judge(checks, { ...evidence, resources: new Map([...evidence.resources, [key, record]]) }, profile)
    return concerned.flatMap((was) => {
      const now = of(after, was.check, was.subject.id)
      const expected = undecided(was, was.subject, after, record)
      return said(now) === expected ? [] : [`${was.check.id} of ${was.subject.name}: ${said(now)}, not ${expected}`]
    })
  })
}

/** A list below a resource, by its key among the collections. */
function listOf(key: string): { parent: string; segment: string } {
  const parts = collectionParts(key)
  if (parts?.of !== 'list') throw new Error(`${key} is not a list`)
  return parts
}

function hiddenList(key: string, reason: UnknownReason): UnreadableRecord {
  const { parent, segment } = listOf(key)
  const entry = resourceTypes[listedType(parent, segment)] as ResourceType
  if (reason === 'truncated') return cutShort(parent, segment, 1)
  return unreadableList(parent, segment, entry, new ReadFailure(reason, 'Azure would not.'))
}

/** Either it is not judged any more, or it is what holds the list, and is judged otherwise. */
function isMissed(was: Judgement, now: Judgement | undefined, key: string): boolean {
  return now === undefined || (said(now) !== said(was) && idKey(was.subject.id) === idKey(listOf(key).parent))
}

/** Takes every list away in turn; says which of the checks that lose a subject by it are not undecided in its place. */
function decidedWithoutList(checks: Check[], profile: Profile): string[] {
  const evidence = evidenceOf(everything)
  const before = judge(checks, evidence, profile)
  const without = (key: string, record: UnreadableRecord) =>
    judge(
      checks,
      { ...evidence, collections: new Map([...evidence.collections, [key, { ...record, ids: [] }]]) },
      profile,
    )
  const lists = [...evidence.collections.keys()].filter((key) => collectionParts(key)?.of === 'list')
  return lists.flatMap((key) => {
    const rest = without(key, hiddenList(key, 'forbidden'))
    const lost = checks.filter(
      (check) =>
        !isException(check, key) &&
        before.all.some((was) => was.check === check && isMissed(was, of(rest, check, was.subject.id), key)),
    )
    // jobs are looked at up to a limit, and their checks say so themselves; that there is no list says nothing of what it would hold
    const possible = [...reasons, 'absent' as const].filter(
      (reason) => lost.length > 0 && !(reason === 'truncated' && key.endsWith('/jobs')),
    )
    return possible.flatMap((reason) => {
      const record = hiddenList(key, reason)
      const after = without(key, record)
      return lost.flatMap((check) => {
        const now = after.all.find((each) => each.check === check && each.missing?.message === record.message)
        const expected = now ? undecided(now, now.subject, after, record) : 'undecided'
        return said(now) === expected ? [] : [`${check.id} without ${key}: ${said(now)}, not ${expected}`]
      })
    })
  })
}

/** What cannot be read is not passed: whatever a check asks, and why ever it cannot be read. */
describe.each(systems)('every check of %s/ is undecided', (system) => {
  const checks = checklist.filter(({ id }) => id.startsWith(`${system}/`))

  it.each(reasons)('without anything that it asks or reads: %s', (reason) => {
    expect(profiles.flatMap((profile) => decidedWithout(checks, everything, reason, profile))).toEqual([])
  })

  it.each(Object.entries(otherScenes))('without anything that it asks or reads: %s', (_name, scene) => {
    expect(decidedWithout(checks, scene, 'forbidden', 'cmk-required')).toEqual([])
  })

  it('without what nobody read', () => {
    const evidence = evidenceOf(everything)
    const before = judge(checks, evidence, 'cmk-required')
    const decided = before.all.flatMap(({ check, subject, verdict }) => {
      if (idKey(subject.id) === idKey(ids.workspace) || isException(check, subject.id)) return []
      const resources = new Map([...evidence.resources].filter(([key]) => key !== idKey(subject.id)))
      const now = of(judge([check], { ...evidence, resources }, 'cmk-required'), check, subject.id)
      return said(now).startsWith('unknown not-visible ')
        ? []
        : [`${check.id} of ${subject.name}: ${verdict.status}, ${said(now)}`]
    })
    expect(decided).toEqual([])
  })

  it.each(profiles)('without a list on the way to its subject, under %s', (profile) => {
    expect(decidedWithoutList(checks, profile)).toEqual([])
  })
})

it('finds something to judge for every check', () => {
  const scenes = [everything, ...Object.values(otherScenes), having.noKey]
  const asked = new Set(scenes.flatMap((scene) => judge(checklist, evidenceOf(scene), 'cmk-required').all.map(idOf)))
  // no workspace leads to files of a repository
  const ofFiles = 'secrets/repository-credentials'
  expect(checklist.map(({ id }) => id as string).filter((id) => !asked.has(id))).toEqual([ofFiles])
})

const idOf = ({ check }: Judgement): string => check.id

/** That they are gone is said once, by a check of their own; of what a compute is attached to, nothing is left to encrypt. */
const saidOnce =
  /^(keyvault\/(vaults|managedhsms)(\/keys)?|storage\/storageaccounts|containerregistry\/registries|containerservice\/managedclusters|kubernetes\/connectedclusters|databricks\/workspaces|compute\/virtualmachines|hdinsight\/clusters|cognitiveservices\/accounts)$/

function ofGone(check: Check, id: string): string {
  const type = parseResourceId(id)?.type.replace(/^microsoft\./, '') ?? ''
  if (/\/workspaces\/.|encryptionscopes$/.test(type)) return 'nothing'
  if (check.absent) return 'fail'
  return saidOnce.test(type) ? 'not-applicable' : 'unknown absent'
}

it.each(Object.entries({ everything, ...otherScenes }))('of what is gone, one check speaks: %s', (_name, scene) => {
  const evidence = evidenceOf(scene)
  const before = judge(checklist, evidence, 'cmk-required')
  const otherwise = [...evidence.resources].flatMap(([key, { id }]) => {
    const concerned = before.all.filter((was) => idKey(was.subject.id) === key && !isException(was.check, id))
    if (concerned.length === 0 || key === idKey(ids.workspace)) return []
    const resources = new Map([...evidence.resources, [key, hidden(id, 'absent')]])
    const after = judge(checklist, { ...evidence, resources }, 'cmk-required')
    return concerned.flatMap(({ check }) => {
      const [now, expected] = [said(of(after, check, id)), ofGone(check, id)]
      return now.startsWith(expected) ? [] : [`${check.id} of ${id}: ${now}, not ${expected}`]
    })
  })
  expect(otherwise).toEqual([])
})

/** What leads from one resource to another, which check says so when nobody can follow it, and what need not be named. */
const links: [from: Part, path: string[], to: Part, saidBy: string, optional?: 'optional'][] = [
  ['workspace', ['properties', 'storageAccount'], 'storage', 'storage/exists'],
  ['workspace', ['properties', 'keyVault'], 'vault', 'key-vault/exists'],
  ['workspace', ['properties', 'containerRegistry'], 'registry', 'container-registry/exists', 'optional'],
  ['workspace', ['properties', 'applicationInsights'], 'component', 'diagnostics/workspace-based', 'optional'],
  ['kubernetes', ['properties', 'resourceId'], 'aks', 'kubernetes/disk-cmk'],
  ['arcCompute', ['properties', 'resourceId'], 'arc', 'kubernetes/disk-cmk'],
  ['databricksCompute', ['properties', 'resourceId'], 'databricks', 'databricks/dbfs-cmk'],
  ['vmCompute', ['properties', 'resourceId'], 'vm', 'virtual-machine/disk-encryption'],
  ['hdinsightCompute', ['properties', 'resourceId'], 'hdinsight', 'hdinsight/disk-cmk'],
]

describe.each(links)('what %s names by %j', (from, path, to, saidBy, optional) => {
  const scene: Change = { ...having.noKeysAtAll, also: [from, to, 'extension', 'arcExtension', 'set'] }
  const judgedWith = (change: Change) => judge(checklist, evidenceOf(together(scene, change)), 'cmk-required')
  const naming = (value: unknown): Change => ({
    [from]: path.reduceRight<unknown>((inside, name) => ({ [name]: inside }), value),
  })
  const asked = judgedWith({}).all.filter(
    ({ subject, verdict }) => idKey(subject.id) === idKey(ids[to]) && verdict.status !== 'attested',
  )

  it('is asked about', () => {
    expect(asked.length).toBeGreaterThan(0)
  })

  it('is not an id: every check of it is undecided', () => {
    const after = judgedWith(naming('nowhere'))
    const decided = asked.filter(({ check }) => !said(of(after, check, 'nowhere')).startsWith('unknown not-visible '))
    expect(decided.map(({ check }) => check.id)).toEqual([])
  })

  const another = `${group}/providers/Microsoft.Web/sites/another-type`
  it.each([
    null,
    '',
    ' ',
    7,
    another,
  ])('is %j: one check says so, if it has to be there, and no other asks', (value) => {
    const after = judgedWith(naming(value))
    expect(asked.filter(({ check }) => of(after, check, ids[to])).map(({ check }) => check.id)).toEqual([])
    const open = asked.flatMap(({ check }) => {
      const now = of(after, check, ids[from])
      return now ? [`${check.id} ${now.verdict.status}`] : []
    })
    const expected = asked.map(({ check }) => `${check.id} ${check.id === saidBy ? 'unknown' : 'not-applicable'}`)
    const isNothing = value === null || String(value).trim() === ''
    expect(open).toEqual(optional && isNothing ? [] : expected)
  })
})

const ofHub = ['key', 'key-vault', 'storage', 'container-registry', 'diagnostics', 'metadata']

it.each(ofHub)('a project leaves to its hub what %s/ asks', (system) => {
  const checks = checklist.filter(({ id }) => id.startsWith(`${system}/`))
  const outcomes = evaluate(checks, openWorkspace(evidenceOf(having.project), ids.workspace, 'cmk-required', options))
  const asked = outcomes.filter(({ verdict }) => !('reason' in verdict && verdict.reason === 'inherited'))
  expect(asked.map(({ check }) => check.id)).toEqual([])
})

it('has no exception that is not needed', () => {
  expect(exceptions.map(({ why }) => why).filter((why) => !used.has(why))).toEqual([])
})
