import { Unknown } from '../../evidence/unknown.ts'
import type { Property, ResourceType } from '../type.ts'

/** What an attribute refers to: a key, an object of Entra, its client id, whatever has a role assigned, a name, or resources of these types. */
export type Target = 'key' | 'principal' | 'client' | 'scope' | 'name' | readonly string[]

/** The attributes of one resource in a plan. A dot leads into a block, of which the first counts. */
export interface Attributes {
  /** undefined where nobody sets it; an Unknown where the plan cannot tell */
  read(path: string, refersTo?: Target): unknown
  /** the same of a list of references */
  list(path: string, refersTo: Target): unknown
  /** as it will be, of what exists only afterwards: the same wherever the plan refers to it */
  standIn: {
    guid(part: string): string
    /** 32 hexadecimal digits */
    version(): string
    name(): string
  }
  /** where the provider works */
  subscription: string
  /** the id of the one resource of a type that the plan or its state has under this name */
  named(type: string, name: string): string | undefined
  /** the address of a vault or a managed HSM of this name */
  host(kind: 'vault' | 'hsm', name: string): string
  /** seconds since 1970: what a plan makes is made now */
  now: number
}

/** A value of Resource Manager's body, and the attributes that it comes from. */
export interface Mapping {
  attributes: readonly string[]
  /** a block of which only matters whether it is there */
  block?: string
  from(attributes: Attributes): unknown
}

interface Reading {
  /** what the provider sends, or the service has, where nobody sets it */
  omitted?: unknown
  refersTo?: Target
  /** of a value that is known */
  as?: (value: unknown, attributes: Attributes) => unknown
  /** of a value that is secret */
  withheld?: unknown
}

/** One attribute, by its names in the versions of the provider, the newest first. */
export function attribute(
  names: string | readonly string[],
  { omitted, refersTo, as, withheld }: Reading = {},
): Mapping {
  const all = typeof names === 'string' ? [names] : names
  return {
    attributes: all,
    from(attributes) {
      const value = known(all, (name) => attributes.read(name, refersTo))
      if (value instanceof Withheld && withheld !== undefined) return withheld
      if (value instanceof Unknown) return value
      if (value === undefined || value === '') return omitted
      return as ? as(value, attributes) : value
    },
  }
}

/** Whether a block is there. */
export function block(name: string, there: unknown, otherwise?: unknown): Mapping {
  return {
    ...attribute(name, { omitted: otherwise, as: (value) => (isEmpty(value) ? otherwise : there) }),
    block: name,
  }
}

/** A switch by the values that Resource Manager has for it. */
export function choice(on: unknown, off: unknown): (value: unknown) => unknown {
  return (value) => (value === true ? on : value === false ? off : new Unknown('The plan holds no switch there.'))
}

export const negated = choice(false, true)

/** That something is set at all, whatever it is: of secrets no more is looked at. What is open may turn out to be nothing. */
export function given(name: string, there: unknown, refersTo?: Target): Mapping {
  return attribute(name, { as: () => there, withheld: there, ...(refersTo && { refersTo }) })
}

/** Always the same. */
export function constant(value: unknown): Mapping {
  return { attributes: [], from: () => value }
}

/** The first that says something. */
export function firstOf(...mappings: Mapping[]): Mapping {
  return {
    attributes: mappings.flatMap(({ attributes }) => attributes),
    from: (attributes) => known(mappings, (mapping) => mapping.from(attributes)),
  }
}

/** What is known outweighs what is not, and that something is not set at all outweighs a name that the plan lacks. */
function known<T>(sources: readonly T[], read: (source: T) => unknown): unknown {
  const values: unknown[] = []
  for (const source of sources) {
    const value = read(source)
    if (value !== undefined && !(value instanceof Unknown)) return value
    values.push(value)
  }
  const open = values.find((value) => value instanceof Unknown && !(value instanceof Lacking))
  return open ?? (values.includes(undefined) ? undefined : values[0])
}

/** Something is there, and nobody is to see what. */
export class Withheld extends Unknown {}

/** The plan has no attribute of this name: the provider's version calls it otherwise, or does not have it. */
export class Lacking extends Unknown {}

export function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** By the property, or by the path of what nobody declares. */
export type Settings = readonly (readonly [Property | string, Mapping])[]

/** Says that nothing is sent: what is there stays as it is. */
export const kept = Symbol('kept')

/** How one resource of a provider becomes one of Resource Manager. */
export interface Declaration {
  /** as the provider calls it */
  resource: string
  /** in lower case */
  type: string
  about: ResourceType
  /** its id, where the plan does not say it; an Unknown when it is below something that nobody can tell */
  id: Mapping
  settings: Settings
  items: readonly Item[]
  /** what can be referred to and exists only afterwards, by attribute */
  computed: Record<string, (attributes: Attributes, id: string) => unknown>
  /** attributes that an update plans and does not send, in Resource Manager's form */
  unsent: readonly Property[]
  /** blocks that the provider fills in where nobody writes them: open in a plan, they are most likely left out */
  filledIn: readonly string[]
}

/** How a resource of a provider changes another one. */
export interface PartDeclaration {
  resource: string
  /** of what it changes */
  type: string
  /** the id of that */
  of: Mapping
  settings: Settings
  /** what is there when it is gone */
  reset: readonly (readonly [Property, unknown])[]
  items: readonly Item[]
}

/** What is added to a list, and the members that together tell it from other items. */
export interface Item {
  list: Property
  by: readonly string[]
  value: Mapping
}

interface Room {
  type: string
  about: ResourceType
}

export function terraform(
  resource: string,
  { type, about }: Room,
  given: Pick<Declaration, 'id' | 'settings'> &
    Partial<Pick<Declaration, 'computed' | 'items' | 'unsent' | 'filledIn'>>,
): Declaration {
  return { resource, type, about, items: [], computed: {}, unsent: [], filledIn: [], ...given }
}

export function part(
  resource: string,
  { type }: Room,
  given: Pick<PartDeclaration, 'of'> & Partial<Pick<PartDeclaration, 'settings' | 'reset' | 'items'>>,
): PartDeclaration {
  return { resource, type, settings: [], reset: [], items: [], ...given }
}
