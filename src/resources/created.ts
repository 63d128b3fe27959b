import { parseResourceId } from '../evidence/resource-id.ts'

/** A resource that is only being made, as it is sent. */
export interface Sent {
  id: string
  apiVersion: string | null
  /** what is sent at a path; undefined where nothing is */
  at(path: string): unknown
  /** the address of a vault or a managed HSM of this name */
  host(kind: 'vault' | 'hsm', name: string): string
  standIn: { guid(part: string): string; version(): string }
  /** seconds since 1970 */
  now: number
}

/** What a resource has at a property that nobody sends; undefined where it has none, an Unknown where nobody can tell. */
export type Made = (sent: Sent) => unknown

/** What Azure gives to what is made without saying it, and where it cannot be told. */
export function defaultsOf(
  properties: readonly { path: string; made: Made | undefined }[],
  sent: Sent,
): { path: string; value: unknown }[] {
  return properties.flatMap(({ path, made }) => {
    const value = made && sent.at(path) === undefined ? made(sent) : undefined
    return value === undefined ? [] : [{ path, value }]
  })
}

/** Whether an api-version is this one or a later one; null where it is not told. */
export function isSince(first: string, { apiVersion }: Pick<Sent, 'apiVersion'>): boolean | null {
  return apiVersion !== null && /^\d{4}-/.test(apiVersion) ? apiVersion >= first : null
}

export function nameOfSent({ id }: Pick<Sent, 'id'>): string {
  return parseResourceId(id)?.name ?? ''
}
