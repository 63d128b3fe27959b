// plan/ reads plans and lays them over what is live; plan-files/ finds them, and planned/ judges what comes of it.

import { type EvidenceSet, type ReadRecord, unplanned } from '../../evidence/records.ts'
import { isObject, overlap, valueAt } from '../../evidence/resource.ts'
import { idKey, parseResourceId } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import type { UnknownReason } from '../../model.ts'
import { resourceTypes } from '../../resources/index.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { casedType, secretPlaces } from '../../resources/type.ts'
import { oneLine } from '../../text.ts'
import type { Plan, PlannedChange, Setting, Source } from '../model.ts'
import { changeItem, copied, laidOver, setAt } from './body.ts'
import { agreed } from './contradictions.ts'
import { newFileService } from './file-service.ts'
import { inGroups } from './groups.ts'
import { link } from './link.ts'
import { remove } from './remove.ts'
import { linkRoles } from './roles.ts'
import { inSight } from './unseen.ts'

/** Evidence with plans laid over it. */
export interface Overlaid {
  evidence: EvidenceSet
  /** by key of the resource: what of the plans touches it */
  sources: ReadonlyMap<string, readonly Source[]>
}

/** What a plan does first, and what then: whoever is taken away goes before somebody comes in its place. */
const phases: Record<PlannedChange['change'], number> = {
  delete: 0,
  reset: 0,
  replace: 1,
  put: 1,
  merge: 1,
  unsure: 1,
  edit: 2,
}

/**
 * Lays plans over evidence. The evidence itself stays as it is, and so does everything that no plan touches.
 *
 * @param unseen null: Azure was asked for what the plans name; otherwise what the evidence does not hold may be there, and
 * this is why nobody knows it
 */
export function overlay(evidence: EvidenceSet, plans: readonly Plan[], unseen: UnknownReason | null = null): Overlaid {
  const planned: EvidenceSet = {
    ...evidence,
    workspaces: [...evidence.workspaces],
    resources: new Map(evidence.resources),
    collections: new Map(evidence.collections),
  }
  const known = agreed(plans).map((change) => (unseen === null ? change : inSight(change, evidence, unseen)))
  const changes = inGroups(known, evidence).sort(inOrder)
  const gone = changes.filter(({ change }) => change === 'delete' || change === 'replace')
  remove(planned, gone)
  for (const change of changes) apply(planned, change)
  link(planned, evidence, changes)
  linkRoles(planned, evidence, changes, plans)
  const sources = Map.groupBy(changes, ({ id }) => idKey(id))
  return { evidence: planned, sources: new Map([...sources].map(([id, all]) => [id, all.map(({ source }) => source)])) }
}

function inOrder(one: PlannedChange, other: PlannedChange): number {
  const byPhase = phases[one.change] - phases[other.change]
  if (byPhase !== 0) return byPhase
  if (one.isLast !== other.isLast) return one.isLast ? 1 : -1
  return one.source.address < other.source.address ? -1 : 1
}

function apply({ resources }: EvidenceSet, change: PlannedChange): void {
  if (change.change === 'delete') return
  const known = resources.get(idKey(change.id))
  const live = known?.state === 'read' ? known : null
  // nothing is known of what is changed in place and was not read
  if (!live && ['merge', 'edit', 'reset'].includes(change.change)) return
  // a plan that may leave it as it is tells no more of what cannot be read
  if (known?.state === 'unreadable' && (change.change === 'unsure' || change.mayBeThere)) return
  resources.set(idKey(change.id), live ? changed(live, change) : made(change))
  if (live || change.change === 'unsure' || change.isUnseen || change.type !== storageAccount.type) return
  const files = newFileService(change.id)
  resources.set(idKey(files.id), files)
}

function made(change: PlannedChange): ReadRecord {
  const { id, type } = change
  const about = resourceTypes[type]
  const name = parseResourceId(id)?.name ?? id.split('/').at(-1) ?? ''
  const body: Record<string, unknown> = { id, type: about ? casedType(about) : type, name }
  if (about?.secrets) body.secrets = []
  const record: ReadRecord = {
    state: 'read',
    id,
    source: 'resource-manager',
    apiVersion: about?.apiVersions[0] ?? null,
    body,
  }
  if (change.change === 'unsure') return { ...record, body: unsure({ ...roomsOf(type), ...body }, change, itsName) }
  return withChange(record, change, ({ value }) => copied(value))
}

