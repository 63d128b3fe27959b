import { isObject } from '../../evidence/resource.ts'
import { oneLine } from '../../text.ts'
import { type Json, listIn, member, textIn } from '../json.ts'
import { type Address, type Key, parseAddress, type Step } from './address.ts'
import { type Configuration, moduleOf, resourceOf } from './configuration.ts'

/** A resource of a plan, or of the state that it was made from. */
export interface Node extends Omit<Address, 'path'> {
  /** as the plan writes it */
  address: string
  /** the same as people are shown it */
  label: string
  /** `azurerm`, `azapi`, or another one */
  provider: string
  /** left over from an earlier run that did not come to its end: nobody refers to it */
  isDeposed: boolean
  /** what is planned */
  actions: string[]
  before: Json
  after: Json
  /** mirrors `after`: true where a value is known only afterwards */
  unknown: Json
  sensitive: { before: Json; after: Json }
  /** the resource in the configuration, without the keys of instances */
  configuration: Json
  /** the module that it stands in */
  module: Json
}

export interface Nodes {
  all: Node[]
  /** every instance that an address without its own key can mean */
  find(modules: readonly Step[], isData: boolean, type: string, name: string): Node[]
  /** the keys of the instances that a module has of another one */
  keysOf(modules: readonly Step[], name: string): Key[]
}

export function nodesOf(plan: Json, configuration: Configuration): Nodes {
  const planned = listIn(plan, 'resource_changes').flatMap((change) => plannedNode(change, configuration) ?? [])
  const known = new Set(planned.map(({ address }) => address))
  const state = inModules(member(member(member(plan, 'prior_state'), 'values'), 'root_module'))
  const read = state.flatMap((resource) => stateNode(resource, configuration) ?? [])
  const all = [...planned, ...read.filter(({ address }) => !known.has(address))]
  const current = all.filter(({ isDeposed }) => !isDeposed)
  const byPlace = Map.groupBy(current, ({ modules, isData, type, name }) => placeOf(modules, isData, type, name))
  const keys = new Map<string, Set<Key>>()
  for (const { modules } of all)
    for (const [depth, { name, key }] of modules.entries()) {
      const place = placeOf(modules.slice(0, depth), false, 'module', name)
      keys.set(place, (keys.get(place) ?? new Set()).add(key))
    }
  return {
    all,
    find: (...place) => byPlace.get(placeOf(...place)) ?? [],
    keysOf: (modules, name) => [...(keys.get(placeOf(modules, false, 'module', name)) ?? [])],
  }
}

function placeOf(modules: readonly Step[], isData: boolean, type: string, name: string): string {
  return JSON.stringify([modules.map((step) => [step.name, step.key]), isData, type, name])
}

function plannedNode(written: Json, configuration: Configuration): Node | null {
  const address = textIn(written, 'address') ?? ''
  const parsed = parseAddress(address)
  const change = member(written, 'change')
  if (!parsed || !isObject(change)) return null
  return {
    ...placed(address, parsed, configuration),
    isDeposed: textIn(written, 'deposed') !== undefined,
    provider: providerOf(textIn(written, 'provider_name')),
    actions: listIn(change, 'actions').map(String),
    before: member(change, 'before'),
    after: member(change, 'after'),
    unknown: member(change, 'after_unknown'),
    sensitive: { before: member(change, 'before_sensitive'), after: member(change, 'after_sensitive') },
  }
}

/** What the state shows is there, and stays as it is as far as the plan is concerned. */
function stateNode(written: Json, configuration: Configuration): Node | null {
  const address = textIn(written, 'address') ?? ''
  const parsed = parseAddress(address)
  if (!parsed) return null
  const values = member(written, 'values')
  const sensitive = member(written, 'sensitive_values')
  return {
    ...placed(address, parsed, configuration),
    isDeposed: false,
    provider: providerOf(textIn(written, 'provider_name')),
    actions: ['no-op'],
    before: values,
    after: values,
    unknown: {},
    sensitive: { before: sensitive, after: sensitive },
  }
}

function placed(address: string, { modules, isData, type, name, key }: Address, configuration: Configuration) {
  const module = moduleOf(configuration, modules)
  const resource = resourceOf(module, isData, type, name)
  return { address, label: oneLine(address, 200), modules, isData, type, name, key, module, configuration: resource }
}

const providers = new Map([
  ['hashicorp/azurerm', 'azurerm'],
  ['azure/azapi', 'azapi'],
])

/** The host of the registry differs between Terraform, OpenTofu and mirrors. */
export function sourceOf(name: string | undefined): string {
  return (name ?? '').split('/').slice(-2).join('/').toLowerCase()
}

export function providerOf(name: string | undefined): string {
  const source = sourceOf(name)
  return providers.get(source) ?? source
}

function inModules(root: Json): Json[] {
  const found: Json[] = []
  const modules = [root]
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    for (const resource of listIn(module, 'resources')) found.push(resource)
    for (const child of listIn(module, 'child_modules')) modules.push(child)
  }
  return found
}
