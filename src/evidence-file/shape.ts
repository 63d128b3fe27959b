import { anyKeyHosts, type KeyHosts } from '../evidence/key-id.ts'
import type {
  CollectionRecord,
  EvidenceSet,
  ReadRecord,
  ResourceRecord,
  Source,
  Unreadable,
  UnreadableRecord,
} from '../evidence/records.ts'
import { collectedByOlder } from '../evidence/records.ts'
import { isObject, valueAt } from '../evidence/resource.ts'
import { parseResourceId } from '../evidence/resource-id.ts'
import type { UnknownReason } from '../model.ts'
import { resourceTypes } from '../resources/index.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { foreign, said } from '../said.ts'
import { quoted } from '../text.ts'

/** Where a file is not what it was when it was written. */
export class Damaged extends Error {}

/** Reads a value, or says where it is not what it should be. */
type Read<T> = (value: unknown, at: string) => T

/** Deeper than anything that is kept (`evidence/redact.ts`); what reads a body may call itself as often. */
const DEPTH = 48

const reasons: Record<UnknownReason, true> = {
  forbidden: true,
  'not-visible': true,
  absent: true,
  'property-absent': true,
  'unrecognised-value': true,
  'api-unsupported': true,
  throttled: true,
  timeout: true,
  'invalid-response': true,
  'not-observable': true,
  truncated: true,
}
const sources: Record<Source, true> = { 'resource-graph': true, 'resource-manager': true }
const states: Record<UnreadableRecord['state'], true> = { absent: true, unreadable: true }

/** A member of an object; undefined when it has none of that name, or is not an object. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

export const textOf: Read<string> = (value, at) => (typeof value === 'string' ? value : refuse(at, 'is not a text'))

export const flagOf: Read<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : refuse(at, 'is neither true nor false')

export const countOf: Read<number> = (value, at) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : refuse(at, 'is not a count')

export const dateOf: Read<string> = (value, at) => {
  const time = typeof value === 'string' ? new Date(value) : null
  if (time === null || Number.isNaN(time.getTime()) || time.toISOString() !== value) refuse(at, 'is not a time in UTC')
  return value as string
}

export function listOf<T>(value: unknown, at: string, read: Read<T>): T[] {
  if (!Array.isArray(value)) return refuse(at, 'is not a list')
  return value.map((item, index) => read(item, `${at}[${index}]`))
}

export const workspaceIdOf: Read<string> = (value, at) => {
  const id = textOf(value, at)
  return parseResourceId(id)?.type === mlWorkspace.type ? id : refuse(at, 'is not the resource id of a workspace')
}

export const subscriptionOf: Read<EvidenceSet['subscriptions'][number]> = (value, at) => {
  const name = memberOf(value, 'name')
  return {
    id: textOf(memberOf(value, 'id'), `${at}.id`),
    visible: flagOf(memberOf(value, 'visible'), `${at}.visible`),
    ...(name !== undefined && { name: textOf(name, `${at}.name`) }),
  }
}

/** Earlier files do not say of which cloud they are. */
export const keyHostsOf: Read<KeyHosts> = (value, at) => {
  if (value === undefined) return anyKeyHosts
  const suffix = (name: string) => {
    const known = memberOf(value, name)
    return known === null ? null : textOf(known, `${at}.${name}`)
  }
  return { vault: suffix('vault'), hsm: suffix('hsm') }
}

/** A type of resource, and the paths that were kept of it. */
export const keptOf: Read<[string, string[]]> = (value, at) => [
  textOf(memberOf(value, 'type'), `${at}.type`),
  listOf(memberOf(value, 'paths'), `${at}.paths`, textOf),
]

export const unreadableOf: Read<Unreadable> = (value, at) => {
  const text = (name: string) => textOf(memberOf(value, name), `${at}.${name}`)
  const textOrNull = (name: string) => (memberOf(value, name) === null ? null : text(name))
  return {
    id: text('id'),
    reason: oneOf(reasons, memberOf(value, 'reason'), `${at}.reason`),
    action: textOrNull('action'),
    scope: textOrNull('scope'),
    message: foreign(text('message')),
  }
}

