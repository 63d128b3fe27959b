import type { ReadValue, Said, UnknownReason } from '../model.ts'
import { missedType, resourceTypes } from '../resources/index.ts'
import type { Property, Scalar, ValueOf } from '../resources/type.ts'
import { asText, foreign, said, words } from '../said.ts'
import { plural } from '../text.ts'
import { collectedByOlder, type ReadRecord, type ResourceRecord, typeIn, type UnreadableRecord } from './records.ts'
import { parseResourceId } from './resource-id.ts'
import { Unknown, unknownIn } from './unknown.ts'

/** Thrown by a read that cannot be decided on; the engine turns it into an `unknown` finding. */
export class Undecided extends Error {
  readonly reason: UnknownReason
  /** the record that is missing, when that is why */
  readonly record: UnreadableRecord | null
  /** its message, in which names are values */
  readonly said: Said

  constructor(reason: UnknownReason, message: Said, record: UnreadableRecord | null = null) {
    super(asText(message))
    this.reason = reason
    this.said = message
    this.record = record
  }
}

/** What a rule has read so far: the evidence of its finding, and the records that the finding rests on. */
export interface Reads {
  values: ReadValue[]
  records: Set<ResourceRecord>
}

export function noReads(): Reads {
  return { values: [], records: new Set() }
}

/** Something that a resource should name and does not: one check says so, and all others have nothing to judge. */
export interface Unnamed {
  /** the check that says so */
  by: string
  reason: 'property-absent' | 'unrecognised-value'
  message: Said
}

/**
 * A resource as rules see it: paths are case-insensitive, absence means what the type declares, an empty text is
 * absent, blanks around one mean nothing (in a list, too), a value of another type is undecidable, and every read is
 * recorded.
 */
export interface Resource {
  id: string
  name: string
  /** lower-cased */
  type: string
  /** why it cannot be read, null when it can */
  unreadable: UnreadableRecord | null
  /** it should have been named, and is not */
  unnamed?: Unnamed
  /** it stands for a list of what belongs to it, which cannot be read: what is listed, as `computes` */
  list?: string
  record: ResourceRecord
  read<K extends Scalar>(property: Property<K>): ValueOf<K> | undefined
  has(property: Property): boolean
  /** shows what a rule concluded from a larger structure, as one scalar */
  note(path: string, value: ReadValue['value']): void
}

export function openResource(record: ResourceRecord, reads: () => Reads): Resource {
  const parsed = parseResourceId(record.id)
  const type = (record.state === 'read' && typeIn(record.body)) || (parsed?.type ?? '')
  const found = (property: Property) => {
    const into = reads()
    into.records.add(record)
    if (record.state !== 'read') throw new Undecided(record.reason, record.message, record)
    return lookup(record, property)
  }
  const note = (path: string, value: ReadValue['value']) => remember(reads(), record, path, value)
  return {
    id: record.id,
    name: parsed?.name ?? record.id.split('/').at(-1) ?? record.id,
    type,
    unreadable: record.state === 'read' ? null : record,
    record,
    read<K extends Scalar>(property: Property<K>): ValueOf<K> | undefined {
      const { value, written } = found(property)
      const converted = value === undefined ? undefined : readers[property.kind](value)
      if (value !== undefined && converted === undefined) throw unrecognised(property.path, value)
      const missed = typeof converted === 'string' ? missedType(type, property, converted) : null
      if (missed !== null) throw new Undecided('unrecognised-value', ofAnotherType(property.path, missed))
      note(property.path, written && converted !== undefined ? shown(converted) : null)
      return converted as ValueOf<K> | undefined
    },
    has: (property) => found(property).value !== undefined,
    note,
  }
}

/** Looks at a resource without recording it as read; undefined when it cannot be read. */
export function peek({ record }: Pick<Resource, 'record'>, property: Property): unknown {
  return record.state === 'read' ? propertyOf(record.body, property) : undefined
}

/** What a body has at a property: as `valueAt`. */
export function propertyOf(body: unknown, { keys }: Property): unknown {
  return valueBy(body, keys)
}

/** Why a resource shows less than it should; null when it shows everything, or nothing at all. */
export function gapOf({ record }: Pick<Resource, 'record'>): UnreadableRecord | null {
  return record.state === 'read' ? (record.gap?.failure ?? null) : null
}

/**
 * Reads a path inside plain JSON, case-insensitively and without blanks around texts; undefined for absent, null and
 * empty text. What a plan leaves open, and all that would lie in it, is an `Unknown`.
 */
