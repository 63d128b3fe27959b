import { missedType } from '../resources/index.ts'
import type { Property } from '../resources/type.ts'
import { said, words } from '../said.ts'
import { type ResourceRecord, type UnreadableRecord, unplanned } from './records.ts'
import { ofAnotherType, peek, type Resource, type Unnamed } from './resource.ts'
import { Unknown } from './unknown.ts'

type Open = (record: ResourceRecord) => Resource

/** What stands where a resource refers to another one: its id, nothing, or what nobody can follow. */
export function referenceAt(resource: Resource, property: Property): { id: string } | 'none' | 'strange' {
  const value = peek(resource, property)
  if (value === undefined) return 'none'
  if (typeof value !== 'string') return 'strange'
  return missedType(resource.type, property, value) === null ? { id: value } : 'strange'
}

/** Stands under the resource that should have named it; of what is not named at all, nothing is there to be read. */
export function unnamed(holder: Resource, type: string, { by, reason, message }: Unnamed, open: Open): Resource {
  const state = reason === 'property-absent' ? 'absent' : 'unreadable'
  const record: UnreadableRecord = { state, id: '', reason, action: null, scope: null, message }
  const { id, name } = holder
  return { ...open(record), id, name, type, unnamed: { by, reason, message } }
}

/**
 * A reference that is not a text, or leads to something of another type. What a plan leaves open may lead anywhere:
 * nothing of it can be read.
 */
export function strange(holder: Resource, property: Property, type: string, by: string, open: Open): Resource {
  const { path } = property
  const value = peek(holder, property)
  if (value instanceof Unknown) return { ...open(unplanned(value)), id: holder.id, name: holder.name, type }
  const message =
    typeof value === 'string'
      ? ofAnotherType(path, type, said` of ${holder}`)
      : said`${words(path)} of ${holder} is not a text: nobody can tell what it refers to.`
  return unnamed(holder, type, { by, reason: 'unrecognised-value', message }, open)
}
