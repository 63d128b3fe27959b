import type { Made } from './created.ts'

/** What the values of a property are, as rules see them. */
interface Values {
  text: string
  /** also "True" and "False", as some providers write them */
  flag: boolean
  number: number
  list: unknown[]
  /** kept whole; rules read what is declared inside it */
  object: Record<string, unknown>
  /** an object of which only what is declared inside it is kept */
  container: Record<string, unknown>
}

export type Kind = keyof Values
/** What a rule reads; an object it can only ask for. */
export type Scalar = Exclude<Kind, 'object' | 'container'>
export type ValueOf<K extends Kind> = Values[K]

/** A property that a resource type declares: only what is declared is kept of an answer, and only that can be read. */
export class Property<K extends Kind = Kind> {
  readonly kind: K
  /** cased as Azure documents it; people see it so */
  readonly path: string
  /** the members on the way */
  readonly keys: readonly string[]
  /** what it means that it is not there; undefined where Azure does not document it */
  readonly absent: unknown
  /** the paths at whose absence it means that, in lower case: its own, or of what it lies in */
  readonly absentAt: readonly string[]
  /** the api-version that brought it, where the ones that are asked for may be older */
  readonly since: string | undefined
  /** only previews show it; what its absence leaves open, the checks say */
  readonly isPreview: boolean
  /**
   * who gives it, where a template that leaves it out takes nothing away: Azure, or the name of the resource alone, so
   * that it is known before the resource is there
   */
  readonly givenBy: 'azure' | 'name' | undefined
  /** what it is of a resource that is made without saying it, where that is not what absence means */
  readonly made: Made | undefined

  constructor(kind: K, path: string, meaning: Meaning<K> = {}) {
    const { absent, absentAt = [path], since, isPreview = false, givenBy, made } = meaning
    this.kind = kind
    this.path = path
    this.keys = path.split('.')
    this.absent = absent
    this.absentAt = absent === undefined ? [] : absentAt.map((each) => each.toLowerCase())
    this.since = since
    this.isPreview = isPreview
    this.givenBy = givenBy
    this.made = made
  }
}

interface Meaning<K extends Kind> {
  absent?: ValueOf<K>
  absentAt?: string[]
  since?: string
  isPreview?: boolean
  givenBy?: 'azure' | 'name'
  made?: Made
}

const of =
  <K extends Kind>(kind: K) =>
  (path: string, meaning?: Meaning<K>) =>
    new Property(kind, path, meaning)

export const text = of('text')
export const flag = of('flag')
export const number = of('number')
export const list = of('list')
export const object = of('object')
export const container = of('container')

/** Of a property, or of what nobody declares. */
export function pathOf(property: Property | string): string {
  return typeof property === 'string' ? property : property.path
}

/** What is kept of every resource, whatever its type. */
export const anyResource = { id: text('id'), type: text('type'), name: text('name'), location: text('location') }

/** What is kept of the variables of a resource: where a secret might stand, and what it was taken for. */
export const secretPlaces = list('secrets')

export type Properties = Record<string, Property>

/** What a property has to say, in any casing. */
export interface Condition {
  property: Property
  is: string
}

/** A resource that another one names by its id. */
export interface Link {
  property: Property
  /** of what it names, in lower case; left out where that can be anything, of which only what has a type here is read */
  type?: string
  /** the check that says so when nobody can tell what it names */
  saidBy?: string
  /** in words, when nothing of the kind is without one */
  always?: string
  /** a project has its hub's, unless it names another */
  isInherited?: true
  when?: Condition
  /** it is read in another way */
  isRead?: false
  /** among what people write as they like: nothing but an id of the type is followed, and nothing but an id is kept */
  inFreeText?: true
}

/** One of which a check says so when nobody can follow it. */
export type NamedLink = Link & Required<Pick<Link, 'type' | 'saidBy'>>

/** What Resource Manager lists below a resource. */
export interface ChildList {
  segment: string
  /** below the resource group that it lies in */
  ofGroup?: true
  unless?: Condition
  /** only when somebody asks for it: it costs a request for each resource */
  onRequest?: true
  /** what Resource Graph shows of what it holds: it is listed only where that does not tell enough */
  indexed?: 'whole' | 'existence'
  /** only where there is something that runs web services of SDK v1 */
  ofServices?: true
}

