import { Unknown, unknownIn } from './unknown.ts'

/**
 * What a value was taken for while it was collected; one that is `unrecognised` has a shape in which nobody knows how to
 * look for a secret. The value itself is never kept.
 */
export type SecretClass = 'safe' | 'name' | 'unrecognised' | `credential:${string}`

/** A place where a secret might stand, and what was found there. */
export interface SecretPlace {
  path: string
  /** name of the variable */
  name: string
  /** characters of the value */
  length: number
  class: SecretClass
}

/** Names and references by which secrets are injected, as documented; they are not secrets themselves. */
const reference = /^\$\{\{\s*(azureml:\/\/connections\/|keyvault:https:\/\/)[^{}]+\}\}$/

const credentials: [string, RegExp][] = [
  ['account-key', /\b(AccountKey|SharedAccessKey)=/i],
  ['connection-string', /\bDefaultEndpointsProtocol=/i],
  ['shared-access-signature', /[?&]sig=[A-Za-z0-9%]{20,}/],
  ['private-key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['json-web-token', /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/],
  ['github-token', /\bgh[pousr]_[A-Za-z0-9]{30,}/],
  ['api-key', /\bsk-[A-Za-z0-9_-]{20,}/],
  // identifiable keys of Azure: a signature at a fixed place (https://github.com/microsoft/security-utilities)
  ['azure-registry-password', /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{42}\+ACR[A-D][A-Za-z0-9/+]{5}(?![A-Za-z0-9/+])/],
  ['azure-storage-key', /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}\+ASt[A-Za-z0-9/+]{5}[AQgw]==/],
  ['azure-cosmos-key', /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}ACDb[A-Za-z0-9/+]{5}[AQgw]==/],
  ['azure-batch-key', /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}\+ABa[A-Za-z0-9/+]{5}[AQgw]==/],
  ['azure-hub-key', /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{33}\+(ASb|AEh|ARm)[A-Za-z0-9/+]{6}=/],
  ['azure-iot-key', /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{33}AIoT[A-Za-z0-9/+]{6}=/],
  ['azure-search-key', /(?<![\w-])[\w-]{42}AzSe[A-D][\w-]{5}(?![\w-])/],
  ['azure-function-key', /(?<![\w-])[\w-]{44}AzFu[\w-]{5}[AQgw]==/],
  ['azure-app-secret', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/],
  ['url-password', /:\/\/[^/\s:@]{1,256}:[^/\s@]{1,256}@/],
]

/** What every shape has: most texts are done with after one look. */
const sign = /[=+~@]|-----BEGIN|eyJ|gh[pousr]_|sk-|Az(?:Se|Fu)/

/** 64 bytes in Base64, as keys of storage and Cosmos DB are; and 32 bytes, which any SHA-256 is as well. */
const base64 = { long: /^[A-Za-z0-9+/]{86}==$/, short: /^[A-Za-z0-9+/]{43}=$/ }
const digestWords = ['hash', 'digest', 'checksum', 'sha', 'sha1', 'sha256', 'sha512', 'signature', 'integrity']

/** Words that make a name one of a secret, next to each other and in this order. */
const secretNames = [
  ['pass'],
  ['password'],
  ['passwd'],
  ['secret'],
  ['token'],
  ['sas'],
  ['apikey'],
  ['accesskey'],
  ['accountkey'],
  ['connectionstring'],
  ['clientsecret'],
  ['privatekey'],
  ['api', 'key'],
  ['access', 'key'],
  ['account', 'key'],
  ['connection', 'string'],
  ['private', 'key'],
]

/** A name that ends in one of these describes a secret and is none: `TOKEN_URL`, `SECRET_NAME`. */
const describing = new Set(
  'id ids name names url uri path paths file files dir folder count limit ttl type kind size length version enabled endpoint host port region scope issuer audience expiry expires timeout seconds minutes days provider policy'.split(
    ' ',
  ),
)