/** @param older the older version that wrote the file, and what it did not keep, by type */
export const recordOf =
  (older: { version: string; unkept: ReadonlyMap<string, string[]> } | null): Read<ResourceRecord> =>
  (value, at) => {
    if (memberOf(value, 'state') !== 'read') return unreadableRecordOf(value, at)
    refuseMore(value, at, ['state', 'id', 'source', 'apiVersion', 'body', 'gap'])
    const apiVersion = memberOf(value, 'apiVersion')
    const gap = memberOf(value, 'gap')
    const body = memberOf(value, 'body')
    const unkept = older?.unkept.get(String(valueAt(body, 'type')).toLowerCase()) ?? []
    const record: ReadRecord = {
      state: 'read',
      id: textOf(memberOf(value, 'id'), `${at}.id`),
      source: oneOf(sources, memberOf(value, 'source'), `${at}.source`),
      apiVersion: apiVersion === null ? null : textOf(apiVersion, `${at}.apiVersion`),
      body: bodyOf(body, `${at}.body`, unkept.includes('secrets')),
      ...(gap === undefined ? {} : { gap: gapOf(gap, `${at}.gap`) }),
      ...(older && { older: { version: older.version, unkept } }),
    }
    return unkept.includes('secrets') && older ? withoutVariables(record, older.version) : record
  }

/** Nobody looked through its variables then: that none are listed says nothing. */
function withoutVariables(record: ReadRecord, version: string): ReadRecord {
  const message = said`Its variables were not looked through. ${collectedByOlder(version)}`
  const failure: UnreadableRecord = {
    state: 'unreadable',
    id: record.id,
    reason: 'not-observable',
    action: null,
    scope: null,
    message,
  }
  return { ...record, gap: record.gap ?? { path: 'secrets', failure } }
}

const unreadableRecordOf: Read<UnreadableRecord> = (value, at) => ({
  state: oneOf(states, memberOf(value, 'state'), `${at}.state`),
  ...unreadableOf(value, at),
})

const gapOf: Read<NonNullable<ReadRecord['gap']>> = (value, at) => ({
  path: textOf(memberOf(value, 'path'), `${at}.path`),
  failure: unreadableRecordOf(memberOf(value, 'failure'), `${at}.failure`),
})

export const collectionOf: Read<[string, CollectionRecord]> = (value, at) => {
  const key = textOf(memberOf(value, 'key'), `${at}.key`)
  const ids = listOf(memberOf(value, 'ids'), `${at}.ids`, textOf)
  const isRead = memberOf(value, 'state') === 'read'
  return [key, isRead ? { state: 'read', ids } : { ...unreadableRecordOf(value, at), ids }]
}

/** A body without its list of variables would look as if it had none. */
function bodyOf(value: unknown, at: string, isWithoutVariables: boolean): Record<string, unknown> {
  if (!isObject(value)) return refuse(at, 'is not an object')
  if (!isShallow(value, DEPTH)) return refuse(at, 'is nested too deeply')
  const type = textOf(valueAt(value, 'type'), `${at}.type`).toLowerCase()
  const places = memberOf(value, 'secrets')
  if (places !== undefined || (resourceTypes[type]?.secrets && !isWithoutVariables))
    listOf(places, `${at}.secrets`, isPlace)
  return value
}

const isPlace: Read<void> = (value, at) => {
  for (const name of ['path', 'name']) textOf(memberOf(value, name), `${at}.${name}`)
  countOf(memberOf(value, 'length'), `${at}.length`)
  if (!/^(safe|name|unrecognised|credential:[\w-]+)$/.test(textOf(memberOf(value, 'class'), `${at}.class`)))
    refuse(`${at}.class`, 'is none of safe, name, unrecognised and credential')
}

/** What is not understood here may be why a rule could not decide. */
function refuseMore(value: unknown, at: string, known: string[]): void {
  const more = Object.keys(value as object).find((name) => !known.includes(name))
  if (more !== undefined) refuse(`${at}.${more}`, 'is nothing that this version knows')
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1))
}

function oneOf<T extends string>(allowed: Record<T, true>, value: unknown, at: string): T {
  const isKnown = typeof value === 'string' && Object.hasOwn(allowed, value)
  return isKnown ? (value as T) : refuse(at, `is none of ${Object.keys(allowed).join(', ')}`)
}

function refuse(at: string, what: string): never {
  throw new Damaged(`${quoted(at)} ${what}`)
}
