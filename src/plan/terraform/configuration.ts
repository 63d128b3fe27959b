import { isObject } from '../../evidence/resource.ts'
import { type Json, listIn, member, textIn } from '../json.ts'
import type { Step } from './address.ts'

/** What `configuration` of a plan says: modules, resources and providers, without the keys of instances. */
export interface Configuration {
  root: Json
  providers: Json
}

export function configurationOf(plan: Json): Configuration {
  const written = member(plan, 'configuration')
  return { root: member(written, 'root_module'), providers: member(written, 'provider_config') }
}

export function moduleOf({ root }: Configuration, modules: readonly Step[]): Json {
  return modules.reduce<Json>((module, { name }) => member(callOf(module, name), 'module'), root)
}

/** The call of a module, in the module that calls it. */
export function callOf(module: Json, name: string): Json {
  return member(member(module, 'module_calls'), name)
}

const resources = new WeakMap<object, Map<string, Json>>()

export function resourceOf(module: Json, isData: boolean, type: string, name: string): Json {
  if (!isObject(module)) return undefined
  const known = resources.get(module) ?? indexed(module)
  return known.get(keyOf(isData ? 'data' : 'managed', type, name))
}

function indexed(module: object): Map<string, Json> {
  const found = new Map(
    listIn(module, 'resources').map((resource) => [
      keyOf(textIn(resource, 'mode'), textIn(resource, 'type'), textIn(resource, 'name')),
      resource,
    ]),
  )
  resources.set(module, found)
  return found
}

function keyOf(...parts: (string | undefined)[]): string {
  return parts.join('\n')
}

/** Nobody writes more into one expression, and each is compared with every other. */
const MOST = 500

/** What an expression refers to, each once, without what only leads there: `x.id`, not `x` as well. */
export function referencesOf(expression: Json): string[] {
  const written = listIn(expression, 'references').filter((one) => typeof one === 'string')
  if (written.length > MOST) return []
  const leadsTo = (one: string) => (other: string) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)
  return [...new Set(written)].filter((one) => !written.some(leadsTo(one)))
}
