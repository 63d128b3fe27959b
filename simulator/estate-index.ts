import type { CloudResource, Estate, EstateEntry } from './estate.ts'
import { resourceGroupOf, subscriptionOf } from './resource-id.ts'

export interface ResourceGroup {
  id: string
  name: string
  location: string
}

/** All keys in lower case. */
export interface EstateIndex {
  byId: Map<string, EstateEntry>
  byType: Map<string, EstateEntry[]>
  /** by the path of the collection, `…/workspaces/w/computes` */
  collections: Map<string, EstateEntry[]>
  /** those that hold anything, or have an entry of their own */
  resourceGroups: Map<string, ResourceGroup>
}

interface Snapshot {
  index: EstateIndex
  entries: EstateEntry[]
  ids: string[]
}

const snapshots = new WeakMap<Estate, Snapshot>()

/** Above this, only Resource Graph queries look for entries that were swapped in place; see `lookUp`. */
const thoroughUpTo = 5000

/** The index of an estate, made again when its entries changed. */
export function indexOf(estate: Estate, thorough = estate.entries.length <= thoroughUpTo): EstateIndex {
  const known = snapshots.get(estate)
  if (known && isCurrent(known, estate, thorough)) return known.index
  const entries = [...estate.entries]
  const snapshot = { index: build(entries), entries, ids: entries.map((entry) => entry.resource.id) }
  snapshots.set(estate, snapshot)
  return snapshot.index
}

/** The entry with this id, whatever its casing. */
export function lookUp(estate: Estate, id: string): EstateEntry | undefined {
  const key = id.toLowerCase()
  return indexOf(estate).byId.get(key) ?? indexOf(estate, true).byId.get(key)
}

function isCurrent(known: Snapshot, estate: Estate, thorough: boolean): boolean {
  if (known.entries.length !== estate.entries.length) return false
  if (!thorough) return true
  return estate.entries.every((entry, at) => entry === known.entries[at] && entry.resource.id === known.ids[at])
}

function build(entries: EstateEntry[]): EstateIndex {
  const index: EstateIndex = { byId: new Map(), byType: new Map(), collections: new Map(), resourceGroups: new Map() }
  for (const entry of entries) {
    const id = entry.resource.id.toLowerCase()
    index.byId.set(id, entry)
    push(index.byType, entry.resource.type.toLowerCase(), entry)
    push(index.collections, id.slice(0, id.lastIndexOf('/')), entry)
    addResourceGroup(index.resourceGroups, entry.resource)
  }
  return index
}

function addResourceGroup(groups: Map<string, ResourceGroup>, resource: CloudResource): void {
  const name = resourceGroupOf(resource.id)
  if (name === undefined) return
  const id = `/subscriptions/${subscriptionOf(resource.id)}/resourceGroups/${name}`
  const known = groups.get(id.toLowerCase())
  if (!known || known.location === '') {
    groups.set(id.toLowerCase(), { id, name, location: resource.location ?? '' })
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
