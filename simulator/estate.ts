/**
 * What the simulated cloud answers from: plain resource JSON, as Azure Resource Manager would return it, and who may
 * read it. Nothing here is an answer; answers are computed from the request.
 */

export interface CloudResource {
  /** cased as the resource provider returns it */
  id: string
  /** cased as Resource Manager returns it; Resource Graph lower-cases it */
  type: string
  name?: string
  kind?: string
  location?: string
  sku?: Record<string, unknown>
  identity?: Record<string, unknown>
  tags?: Record<string, string>
  properties?: unknown
  [other: string]: unknown
}

export interface EstateEntry {
  resource: CloudResource
  /** what Resource Graph holds instead: an older copy, or null while the index has not caught up (or never lists it) */
  indexed?: Partial<CloudResource> | null
  /** the api-version that Resource Graph read it with (its column `apiVersion`) */
  indexedApiVersion?: string
  /** what a list returns instead, where lists are shorter than a GET of the one resource */
  listed?: Partial<CloudResource>
  /** deleted a moment ago: Resource Manager answers 404, Resource Graph still lists it */
  deleted?: boolean
}

/** Actions with `*` as in Azure role definitions, held at a scope and everything below it. */
export interface RoleAtScope {
  scope: string
  actions: string[]
  notActions?: string[]
}

export interface FederatedCredential {
  issuer: string
  subject: string
  audience: string
}

/** What real lists do, each of a type of its own. */
export interface ListHabits {
  /** members that items do not have, though the resource alone does */
  without?: ('id' | 'type' | 'name')[]
  /** what the last page has for a link to the next one, where it is not left out */
  noNextLink?: null | ''
  /** short pages, and what their links have instead of a number of items to skip */
  pages?: { size: number; by: 'number' | 'name' }
}

export interface Estate {
  tenantId: string
  subscriptions: { id: string; name: string; managementGroups?: string[]; state?: string }[]
  entries: EstateEntry[]
  identity: {
    clientId: string
    principalId: string
    federatedCredentials: FederatedCredential[]
    /** usually Reader on each subscription: every action that ends in /read */
    roles: RoleAtScope[]
    /** deny assignments: they win over roles */
    denials?: RoleAtScope[]
  }
  /** members of groups in Entra, by object ids; a group can be in another one */
  groups?: Record<string, string[]>
  /** registration state by subscription id, then namespace; `Registered` when not named */
  providers?: Record<string, Record<string, string>>
  /** subscriptions of another tenant: they are there, and no token of this one opens them */
  otherTenant?: string[]
  /** how lists of a type are written where they are not as the resource alone, by lower-cased type */
  listsOf?: Record<string, ListHabits>
  /** api-versions a resource provider accepts, by lower-cased type; anything goes when not named */
  apiVersions?: Record<string, string[]>
  /** what stands somewhere in it and must not be seen anywhere else */
  secrets?: string[]
}
