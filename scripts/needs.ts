import type { CloudResource, Estate } from '../simulator/estate.ts'
import { demoEstate, fixDemo } from '../simulator/estates/demo.ts'
import { oneEstate } from '../simulator/estates/one.ts'
import { rareEstate, rareTargets } from '../simulator/estates/rare.ts'
import { change } from '../simulator/templates.ts'
import { checklist } from '../src/checklist/index.ts'
import type { EvidenceSet } from '../src/evidence/records.ts'
import { idKey } from '../src/evidence/resource-id.ts'
import { openWorkspace } from '../src/evidence/workspace/open.ts'
import type { Targets } from '../src/inputs/targets.ts'
import { evaluate, type Outcome } from '../src/judge/evaluate.ts'
import { resourceTypes } from '../src/resources/index.ts'
import { closeClouds, openWorld } from '../test/azure/world.ts'
import { allAsked } from '../test/checklist/builder.ts'

/** What becomes of a run that lacks one action. */
export interface Need {
  action: string
  /** what it reads, in words */
  reads: string[]
  /** no workspace is seen at all */
  blind: boolean
  /** ids of checks that cannot be decided any more, for one resource or more */
  unknown: string[]
  /** of those, the ones whose finding does not name the action: Azure leaves things out without a word */
  unnamed: string[]
  /** ids of other checks that lose sight of a resource */
  unseen: string[]
  /** `check resource` of what is decided otherwise, for lack of somebody who would have said more */
  changed: string[]
}

/** Asked for only by runs that name management groups, and only by Resource Graph. */
const ofManagementGroups = 'Microsoft.Management/managementGroups/read'

/** Every action that a run can need. */
export const everyAction = [
  ...new Set(Object.values(resourceTypes).map(({ action }) => action)),
  ofManagementGroups,
].sort()

/** Together they have something of everything that is read, and lead the rules down every way on which they read more. */
const looks: { make: () => Estate; targets?: Partial<Targets> }[] = [
  { make: () => fixDemo(demoEstate()) },
  { make: () => withoutRotation(oneEstate()) },
  { make: () => withHsm(rareEstate()), targets: rareTargets },
]

/** Takes the actions away one by one, and sees what becomes of the checks in a simulated cloud. */
export async function needs(): Promise<Need[]> {
  const found = everyAction.map(nothingYet)
  for (const { make, targets } of looks) {
    const look = await looking(make(), targets)
    const whole = await look(everyAction)
    for (const need of found) compare(need, whole, await look(everyAction.filter((action) => action !== need.action)))
    closeClouds()
  }
  return found.map(inOrder)
}

/** What comes of the checks, by workspace, check and subject. */
type Outcomes = Map<string, Outcome>

interface Look {
  evidence: EvidenceSet
  outcomes: Outcomes
}

/** Scans an estate as often as wanted, each time with other actions on all its subscriptions. */
export async function looking(estate: Estate, targets: Partial<Targets> = {}) {
  const world = await openWorld(estate)
  return async (actions: string[]): Promise<Look> => {
    estate.identity.roles = estate.subscriptions.map(({ id }) => ({ scope: `/subscriptions/${id}`, actions }))
    const { evidence } = await world.collect(targets, { jobsPerWorkspace: 1000, encryptionScopes: true })
    return { evidence, outcomes: outcomesOf(evidence) }
  }
}

function outcomesOf(evidence: EvidenceSet): Outcomes {
  const outcomes: Outcomes = new Map()
  for (const id of evidence.workspaces) {
    const workspace = openWorkspace(evidence, id, 'cmk-required', allAsked)
    for (const outcome of evaluate(checklist, workspace)) {
      const subject = outcome.subject ? idKey(outcome.subject.id) : ''
      outcomes.set([idKey(id), outcome.check.id, subject].join('\n'), outcome)
    }
  }
  return outcomes
}

/** Adds what one estate shows of the lack of an action. */
function compare(need: Need, whole: Look, without: Look): void {
  need.blind ||= whole.evidence.workspaces.length > 0 && without.evidence.workspaces.length === 0
  for (const [key, before] of whole.outcomes) {
    const now = without.outcomes.get(key)
    const check = before.check.id
    if (!now) {
      if (before.subject) need.unseen.push(check)
    } else if (reasonOf(now) !== reasonOf(before) && now.verdict.status !== 'unknown')
      need.changed.push(`${check} ${before.verdict.status} → ${now.verdict.status}`)
  }
  for (const [key, now] of without.outcomes) {
    const before = whole.outcomes.get(key)
    if (now.verdict.status !== 'unknown' || (before && reasonOf(before) === reasonOf(now))) continue
    need.unknown.push(now.check.id)
    if (!('missing' in now && now.missing?.action === need.action)) need.unnamed.push(now.check.id)
  }
}

function reasonOf({ verdict }: Outcome): string {
  return `${verdict.status} ${'reason' in verdict ? verdict.reason : ''}`
}

function nothingYet(action: string): Need {
  const reads = Object.values(resourceTypes).flatMap((entry) => (entry.action === action ? [entry.label] : []))
  const what = action === ofManagementGroups ? ['management group'] : reads
  return { action, reads: what, blind: false, unknown: [], unnamed: [], unseen: [], changed: [] }
}

/** Every check once, in the order of the checklist. */
function inOrder(need: Need): Need {
  const only = (some: string[]) => checklist.map(({ id }) => id).filter((id) => some.includes(id))
  const unseen = only(need.unseen).filter((id) => !need.unknown.includes(id))
  return {
    ...need,
    unknown: only(need.unknown),
    unnamed: only(need.unnamed),
    unseen,
    changed: [...new Set(need.changed)].sort(),
  }
}

/** A disk encryption set that does not say whether it follows its key: the key is looked at as well. */
function withoutRotation(estate: Estate): Estate {
  change(resourceLike(estate, /\/diskEncryptionSets\//), { properties: { rotationToLatestKeyVersionEnabled: null } })
  return estate
}

/** A workspace whose own key is in a managed HSM. */
function withHsm(estate: Estate): Estate {
  const hsm = resourceLike(estate, /\/managedHSMs\/[^/]+$/)
  const { properties } = resourceLike(estate, /\/managedHSMs\/[^/]+\/keys\/[^/]+$/)
  const { keyUriWithVersion } = properties as { keyUriWithVersion: string }
  const keyVaultProperties = { keyVaultArmId: hsm.id, keyIdentifier: keyUriWithVersion }
  change(resourceLike(estate, /\/mlw-orphan$/), { properties: { encryption: { keyVaultProperties } } })
  return estate
}

function resourceLike({ entries }: Estate, id: RegExp): CloudResource {
  const found = entries.find(({ resource }) => id.test(resource.id))
  if (!found) throw new Error(`no resource like ${id}`)
  return found.resource
}
