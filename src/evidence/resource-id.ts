import { withoutEnd } from '../text.ts'

/** The parts of an Azure resource id. Ids compare case-insensitively; what people see keeps Azure's casing. */
export interface ResourceId {
  subscriptionId: string
  resourceGroup: string
  /** lower-cased, e.g. `microsoft.keyvault/vaults/keys` */
  type: string
  name: string
}

const segment = String.raw`[^/\\'"<>%&?\u0000-\u001f\u007f]{1,260}`
const pattern = new RegExp(
  String.raw`^/subscriptions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/resourceGroups/([-\w.()\p{L}\p{N}]{1,90})` +
    String.raw`/providers/([\w.]+)((?:/\w+/${segment})+)$`,
  'iu',
)

/**
 * Reads an id as Resource Manager writes it, tolerant of casing, a missing leading and a trailing slash.
 * Null for anything else: such a reference is reported as malformed and never put into a query.
 */
export function parseResourceId(id: string): ResourceId | null {
  const match = pattern.exec(canonical(id))
  if (!match) return null
  const [, subscriptionId = '', resourceGroup = '', provider = '', rest = ''] = match
  const segments = rest.slice(1).split('/')
  const types = segments.filter((_, index) => index % 2 === 0)
  return {
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup,
    type: [provider, ...types].join('/').toLowerCase(),
    name: segments.at(-1) ?? '',
  }
}

/** The form under which resources are kept and compared. */
export function idKey(id: string): string {
  return canonical(id).toLowerCase()
}

/** The id of the resource or the group that holds this one: `…/vaults/v` for `…/vaults/v/keys/k`. */
export function parentId(id: string): string {
  const segments = canonical(id).split('/')
  const above = segments.slice(0, -2)
  return above.at(-2)?.toLowerCase() === 'providers' ? above.slice(0, -2).join('/') : above.join('/')
}

export function groupId(subscriptionId: string, resourceGroup: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`
}

const groupName = /^[-\w.()\p{L}\p{N}]{1,90}$/u
const groupPattern = /^\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/resourceGroups\/([^/]+)$/i

/**
 * The id of a resource group that is given by its name, in this subscription, or by its whole id: Azure shows both in
 * the same place. Null for anything else.
 */
export function groupIdOf(text: string, subscriptionId: string): string | null {
  const [, subscription = subscriptionId, name = bare(text)] = groupPattern.exec(canonical(text)) ?? []
  return groupName.test(name) ? groupId(subscription, name) : null
}

/** Whether a role assignment's scope holds for a resource: the scope itself and everything below it. */
export function isWithin(id: string, scope: string): boolean {
  const [below, above] = [idKey(id), idKey(scope)]
  return above === '/' || below === above || below.startsWith(`${above}/`)
}

function canonical(id: string): string {
  const text = bare(id)
  return text.startsWith('/') ? text : `/${text}`
}

/** Without blanks around it and slashes behind it. */
function bare(id: string): string {
  return withoutEnd(id.trim(), '/')
}
