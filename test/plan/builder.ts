import type { EvidenceSet, ReadRecord } from '../../src/evidence/records.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import type { Plan, ReadOptions } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { readPlan } from '../../src/plan/read.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import { subscription } from './estates.ts'

export const group = `/subscriptions/${subscription}/resourceGroups/rg`
export const idOf = (type: string, name: string) => `${group}/providers/${type}/${name}`

export const options: ReadOptions = {
  subscriptionId: subscription,
  now: '2026-11-27T04:00:00.000Z',
  cloud: 'public',
  keyHosts: { vault: 'vault.azure.net', hsm: 'managedhsm.azure.net' },
}

/** A resource of a plan, as the tool writes it. */
export interface Planned {
  actions?: string[]
  before?: object | null
  after?: object | null
  unknown?: object
  sensitive?: object
  /** what the configuration says of its attributes */
  expressions?: object
  provider?: 'hashicorp/azurerm' | 'azure/azapi' | 'hashicorp/null'
  /** more of the change, and of the resource in the configuration */
  change?: object
  configuration?: object
}

/** Resources by address, as far as they are not in modules; `more` goes over the plan. */
export function planOf(resources: Record<string, Planned>, more: object = {}): Record<string, unknown> {
  const changes = Object.entries(resources).map(([address, one]) => changeOf(address, one))
  const configured = new Map(
    Object.entries(resources).map(([address, one]) => [bare(address), configurationOf(address, one)]),
  )
  return {
    format_version: '1.2',
    terraform_version: '1.12.6',
    timestamp: '2026-11-26T10:00:00Z',
    resource_changes: changes,
    configuration: {
      provider_config: { azurerm: { name: 'azurerm' }, azapi: { name: 'azapi' } },
      root_module: { resources: [...configured.values()] },
    },
    ...more,
  }
}

const bare = (address: string) => address.replace(/\[.*\]$/, '')

function changeOf(address: string, { actions = ['create'], before = null, after = {}, unknown = {}, ...one }: Planned) {
  const [type, name] = bare(address).split('.')
  const index = /\[(.*)\]$/.exec(address)?.[1]
  return {
    address,
    mode: 'managed',
    type,
    name,
    ...(index === undefined ? {} : { index: JSON.parse(index) }),
    provider_name: `registry.example/${one.provider ?? 'hashicorp/azurerm'}`,
    ...one.change,
    change: {
      actions,
      before,
      after,
      after_unknown: unknown,
      before_sensitive: {},
      after_sensitive: one.sensitive ?? {},
    },
  }
}

function configurationOf(address: string, { expressions = {}, configuration = {}, provider }: Planned) {
  const [type, name] = bare(address).split('.')
  const key = provider === 'azure/azapi' ? 'azapi' : 'azurerm'
  return {
    address: bare(address),
    mode: 'managed',
    type,
    name,
    provider_config_key: key,
    expressions,
    ...configuration,
  }
}

export function read(plan: object, file = 'plan.json', given: Partial<ReadOptions> = {}): Plan {
  return readPlan(Buffer.from(JSON.stringify(plan)), file, { ...options, ...given })
}

/** Evidence with these resources: type as Azure cases it, name, and what else their bodies have. */
export function evidenceWith(...resources: [type: string, name: string, body: object][]): EvidenceSet {
  const records = resources.map(([type, name, body]): ReadRecord => {
    const id = idOf(type, name)
    const apiVersion = resourceTypes[type.toLowerCase()]?.apiVersions[0] ?? null
    const named = { id, type, name: name.split('/').at(-1), ...body }
    return { state: 'read', id, source: 'resource-graph', apiVersion, body: named }
  })
  return {
    collectedAt: options.now,
    keyHosts: options.keyHosts,
    workspaces: records
      .map(({ id }) => id)
      .filter((id) => /\/workspaces\/[^/]+$/i.test(id) && /machinelearning/i.test(id)),
    resources: new Map(records.map((record) => [idKey(record.id), record])),
    collections: new Map(),
    subscriptions: [{ id: subscription, visible: true }],
    unseen: [],
  }
}

/** What the evidence holds of a resource after these plans. */
export function planned(id: string, plans: Plan[], live: EvidenceSet = evidenceWith()) {
  const { evidence } = overlay(live, plans)
  const record = evidence.resources.get(idKey(id))
  return {
    evidence,
    record,
    at: (path: string) => (record?.state === 'read' ? valueAt(record.body, path) : record?.state),
  }
}