/** Whether the name of a variable says that it holds a secret; compared word by word. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  if (describing.has(words.at(-1) ?? '')) return false
  // the second password is one as well
  const bare = wordsOf(name.replace(/(?<=[a-z])\d+(?![a-z\d])/gi, ''))
  return secretNames.some((sequence) =>
    bare.some((_, at) => sequence.every((word, offset) => bare[at + offset] === word)),
  )
}

/**
 * What a variable's value is taken for: by its shape, else by the variable's name. All patterns run in linear time.
 * Stands on https://learn.microsoft.com/azure/machine-learning/concept-secret-injection and on what services document
 * of their keys.
 */
export function classify(name: string, value: string): SecretClass {
  const text = value.trim()
  if (reference.test(text)) return 'safe'
  const shape = shapeOf(name, text)
  if (shape) return `credential:${shape}`
  if (isHarmless(text)) return 'safe'
  if (isSecretName(name)) return 'name'
  return wordsOf(name).includes('license') && isOpaque(text) ? 'name' : 'safe'
}

/** What kind of credential a text looks like; the variable's name helps where the shape alone would not do. */
export function shapeOf(name: string, text: string): string | null {
  if (!sign.test(text)) return null
  return credentials.find(([, pattern]) => pattern.test(text))?.[0] ?? base64Shape(name, text)
}

function base64Shape(name: string, text: string): string | null {
  if (base64.long.test(text)) return wordsOf(name).some((word) => digestWords.includes(word)) ? null : 'base64-key'
  return base64.short.test(text) && isSecretName(name) ? 'base64-key' : null
}

function isHarmless(text: string): boolean {
  return text === '' || /^(true|false)$/i.test(text) || /^[+-]?\d+(\.\d+)?$/.test(text) || isAddress(text)
}

/** Paths, and URLs in which nobody is named and nothing signed: a token can stand where a name does. */
function isAddress(text: string): boolean {
  return (
    (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text) && !/^[^:]*:\/\/[^/]*@|[?&]sig=/i.test(text)) ||
    /^(\.{1,2}|~)?\/[\w./-]*$/.test(text) ||
    /^[a-z]:\\[\w.\\ -]*$/i.test(text)
  )
}

/** Long, without spaces, of letters and digits: nothing that somebody would write by hand. */
function isOpaque(text: string): boolean {
  return text.length >= 16 && !/\s/.test(text) && /[a-z]/i.test(text) && /\d/.test(text)
}

/** `myApiKey`, `MY_API_KEY` and `my-api-key` are the same three words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
}

/**
 * Every place in a resource where a secret might stand in clear: environment variables, wherever they are nested
 * (trials, steps of pipelines, job definitions of schedules, custom services), the free-form `properties` of endpoints,
 * deployments and jobs, and the metadata of connections.
 *
 * @param isCompute what its `properties` hold is documented, unless they are texts alone
 */
export function secretPlaces(body: unknown, isCompute = false): SecretPlace[] {
  return placesIn('', body, 0, isCompute)
}

/** Names are shown, unless somebody has put the secret there. */
export function shown(name: string): string {
  return shapeOf('', name) === null ? name : '…'
}

const variableBags = /^environment_?variables$/i
const freeForm = ['properties.properties', 'properties.metadata']
/** What variables lie in, by where it documents an object or a list. */
const aroundVariables =
  /^properties\.(properties|trial|jobs|action|action\.jobDefinition|containers|initContainers|properties\.customServices)$/i
/** No documented payload nests deeper; a hostile one ends here. */
export const DEPTH = 32