export function valueAt(json: unknown, path: string): unknown {
  return valueBy(json, path.split('.'))
}

function valueBy(json: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (at instanceof Unknown ? at : member(at, key)), json)
}

interface Found {
  value: unknown
  /** false when the value stands for a property that is not there */
  written: boolean
}

function lookup(record: ReadRecord, property: Property): Found {
  let at: unknown = record.body
  const { keys } = property
  for (const [index, key] of keys.entries()) {
    if (at instanceof Unknown) throw notPlanned(at)
    if (!isObject(at)) throw unrecognised(lowered(keys.slice(0, index)), at)
    at = member(at, key)
    if (at !== undefined) continue
    const sofar = lowered(keys.slice(0, index + 1))
    refuseUnseen(record, property, sofar, key)
    return { value: property.absentAt.includes(sofar) ? property.absent : undefined, written: false }
  }
  const open = property.kind === 'list' ? unknownIn(at) : at instanceof Unknown && at
  if (open) throw notPlanned(open)
  return { value: at, written: true }
}

const lowered = (keys: readonly string[]) => keys.join('.').toLowerCase()

/** A plan leaves it open. */
function notPlanned({ why, reason }: Unknown): Undecided {
  return new Undecided(reason, foreign(why))
}

/** Throws when it says nothing that a path on the way to a property is not there. */
function refuseUnseen({ gap, older, apiVersion }: ReadRecord, property: Property, path: string, name: string): void {
  if (gap && overlap(gap.path.toLowerCase(), path))
    throw new Undecided(gap.failure.reason, gap.failure.message, gap.failure)
  if (older?.unkept.some((unkept) => overlap(unkept.toLowerCase(), path)))
    throw new Undecided('not-observable', said`${words(name)} was not kept. ${collectedByOlder(older.version)}`)
  const { since } = property
  if (!since || (apiVersion !== null && apiVersion >= since)) return
  if (older)
    throw new Undecided('not-observable', said`${words(name)} was not asked for. ${collectedByOlder(older.version)}`)
  throw new Undecided(
    'api-unsupported',
    said`${words(property.path)} is not in the api-version that was read (${{ name: apiVersion ?? 'not told' }}; it came with ${words(since)}).`,
  )
}

/** Whether two paths are the same, or one lies below the other. */
export function overlap(one: string, other: string): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`)
}

function member(value: unknown, key: string): unknown {
  if (!isObject(value)) return undefined
  const found = Object.hasOwn(value, key) ? key : otherwiseCased(value, key)
  const at = found === undefined ? undefined : value[found]
  const bare = Array.isArray(at) ? at.map(trimmed) : trimmed(at)
  return bare === null || bare === '' ? undefined : bare
}

function otherwiseCased(value: object, key: string): string | undefined {
  const lower = key.toLowerCase()
  // most properties are not there: no name is lowered that cannot be it
  return Object.keys(value).find((name) => name.length === key.length && name.toLowerCase() === lower)
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function remember(reads: Reads, record: ResourceRecord, path: string, value: ReadValue['value']): void {
  reads.records.add(record)
  const already = reads.values.find((item) => item.path === path && item.resource === record.id)
  if (already) already.value = value
  else reads.values.push({ resource: record.id, path, value })
}

function unrecognised(path: string, value: unknown): Undecided {
  const kind = Array.isArray(value) ? 'a list' : (`a value of type ${typeof value}` as const)
  return new Undecided(
    'unrecognised-value',
    said`${words(path)} holds ${kind}, which this version does not know how to read.`,
  )
}

/** What stands in place of a reference to something of this type. */
export function ofAnotherType(path: string, type: string, of: Said = ''): Said {
  const label = resourceTypes[type]?.label ?? type
  return said`${words(path)}${of} names a resource of another type than ${words(label)}.`
}

/** What the evidence of a finding shows of a value. */
function shown(value: ValueOf<Scalar>): ReadValue['value'] {
  if (Array.isArray(value)) return plural(value.length, 'entry', 'entries')
  return typeof value === 'string' && value.length > 300 ? `${value.slice(0, 300)}…` : value
}

/** By kind: the value, undefined where it is of another kind. */
const readers: { [K in Scalar]: (value: unknown) => ValueOf<K> | undefined } = {
  text: (value) => (typeof value === 'string' ? value : undefined),
  flag: toFlag,
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  list: (value) => (Array.isArray(value) ? value : undefined),
}

export function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  return text === 'true' ? true : text === 'false' ? false : undefined
}
