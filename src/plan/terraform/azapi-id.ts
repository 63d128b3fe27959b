import type { Attributes } from '../../resources/terraform/declaration.ts'

/** `<resource type>@<api-version>` */
export function azapiType(attributes: Attributes): { type: string; apiVersion: string | null } | null {
  const written = attributes.read('type')
  const [, type, apiVersion = null] = /^([\w.]+(?:\/\w+)+)(?:@([\w-]+))?$/.exec(String(written)) ?? []
  return type === undefined ? null : { type, apiVersion }
}

/** A resource of the top level lies below its parent's providers, another one below its parent itself. */
export function azapiId(attributes: Attributes): unknown {
  const whole = attributes.read('resource_id', 'scope')
  if (typeof whole === 'string') return whole
  const [parent, name] = [attributes.read('parent_id', 'scope'), attributes.read('name')]
  const { type } = azapiType(attributes) ?? {}
  if (type === undefined || typeof parent !== 'string') return typeof parent === 'string' ? undefined : parent
  const last = typeof name === 'string' ? name : attributes.standIn.name()
  const segments = type.split('/')
  const isBelow = segments.length > 2 && parent.toLowerCase().includes(`/${segments[0]?.toLowerCase()}/`)
  return isBelow ? `${parent}/${segments.at(-1)}/${last}` : `${parent}/providers/${type}/${last}`
}
