import { idKey, parentId, parseResourceId } from '../../evidence/resource-id.ts'
import type { Coverage, Missing } from '../../model.ts'
import type { Item } from '../items.ts'

/** Resources that could not be read, for the same reason. */
export interface Unreadable {
  resources: string[]
  /** permissions that the identity lacks */
  actions: Set<string>
  /** where a role would grant them */
  scopes: Set<string>
  /** what findings say that are open because of it */
  causes: Set<string>
  /** what there is to say where a permission would not help */
  messages: Set<string>
  /** ids of workspaces */
  usedBy: Set<string>
  /** what is open because of it */
  items: Item[]
}

/** By the form under which ids compare. */
export function unreadables({ missing }: Coverage): Map<string, Unreadable> {
  const found = new Map<string, Unreadable>()
  for (const one of missing) {
    const key = idKey(one.resource)
    const known = found.get(key) ?? nothing(one.resource)
    found.set(key, known)
    add(known, one)
  }
  return found
}

function nothing(resource: string): Unreadable {
  return {
    resources: [resource],
    actions: new Set(),
    scopes: new Set(),
    causes: new Set(),
    messages: new Set(),
    usedBy: new Set(),
    items: [],
  }
}

function add(known: Unreadable, { action, scope, message, usedBy }: Missing) {
  known.causes.add(message)
  if (action === null) known.messages.add(message)
  else known.actions.add(action)
  if (action !== null && scope !== null) known.scopes.add(scope)
  for (const id of usedBy) known.usedBy.add(id)
}

/** Puts together what is of one kind and lacks the same permissions, and lists of one resource whatever they lack. */
export function alike(all: Unreadable[]): Unreadable[] {
  const found = new Map<string, Unreadable>()
  for (const one of all) {
    const [id = ''] = one.resources
    const type = parseResourceId(id)?.type
    const isList = type === undefined && parseResourceId(parentOfList(id)) !== null
    const key = isList ? parentOfList(idKey(id)) : JSON.stringify([type, [...one.actions].sort(), [...one.messages]])
    const known = found.get(key)
    if (known) join(known, one)
    else found.set(key, one)
  }
  return [...found.values()]
}

function parentOfList(id: string): string {
  return id.slice(0, id.lastIndexOf('/'))
}

function join(known: Unreadable, { resources, actions, messages, items, scopes, usedBy }: Unreadable) {
  for (const action of actions) known.actions.add(action)
  for (const message of messages) known.messages.add(message)
  for (const resource of resources) known.resources.push(resource)
  for (const item of items) known.items.push(item)
  for (const scope of scopes) known.scopes.add(scope)
  for (const id of usedBy) known.usedBy.add(id)
}

/**
 * Gives each item to what could not be read: its resource, what holds that, or what its message speaks of. Returns those
 * that belong to none.
 */
export function attach(items: Item[], found: Map<string, Unreadable>): Item[] {
  const byCause = new Map([...found.values()].flatMap((one) => [...one.causes].map((cause) => [cause, one] as const)))
  return items.filter((item) => {
    let id = idKey(item.resource)
    while (id.length > 1 && !found.has(id)) id = parentId(id)
    const cause = found.get(id) ?? byCause.get(item.finding.message)
    return !cause?.items.push(item)
  })
}
