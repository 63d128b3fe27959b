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
  /** what it means that it is not there; undefined where Azure does not document it */
  readonly absent: unknown
  /** the paths at whose absence it means that, in lower case: its own, or of what it lies in */
  readonly absentAt: readonly string[]
  /** the api-version that brought it, where the ones that are asked for may be older */
  readonly since: string | undefined
  /** only previews show it; what its absence leaves open, the checks say */
  readonly isPreview: boolean

  constructor(kind: K, path: string, { absent, absentAt = [path], since, isPreview = false }: Meaning<K> = {}) {
    this.kind = kind
    this.path = path
    this.absent = absent
    this.absentAt = absent === undefined ? [] : absentAt.map((each) => each.toLowerCase())
    this.since = since
    this.isPreview = isPreview
  }
}

interface Meaning<K extends Kind> {
  absent?: ValueOf<K>
  absentAt?: string[]
  since?: string
  isPreview?: boolean
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

/** What is kept of every resource, whatever its type. */
export const anyResource = { id: text('id'), type: text('type'), name: text('name'), location: text('location') }

/** What is kept of the variables of a resource: where a secret might stand, and what it was taken for. */
export const secretPlaces = list('secrets')

export type Properties = Record<string, Property>

/** Where a resource names another one. */
export interface Edge {
  property: Property
  /** of what it names, in lower case */
  type: string
  /** the check that says so when nobody can tell what it names */
  saidBy: string
  /** in words, when nothing of the kind is without one */
  always?: string
}

/** How a resource names its customer-managed key. */
export interface KeyHolder {
  /** whether a customer-managed key is in use at all */
  when?: { property: Property; is: string }
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
  encrypts?: { eitherWhen: { property: Property; is: string } }
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
  /** the resource ids it refers to, which are followed wherever it is read */
  links?: Property[]
  /** what it names, and which check says so when nobody can tell what that is */
  edges?: Edge[]
  /** other resource ids in it, of what is read in another way */
  mentions?: Property[]
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
   * What it means that one of them does not exist: a check says so, and no other is asked; or there is nothing to encrypt.
   * Of any other type it leaves undecided what rests on it.
   */
  whenGone?: { saidBy: string } | 'nothing-to-encrypt'
}

export interface ResourceType extends Facts {
  /** the action that reads it */
  action: string
  prefix: string
  links: Property[]
  edges: Edge[]
  mentions: Property[]
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

export function resourceType<P extends Properties>(name: string, properties: P, facts: Facts): Room<P> {
  const all = Object.values(properties)
  const about = {
    prefix: 'res-',
    links: [],
    edges: [],
    mentions: [],
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