/** How a resource names its customer-managed key. */
export interface KeyHolder {
  /** whether a customer-managed key is in use at all */
  when?: Condition
  /** what tells, besides a key that is named, that one is in use */
  implied?: { property: Property; is: string[] }
  /** a whole key identifier … */
  identifier?: Property
  /** … or its parts */
  parts?: { uri: Property; name: Property; version: Property }
  inUse?: Property
  inUseVersion?: Property
  vaultId?: Property
  /** a switch that says that new versions are followed, although one is named */
  follows?: Property
  /** a client of another tenant, by which the vault is reached */
  federated?: { property: Property; fits: RegExp }
  /** encrypts with the key itself, rather than wrapping others; with the switch on it takes either way */
  encrypts?: { eitherWhen: Condition }
  /** the identity that reaches the key: the one that it names, or else its own; left out where no check asks */
  identity?: { id: Property } | { clientId: Property } | 'own'
}

/** What else is to be known of a type. Casing of its name is Azure's; everything is compared without regard to it. */
interface Facts {
  /** in words, for people */
  label: string
  /** of pseudonyms */
  prefix?: string
  /** Resource Manager api-versions, best first: the next older one is tried when a cloud does not know one */
  apiVersions: string[]
  /** Resource Graph does not have it */
  isManagerOnly?: true
  /** what it names by resource id */
  links?: Link[]
  lists?: ChildList[]
  /** a storage account that it names by its parts, of which only the name is always there */
  account?: { name: Property; subscription: Property; resourceGroup: Property }
  /** ids of the identities it acts with; an object has them as names of its members */
  identities?: Property[]
  /** the resource group that keeps the stores of its metadata, by name or id */
  managedGroup?: { property: Property; when: Condition }
  keys?: KeyHolder[]
  /** properties with the address by which people know it */
  hosts?: Property[]
  /** its variables are looked through for secrets on arrival, and not kept */
  secrets?: true
  /** what a list may leave out; the resource is then read on its own */
  whole?: Property
  /** parameters of the request that lists it */
  query?: Record<string, string>
  /**
   * What it means that one of them does not exist: a check says so, and no other is asked; there is nothing to encrypt; or
   * what holds it does without.
   * Of any other type it leaves undecided what rests on it.
   */
  whenGone?: { saidBy: string } | 'nothing-to-encrypt' | 'not-used'
  /** there is one of this name in each of what holds it, unless Azure answers with this error */
  onlyOne?: { name: string; lackedBy: string }
}

export interface ResourceType extends Facts {
  /** the action that reads it */
  action: string
  prefix: string
  links: Link[]
  lists: ChildList[]
  identities: Property[]
  keys: KeyHolder[]
  hosts: Property[]
  properties: Property[]
  /** what is kept of a resource: every path that is declared */
  keep: string[]
}

/** A type with its properties, as rules use it: `storageAccount.minimumTlsVersion`. */
export type Room<P extends Properties = Properties> = P & {
  /** the name of the type, in lower case */
  type: string
  about: ResourceType
}

/** Of pseudonyms of what has no prefix of its own. */
export const anyPrefix = 'res-'

export function resourceType<P extends Properties>(name: string, properties: P, facts: Facts): Room<P> {
  const all = Object.values(properties)
  const about = {
    prefix: anyPrefix,
    links: [],
    lists: [],
    identities: [],
    keys: [],
    hosts: [],
    ...facts,
    action: `${name}/read`,
    properties: all,
  }
  return { ...properties, type: name.toLowerCase(), about: { ...about, keep: kept(all) } }
}

/** What lies in an object that is kept whole is kept with it. */
function kept(properties: Property[]): string[] {
  const paths = properties.flatMap(({ kind, path }) => (kind === 'container' ? [] : [path]))
  return paths.filter((path) => !paths.some((other) => path.startsWith(`${other}.`)))
}

/** `Microsoft.Storage/storageAccounts`, as Azure cases it. */
export function casedType({ action }: Pick<ResourceType, 'action'>): string {
  return action.replace(/\/read$/, '')
}