/** Everything that is read of a type, without anything in it. */
function roomsOf(type: string): Record<string, unknown> {
  return Object.fromEntries((resourceTypes[type]?.keep ?? []).map((path) => [path.split('.')[0], {}]))
}

/** What was read by Resource Graph and is planned now is no longer in doubt. */
function changed(live: ReadRecord, change: PlannedChange): ReadRecord {
  const record: ReadRecord = { ...live, source: 'resource-manager', body: copied(live.body) }
  if (change.change === 'unsure') return { ...record, body: unsure(record.body, change, fixed) }
  const isUpsert = change.change === 'put'
  const named = change.settings.filter(({ isDefault }) => !isDefault)
  const settings = change.isWhole ? [...named, ...leftOutOf(record.body, named, change)] : named
  return withChange(record, { ...change, settings }, (setting) => valueOver(record.body, setting, isUpsert, change))
}

function withChange(record: ReadRecord, change: PlannedChange, valueFor: (setting: Setting) => unknown): ReadRecord {
  const { settings, items, doubt } = change
  const { body } = record
  const open = settings.find(({ path, value }) => path === secretPlaces.path && value instanceof Unknown)?.value
  for (const setting of settings)
    if (setting.value !== open || open === undefined) setAt(body, setting.path, valueFor(setting))
  for (const item of items) setAt(body, item.path, changeItem(valueAt(body, item.path), item))
  return {
    ...record,
    ...(open instanceof Unknown ? { gap: { path: secretPlaces.path, failure: unplanned(open) } } : {}),
    ...(doubt === undefined ? {} : { doubt }),
  }
}

/** What a template does not name may stay or go: Azure decides. */
function valueOver(
  body: Record<string, unknown>,
  { path, value }: Setting,
  isUpsert: boolean,
  change: PlannedChange,
): unknown {
  const there = valueAt(body, path)
  if (value === undefined && isUpsert && there !== undefined && !(there instanceof Unknown))
    return leftOut(path, change)
  return laidOver(there, copied(value), path.split('.').at(-1) ?? '')
}

function leftOut(path: string, change: PlannedChange): Unknown {
  return new Unknown(
    `${labelOf(change)} does not set \`${path}\`, which has a value in Azure: the plan does not say whether it stays.`,
  )
}

/** What Azure has and a template does not name, unless it means the same that it is not there. */
function leftOutOf(body: Record<string, unknown>, named: Setting[], change: PlannedChange): Setting[] {
  const isNamed = (path: string) => named.some((one) => !isEmpty(one.value) && overlap(one.path, path))
  return (resourceTypes[change.type]?.properties ?? []).flatMap((property) => {
    const { path, absent, kind, givenBy } = property
    const there = valueAt(body, path)
    if (there === undefined || ['object', 'container'].includes(kind) || givenBy || isNamed(path)) return []
    const isSame = absent !== undefined && String(absent).toLowerCase() === String(there).toLowerCase()
    return isSame ? [] : [{ path, value: leftOut(path, change) }]
  })
}

/** An object that is named says nothing of what is not in it. */
function isEmpty(value: unknown): boolean {
  return isObject(value) && !(value instanceof Unknown) && Object.keys(value).length === 0
}

const itsName = ['id', 'type', 'name']
const fixed = [...itsName, 'location', 'kind']

/** Anything but what a resource is may be different afterwards; of a new one no more than its name is known. */
function unsure(body: Record<string, unknown>, change: PlannedChange, left: string[]): Record<string, unknown> {
  const why = new Unknown(`The plan does not say what it makes of ${labelOf(change)}.`)
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, left.includes(name) ? value : why]))
}

function labelOf({ label, source }: PlannedChange): string {
  return label ?? oneLine(source.address, 200)
}