function placesIn(path: string, value: unknown, depth: number, isCompute: boolean): SecretPlace[] {
  if (!isNested(value) || depth > DEPTH) return []
  return Object.entries(value).flatMap(([key, member]): SecretPlace[] => {
    const at = path === '' ? shown(key) : `${path}.${shown(key)}`
    const isFree = freeForm.includes(at.toLowerCase()) && (!isCompute || isFlat(at, member))
    if (variableBags.test(key) || isFree) return variables(at, member, depth + 1)
    if (aroundVariables.test(at) && isScalar(member)) return [strange(at, key, member)]
    return placesIn(at, member, depth + 1, isCompute)
  })
}

/** Whether the inner properties of a compute are a bag of texts. */
function isFlat(path: string, value: unknown): boolean {
  const isStrange = (key: string, member: unknown) => aroundVariables.test(`${path}.${key}`) && isScalar(member)
  return isNested(value) && Object.entries(value).every(([key, one]) => !isNested(one) && !isStrange(key, one))
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Unknown)
}

/** A text of blanks is as good as none. */
function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' ? value.trim() !== '' : typeof value === 'number' || typeof value === 'boolean'
}

/** Members in which variables can lie, wherever they are nested; all others hold texts, or nothing of the kind. */
const around =
  /^(properties|jobDefinition|createJob|action|trial|jobs|settings|schedules|resources|customServices|containers|initContainers|metadata|environment_?variables)$/i

/** What a plan leaves open where variables can stand: that none is a secret cannot be told then. */
export function openVariable(body: unknown, depth = 0): Unknown | null {
  if (typeof body !== 'object' || body === null || depth > DEPTH) return null
  for (const [key, member] of Object.entries(body)) {
    const isBag = variableBags.test(key)
    const open = isBag ? unknownIn(member) : member instanceof Unknown && around.test(key) ? member : null
    const found = open ?? (member instanceof Unknown ? null : openVariable(member, depth + 1))
    if (found) return found
  }
  return null
}

/** A variable is a text, or an object that has its text under `value`; in a list, that object has its name as well. */
function variables(path: string, bag: unknown, depth: number): SecretPlace[] {
  if (isScalar(bag)) return [strange(path, path.slice(path.lastIndexOf('.') + 1), bag)]
  if (!isNested(bag)) return []
  const isList = Array.isArray(bag)
  return Object.entries(bag).flatMap(([key, member]): SecretPlace[] => {
    const name = isList ? nameOf(member, key) : key
    const at = `${path}.${shown(name)}`
    if (typeof member === 'string' && !isList) return [place(at, name, member)]
    if (typeof member === 'string' && isScalar(member)) return [strange(at, name, member)]
    if (!isNested(member)) return []
    const { value } = member as { value?: unknown }
    if (typeof value !== 'string') return deeper(at, name, member, depth)
    return [place(`${at}.value`, name, value), ...deeper(at, name, { ...member, name: null, value: null }, depth)]
  })
}

/** What is taken for a secret deeper than variables are documented to lie, under the nearest name. */
function deeper(path: string, name: string, value: unknown, depth: number): SecretPlace[] {
  if (typeof value === 'string') return [place(path, name, value)].filter((found) => found.class !== 'safe')
  if (!isNested(value) || depth > DEPTH) return []
  const own = nameOf(value, name)
  return Object.entries(value).flatMap(([key, member]) =>
    deeper(`${path}.${shown(key)}`, Array.isArray(value) || key === 'value' ? own : key, member, depth + 1),
  )
}

function place(path: string, name: string, text: string): SecretPlace {
  return { path, name: shown(name), length: text.length, class: classify(name, text) }
}

/** A text that should have been a list of names and values: its shape can still show that it is a credential. */
function strange(path: string, name: string, value: string | number | boolean): SecretPlace {
  const text = String(value)
  const shape = shapeOf('', text.trim())
  return { path, name: shown(name), length: text.length, class: shape ? `credential:${shape}` : 'unrecognised' }
}

function nameOf(variable: unknown, otherwise: string): string {
  const name = isNested(variable) ? (variable as { name?: unknown }).name : undefined
  return typeof name === 'string' && name !== '' ? name : otherwise
}
