import type { Property } from '../../resources/type.ts'
import { said } from '../../said.ts'
import { type Evidence, neverRead, type ResourceRecord, type UnreadableRecord } from '../records.ts'
import { openResource, peek, type Reads, type Resource } from '../resource.ts'
import { idKey } from '../resource-id.ts'

/** Opens what was read, and what was not. */
export interface Lookup {
  evidence: Evidence
  /** a resource by its id, unreadable when nobody read it */
  at(id: string): Resource
  open(record: ResourceRecord): Resource
}

export function createLookup(evidence: Evidence, reads: () => Reads): Lookup {
  const opened = new Map<string, Resource>()
  const open = (record: ResourceRecord) => openResource(record, reads)
  return {
    evidence,
    open,
    at(id) {
      const key = idKey(id)
      const known = opened.get(key)
      if (known) return known
      const resource = open(evidence.resources.get(key) ?? notRead(evidence, id))
      opened.set(key, resource)
      return resource
    },
  }
}

/** Reads for putting a workspace together; what a rule reads goes through the resource and is recorded. */
export function textAt(resource: Resource, property: Property): string | undefined {
  const value = peek(resource, property)
  return typeof value === 'string' ? value : undefined
}

function notRead(evidence: Evidence, id: string): ResourceRecord {
  return id === '' ? notSaid(id) : neverRead(evidence, id, said`The resource ${{ name: id }} was not read.`)
}

export function notSaid(id: string): UnreadableRecord {
  const message = 'The workspace does not say which hub it belongs to.'
  return { state: 'unreadable', id, reason: 'not-visible', action: null, scope: null, message }
}
