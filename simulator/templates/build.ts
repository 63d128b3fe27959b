import { createHash } from 'node:crypto'
import type { CloudResource } from '../estate.ts'

/** Where a resource lies; templates take the location from here. */
export interface Scope {
  subscriptionId: string
  resourceGroup: string
  location?: string
}

/** Merged into the template: objects deeply, everything else replaced; `undefined` removes a property, null stays null. */
export interface Overrides {
  [property: string]: unknown
}

export const tenantId = '7e4a4700-0000-4000-8000-000000000001'

const defaultLocation = 'westeurope'

export const locationOf = (scope: Scope) => scope.location ?? defaultLocation

const displayNames: Record<string, string> = {
  westeurope: 'West Europe',
  northeurope: 'North Europe',
  swedencentral: 'Sweden Central',
  germanywestcentral: 'Germany West Central',
  eastus2: 'East US 2',
  usgovvirginia: 'USGov Virginia',
  chinaeast2: 'China East 2',
}

/** Some resource providers return "West Europe" where others return "westeurope". */
export const displayLocationOf = (scope: Scope) => displayNames[locationOf(scope)] ?? locationOf(scope)

export const groupId = (scope: Scope) => `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroup}`

export const resourceId = (scope: Scope, type: string, name: string) => `${groupId(scope)}/providers/${type}/${name}`

export const childId = (parent: CloudResource, collection: string, name: string) => `${parent.id}/${collection}/${name}`

/** An id as another resource provider echoes it: `resourcegroups`, provider and type in lower case, names as they are. */
export function echoed(id: string): string {
  const [, subscriptions, subscription, , group, providers, namespace, type, ...rest] = id.split('/')
  const lowered = [namespace, type].map((segment) => segment?.toLowerCase())
  return ['', subscriptions, subscription, 'resourcegroups', group, providers, ...lowered, ...rest].join('/')
}

/** The same GUID for the same text, so that principals and ids need no bookkeeping. */
export function guidOf(text: string): string {
  const hex = hexOf(text)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** 32 hex digits, as a key version has them. */
export const hexOf = (text: string) => createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 32)

/** The system-assigned identity's object id of the resource with this id. */
export const principalIdOf = (id: string) => guidOf(`${id}/principal`)

export const systemAssigned = (id: string) => ({ type: 'SystemAssigned', principalId: principalIdOf(id), tenantId })

export const systemData = {
  createdAt: '2025-03-11T08:14:22.4183911Z',
  createdBy: 'ml-platform@contoso.com',
  createdByType: 'User',
  lastModifiedAt: '2025-03-11T08:14:22.4183911Z',
  lastModifiedBy: 'ml-platform@contoso.com',
  lastModifiedByType: 'User',
}

const isObject = (value: unknown): value is Overrides =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function assign(target: Overrides, overrides: Overrides): Overrides {
  for (const [property, value] of Object.entries(overrides)) {
    if (value === undefined) delete target[property]
    else if (isObject(value)) target[property] = assign(isObject(target[property]) ? target[property] : {}, value)
    else target[property] = structuredClone(value)
  }
  return target
}

/** Changes a resource in place. */
export function change(resource: CloudResource, ...overrides: Overrides[]): CloudResource {
  for (const each of overrides) assign(resource, each)
  return resource
}

/** A fresh copy of the template with the overrides merged in. */
export const build = (template: CloudResource, overrides: Overrides[]) =>
  change(structuredClone(template), ...overrides)

export const day = 24 * 60 * 60 * 1000

/** Key Vault counts in seconds since 1970. */
export const unixSeconds = (milliseconds: number) => Math.floor(milliseconds / 1000)
