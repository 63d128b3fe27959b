import { definitionId } from '../evidence/grants.ts'
import { isObject } from '../evidence/resource.ts'
import { idKey, parentId, parseResourceId } from '../evidence/resource-id.ts'
import { Unknown } from '../evidence/unknown.ts'
import { roleDefinition, userAssignedIdentity } from '../resources/identity.ts'
import { resourceTypes } from '../resources/index.ts'
import { keyAddress, vaultKey } from '../resources/key.ts'
import { keyVault, policyMembers } from '../resources/key-vault.ts'
import { oneLine } from '../text.ts'
import { type Evaluate, settingsOfNew, withoutExpressions } from './bodies.ts'
import { hostsOf } from './hosts.ts'
import { type Json, listIn, textIn } from './json.ts'
import type { ItemChange, PlannedChange, ReadOptions } from './model.ts'
import { standInOf } from './stand-in.ts'

type Change = Omit<PlannedChange, 'source'>

/** A resource as a template sends it, over what may be there already. Null for what no rule reads. */
export function sentResource(
  id: string,
  written: Record<string, Json>,
  { now, keyHosts }: ReadOptions,
  principals: string[],
  evaluate?: Evaluate,
): Change | null {
  const type = typeAt(id) ?? ''
  const body = withoutExpressions(written, id, evaluate) as Record<string, unknown>
  if (isPolicies(type)) return policiesOf(id, body)
  if (!resourceTypes[type]) return null
  const made = standInOf(idKey(id))
  const guid = (part: string) => {
    const principal = made.guid(part)
    if (part !== 'client') principals.push(principal)
    return principal
  }
  const sent = {
    id,
    apiVersion: textIn(written, 'apiVersion') ?? null,
    host: hostsOf(keyHosts),
    standIn: { ...made, guid },
    now: Math.floor(Date.parse(now) / 1000),
  }
  return {
    id: keptId(id, type),
    type,
    change: 'put',
    isWhole: true,
    settings: settingsOfNew(type, body, sent),
    items: [],
  }
}

/** The type by an id: roles extend what they are assigned at, which may be above all resource groups. */
export function typeAt(id: string): string | undefined {
  return extension.exec(id)?.[1]?.toLowerCase() ?? parseResourceId(id)?.type
}

const extension = /\/providers\/(Microsoft\.Authorization\/role(?:Assignments|Definitions))\/[^/]+$/i

/** Definitions of roles have many ids. */
export function keptId(id: string, type: string): string {
  return type === roleDefinition.type ? definitionId(id) : id
}

/**
 * What a reference to something that is only being made stands for, as its own body has it:
 * `[reference('<id>', '<api-version>').keyUriWithVersion]`.
 */
export function evaluator(made: ReadonlySet<string>, { keyHosts }: ReadOptions): Evaluate {
  return (expression) => {
    const [, id = '', attribute = ''] = reference.exec(expression) ?? []
    if (!made.has(idKey(id))) return undefined
    const standIn = standInOf(idKey(id))
    const type = parseResourceId(id)?.type
    if (type === userAssignedIdentity.type && attribute === 'principalId') return standIn.guid('principal')
    if (type === userAssignedIdentity.type && attribute === 'clientId') return standIn.guid('client')
    if (type === vaultKey.type && attribute === 'keyUri') return keyAddress(id, hostsOf(keyHosts))
    if (type !== vaultKey.type || attribute !== 'keyUriWithVersion') return undefined
    return `${keyAddress(id, hostsOf(keyHosts))}/${standIn.version()}`
  }
}

const reference = /^\[reference\('([^']+)'(?:, ?'[^']*')?\)\.(\w+)\]$/

export function isPolicies(type: string): boolean {
  return type === `${keyVault.type}/accesspolicies`
}

function takenAway(id: string): Unknown {
  return new Unknown(
    `${oneLine(id, 200)} takes permissions away: whether whoever had them keeps others is not in the plan.`,
  )
}

/** A resource that only stands for a change of its vault: `add`, `replace` or `remove` is its name. */
export function policiesOf(id: string, body: Record<string, unknown>): Change {
  const name = id.split('/').at(-1)?.toLowerCase()
  const policies = listIn(body.properties, 'accessPolicies')
  const path = keyVault.accessPolicies.path
  const planned = { id: parentId(id), type: keyVault.type, change: 'edit' as const }
  const open = body.properties instanceof Unknown ? body.properties : null
  if (open) return { ...planned, settings: [{ path, value: open }], items: [] }
  if (name === 'replace') return { ...planned, settings: [{ path, value: policies }], items: [] }
  if (name === 'remove') return { ...planned, settings: [{ path, value: takenAway(id) }], items: [] }
  const items = policies
    .filter(isObject)
    .map((item): ItemChange => ({ path, item, by: policyMembers, isRemoved: false, isAdded: true }))
  return { ...planned, settings: [], items }
}
