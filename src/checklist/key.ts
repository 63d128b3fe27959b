import { isManagedHsm, parseKeyId } from '../evidence/key-id.ts'
import { encrypting, wrapping } from '../evidence/keys.ts'
import { valueAt } from '../evidence/resource.ts'
import type { Key, KeyConsumer, KeyVersion, Workspace } from '../evidence/workspace.ts'
import type { Part, PerProfile, Said, Severity, Step } from '../model.ts'
import { cosmosDbAccount } from '../resources/cosmos-db.ts'
import { vaultKey } from '../resources/key.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { said, separated, words } from '../said.ts'
import { plural } from '../text.ts'
import { carriedBy } from './carried-by.ts'
import {
  type Check,
  check,
  fail,
  isOn,
  milder,
  notApplicable,
  notRead,
  oneOf,
  pass,
  severity,
  unknown,
  type Verdict,
  worst,
} from './check.ts'
import { az, instruction } from './remedy.ts'

const aboutKeys = 'https://learn.microsoft.com/azure/key-vault/keys/about-keys'
const rotation = 'https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation'
const day = 86_400

/** One check of every key in use. A key in somebody else's tenant can hardly be fixed by whoever reads the report. */
function keyCheck(definition: Omit<Check<Key>, 'subjects' | 'severity'> & { severity: PerProfile<Severity> }): Check {
  return check<Key>({
    ...definition,
    severity: (key) => (key.otherTenant ? severity('medium', 'low') : ownSeverity(key, definition.severity)),
    subjects: (workspace) => workspace.keys,
  })
}

/** Of a key that has no name, because what may use it cannot be read, that resource carries the gate. */
function ownSeverity({ hiddenBy, hiddenUsers }: Key, nominal: PerProfile<Severity>): PerProfile<Severity> {
  if (hiddenUsers || hiddenBy.length === 0) return nominal
  const most = carriedBy(hiddenBy)
  return severity(milder(nominal['cmk-required'], most['cmk-required']), milder(nominal.baseline, most.baseline))
}

/** Judges every version in use and the current one; the worst counts, and says which version and whose it is. */
function eachVersion(key: Key, judge: (version: KeyVersion) => Verdict): Verdict {
  return ofAllUsers(
    key,
    key.versions
      .filter(({ resource }) => resource.unreadable?.state !== 'absent')
      .map((version) => {
        const { unreadable } = version.resource
        const verdict = unreadable ? notRead(unreadable) : judge(version)
        return verdict.status === 'fail'
          ? { ...verdict, message: said`${versionOf(key, version)} ${verdict.message}` }
          : verdict
      }),
  )
}

/** Nothing is right with every version in use while something that may use another one cannot be read. */
function ofAllUsers(key: Key, verdicts: Verdict[]): Verdict {
  const verdict = worst(verdicts)
  if (!key.hiddenUsers || verdict.status === 'fail' || verdict.status === 'unknown') return verdict
  return { ...notRead(key.hiddenUsers), atMost: carriedBy(key.hiddenBy) } as Verdict
}

function versionOf(key: Key, { version, resource, consumers }: KeyVersion): Said {
  // one resource may use a key for several of its stores
  const users = separated([
    ...new Map(consumers.map((consumer) => [consumer.resource.name, consumer.resource])).values(),
  ])
  const which = resource === key.current ? 'current version' : said`version ${{ name: String(version) }}`
  return said`The ${which} of ${key}${users.length > 0 ? said`, used by ${users},` : ''}`
}

const readableKey = keyCheck({
  id: 'key/readable',
  title: 'The key exists and can be read',
  failed: 'The key, or the version in use, does not exist',
  irreversible: 'keys',
  rows: ['S15', 'S20'],
  severity: severity('high'),
  absent: (key) =>
    key.vault?.unreadable?.state === 'absent'
      ? notApplicable('absent')
      : fail(said`The key ${key} does not exist in ${{ name: key.host }}.`),
  judge: (key) => {
    key.current.read(vaultKey.kty)
    const gone = key.versions.find(({ resource }) => resource.unreadable?.state === 'absent')
    if (gone) return fail(said`${versionOf(key, gone)} no longer exists.`)
    return eachVersion(key, () => pass())
  },
  passes: 'The key and every version in use can be read.',
  fails: 'The key, or a version in use, does not exist.',
  cannotTell:
    'Key or vault cannot be read, or they are in another tenant. A resource that may use a key, or another version of it, cannot be read. A resource has a key on and does not name it.',
  why: 'Data that is encrypted with a key that is gone cannot be decrypted again.',
  remedy: (key) => az`keyvault key recover ${at(key)}`,
  reference: 'https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery',
})

/** Also says that nobody knows whether keys are in use, and which. */
export const readable: Check = {
  ...readableKey,
  subjects: ({ keys, unknownKeys }) => ({ ...keys, all: [...keys.all, ...unknownKeys] }),
}

export const enabled = keyCheck({
  id: 'key/enabled',
  title: 'The key is enabled',
  failed: 'The key is disabled',
  rows: ['S15', 'S24'],
  severity: severity('high'),
  judge: (key) => eachVersion(key, ({ resource }) => isOn(resource.read(vaultKey.enabled), 'is disabled.')),
  passes: 'Every version in use, and the current one, is enabled.',
  fails: 'One is disabled.',
  cannotTell: 'Azure does not report it, or one cannot be read.',
  why: 'A disabled key revokes access: every service that uses it stops reading and writing its data.',
  remedy: (key) => az`keyvault key set-attributes ${at(key)} --enabled true`,
  reference: aboutKeys,
})

export const validity = keyCheck({
  id: 'key/validity',
  title: 'The key is valid, and stays so for the next 30 days',
  failed: 'The key has expired, expires soon, or is not valid yet',
  irreversible: 'keys',
  rows: ['S15'],
  severity: severity('high'),
  judge: (key, workspace) =>
    eachVersion(key, (version) => validityOf(version, now(workspace), workspace.options.keyExpiryWarningDays)),
  passes:
    'Every version in use, and the current one, is valid for longer than the warning period (30 days unless configured).',
  fails: 'One has expired, or is not valid yet. Medium, low under `baseline`: one expires within the period.',
  cannotTell: 'One cannot be read.',
  why: 'An expired key stops the services that use it.',
  remedy: (key) => az`keyvault key rotate ${at(key)}`,
  reference: aboutKeys,
  policies: [
    {
      name: 'Keys should have more than the specified number of days before expiration',
      id: '5ff38825-c5d8-47c5-b70e-069a21955146',
    },
  ],
})

function validityOf({ resource }: KeyVersion, at: number, warningDays: number): Verdict {
  const [from, until] = [resource.read(vaultKey.notBefore), resource.read(vaultKey.expires)]
  if (from !== undefined && from > at) return fail(said`is not valid before ${date(from)}.`)
  if (until === undefined) return pass()
  if (until <= at) return fail(said`expired on ${date(until)}.`)
  if (until <= at + warningDays * day)
    return fail(said`expires on ${date(until)}.`, { severity: severity('medium', 'low') })
  return pass()
}

const keyTypes = { pass: ['RSA', 'RSA-HSM'], fail: ['EC', 'EC-HSM', 'oct', 'oct-HSM'] }

export const type = keyCheck({
  id: 'key/type',
  title: 'The key is an RSA key',
  failed: 'The key is not an RSA key',
  rows: ['S20'],
  severity: severity('medium', 'low'),
  judge: (key) =>
    eachVersion(key, ({ resource }) => {
      const kty = resource.read(vaultKey.kty)
      return oneOf(kty, keyTypes, said`is of type ${{ name: kty ?? '' }}.`)
    }),
  passes: 'It is RSA or RSA-HSM.',
  fails: 'It is an elliptic-curve or a symmetric key.',
  cannotTell: 'The type is absent, or is not recognized.',
  why: 'Storage, the container registry and Azure Machine Learning document RSA keys only.',
  remedy: newKey,
  reference: 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview',
  policies: [
    { name: 'Keys should be the specified cryptographic type RSA or EC', id: '75c4f823-d65c-4f29-a733-01d0077fdbcb' },
  ],
})

export const size = keyCheck({
  id: 'key/size',
  title: 'The key has at least 3072 bits',
  failed: 'The key is too short',
  rows: ['S20'],
  severity: severity('medium'),
  judge: (key, { options }) => eachVersion(key, (version) => sizeOf(version, options.keyMinimumBits)),
  passes: 'An RSA key has at least 3072 bits. Other types have no size to judge.',
  fails:
    'Medium: it has fewer bits than the minimum (2048 unless configured). Low, info under `baseline`: from there to 3071.',
  cannotTell: 'Azure does not report how long it is, or of which type.',
  why: 'Below 2048 bits RSA is not considered secure; Azure Machine Learning recommends 3072.',
  remedy: newKey,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys',
  policies: [
    {
      name: 'Keys using RSA cryptography should have a specified minimum key size',
      id: '82067dbb-e53b-4e06-b631-546d197452d9',
    },
  ],
})

function sizeOf({ resource }: KeyVersion, minimum: number): Verdict {
  const kty = resource.read(vaultKey.kty)
  const isRsa = oneOf(kty, keyTypes)
  if (isRsa.status !== 'pass') return isRsa.status === 'fail' ? notApplicable('not-used') : isRsa
  const bits = resource.read(vaultKey.size)
  if (bits === undefined) return unknown('property-absent', 'Azure did not report how long the key is.')
  if (bits < minimum) return fail(said`has ${bits} bits.`)
  return bits < 3072
    ? fail(said`has ${bits} bits; 3072 are recommended.`, { severity: severity('low', 'info') })
    : pass()
}

export const operations = keyCheck({
  id: 'key/operations',
  title: 'The key allows what its users do with it',
  failed: 'The key does not allow what it is used for',
  rows: ['S20'],
  severity: severity('medium'),
  judge: (key) =>
    eachVersion(key, ({ resource, consumers }) => {
      const allowed = resource.read(vaultKey.operations)?.map((operation) => String(operation).toLowerCase())
      if (!allowed) return unknown('property-absent', 'Azure did not report what the key may be used for.')
      resource.note('properties.keyOps', allowed.join(', '))
      const lacking = neededBy(consumers.length > 0 ? consumers : key.consumers, allowed).filter(
        (operation) => !allowed.includes(operation.toLowerCase()),
      )
      return lacking.length > 0 ? fail(said`lacks the operation ${words(lacking.join(' and '))}.`) : pass()
    }),
  passes:
    'Wrapping and unwrapping are allowed; for the encryption of etcd by Azure Kubernetes Service encrypting and decrypting, or either pair with the newer kind.',
  fails: 'One of the operations that its users need is not.',
  cannotTell: 'Azure does not list the operations.',
  why: 'Services wrap their data keys with it, or encrypt them; a key that may not unwrap or decrypt makes the data unreadable.',
  remedy: (key) => az`keyvault key set-attributes ${at(key)} --ops ${operationsOf(key)}`,
  reference: aboutKeys,
})

/** Both pairs when there are users of both kinds; who takes either pair needs one of them whole. */
function neededBy(consumers: KeyConsumer[], allowed: string[]): string[] {
  const needed = [...new Set(consumers.flatMap(({ use }) => use.operations ?? []))]
  if (needed.length > 0) return needed
  const isWhole = (pair: readonly string[]) => pair.every((operation) => allowed.includes(operation.toLowerCase()))
  return [...(!isWhole(wrapping) && isWhole(encrypting) ? encrypting : wrapping)]
}

/** What is needed, and what the current version allows already: the command replaces the whole list. */
function operationsOf(key: Key): string[] {
  const allowed = (key.current.read(vaultKey.operations) ?? []).map((operation) => String(operation).toLowerCase())
  const needed = neededBy(key.consumers, allowed)
  const known = [...wrapping, ...encrypting, 'sign', 'verify', 'import', 'export']
  const others = known.filter((operation) => allowed.includes(operation.toLowerCase()) && !needed.includes(operation))
  return [...needed, ...others]
}

export const expirySet = keyCheck({
  id: 'key/expiry-set',
  title: 'The key has an expiry date',
  failed: 'The key has no expiry date',
  rows: ['S15'],
  severity: severity('low'),
  judge: (key) =>
    eachVersion(key, ({ resource }) =>
      resource.read(vaultKey.expires) === undefined ? fail('has no expiry date.') : pass(),
    ),
  passes: 'Every version in use, and the current one, has an expiry date.',
  fails: 'One has none.',
  cannotTell: 'One cannot be read.',
  why: 'A key that never expires is never replaced. Set an expiry date together with a rotation policy, or the day it expires stops the services.',
  remedy: (key) => az`keyvault key rotation-policy update ${at(key)} --value rotation-policy.json`,
  reference: rotation,
  policies: [{ name: 'Key Vault keys should have an expiration date', id: '152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0' }],
})

export const rotationPolicy = keyCheck({
  id: 'key/rotation-policy',
  title: 'The key is rotated by a policy',
  failed: 'No policy rotates the key',
  rows: ['S15'],
  severity: severity('medium', 'low'),
  judge: ({ current }) => {
    const actions = current.read(vaultKey.rotationActions)
    if (!current.has(vaultKey.rotationPolicy)) {
      return unknown(
        'property-absent',
        'Azure did not show a rotation policy, which does not prove that there is none.',
      )
    }
    const types = (actions ?? []).map((action) => String(valueAt(action, 'action.type') ?? 'nothing').toLowerCase())
    current.note('properties.rotationPolicy.lifetimeActions', types.join(', ') || null)
    if (types.includes('rotate')) return pass()
    const stranger = types.find((type) => type !== 'notify')
    if (stranger !== undefined)
      return unknown(
        'unrecognised-value',
        said`The rotation policy has an action that is not recognized: ${{ name: stranger }}.`,
      )
    return fail(types.length > 0 ? 'The rotation policy only notifies.' : 'The rotation policy does nothing.', {
      severity: 'low',
    })
  },
  passes: 'The policy has an action that rotates.',
  fails: 'Low: it only notifies, or does nothing.',
  cannotTell:
    'Azure shows no policy, which does not prove that there is none, or shows an action that is not recognized.',
  why: 'Without a policy the key is rotated when somebody remembers to.',
  remedy: (key) => az`keyvault key rotation-policy update ${at(key)} --value rotation-policy.json`,
  reference: rotation,
  policies: [
    {
      name: 'Keys should have a rotation policy ensuring that their rotation is scheduled within the specified number of days after creation.',
      id: 'd8cf8476-a2ec-4916-896e-992351803c44',
    },
  ],
})

export const age = keyCheck({
  id: 'key/age',
  title: 'The key is not older than two years',
  failed: 'The key is too old',
  rows: ['S15'],
  severity: severity('medium', 'low'),
  judge: (key, workspace) =>
    eachVersion(key, ({ resource }) => {
      const created = resource.read(vaultKey.created)
      if (created === undefined) return unknown('property-absent', 'Azure did not report when the key was created.')
      const days = workspace.options.keyMaximumAgeDays
      return created < now(workspace) - days * day
        ? fail(said`was created on ${date(created)}, more than ${words(plural(days, 'day'))} ago.`)
        : pass()
    }),
  passes: 'Every version in use, and the current one, is younger than the maximum (730 days unless configured).',
  fails: 'One is older.',
  cannotTell: 'Azure does not report when one was created.',
  why: 'The older a key, the more data is lost with it when it leaks. Azure Storage documents rotation at least every two years.',
  remedy: (key) => az`keyvault key rotate ${at(key)}`,
  reference: 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview',
  policies: [
    {
      name: 'Keys should not be active for longer than the specified number of days',
      id: 'c26e4b24-cf98-4c67-b48b-5a25c4c69eb9',
    },
  ],
})

const boundedKey = keyCheck({
  id: 'key/validity-period',
  title: 'The key is not valid for longer than is allowed',
  failed: 'The key is valid for longer than is allowed',
  rows: ['S15'],
  severity: severity('info'),
  judge: (key, { options }) =>
    eachVersion(key, (version) => periodOf(version, options.keyMaximumValidityDays ?? Number.POSITIVE_INFINITY)),
  passes:
    'Every version in use, and the current one, ends within `key-maximum-validity-days` of its creation. Not judged unless the config file sets that.',
  fails: 'One is valid for longer, or has no end.',
  cannotTell: 'Azure does not report when one was created.',
  why: 'A key that is valid for years need not be rotated: the period is what makes rotation certain, where a policy asks for one.',
  remedy: (key) => az`keyvault key rotation-policy update ${at(key)} --value rotation-policy.json`,
  reference: rotation,
  policies: [
    { name: 'Keys should have the specified maximum validity period', id: '49a22571-d204-4c91-a7b6-09b1a586fbc9' },
  ],
})

/** Nobody asks unless the config file says how long is too long. */
export const validityPeriod: Check = {
  ...boundedKey,
  subjects: ({ keys, options }) => (options.keyMaximumValidityDays === null ? { all: [], none: 'disabled' } : keys),
}

function periodOf({ resource }: KeyVersion, days: number): Verdict {
  const [created, end] = [resource.read(vaultKey.created), resource.read(vaultKey.expires)]
  if (end === undefined) return fail(said`has no end, and may be valid for ${words(plural(days, 'day'))}.`)
  if (created === undefined) return unknown('property-absent', 'Azure did not report when the key was created.')
  return end - created > days * day
    ? fail(said`is valid from ${date(created)} to ${date(end)}, longer than ${words(plural(days, 'day'))}.`)
    : pass()
}

export const currentVersion = keyCheck({
  id: 'key/current-version',
  title: "The key's current version is the one in use",
  failed: "The version in use is not the key's current one",
  rows: ['S15', 'S24'],
  severity: severity('medium', 'low'),
  judge: (key) => {
    const newest = parseKeyId(key.current.read(vaultKey.uriWithVersion) ?? '')?.version?.toLowerCase()
    return ofAllUsers(
      key,
      key.consumers.map((consumer) => versionInUse(consumer, newest)),
    )
  },
  passes: 'Every resource that is set to a version has the current one; the others follow new versions by themselves.',
  fails: 'A resource is set to an older version.',
  cannotTell: 'A workspace names the key without a version, or Azure does not report which one is current.',
  why: 'After a rotation, data stays encrypted with the old version until the consumer moves on.',
  remedy: (key) =>
    instruction`Point the resources that use ${key} to the current version, or to the key without a version where that is possible; a workspace takes another version of a key in the same vault only. Keep the old version enabled until all have moved.`,
  reference: rotation,
})

function versionInUse({ resource, use }: Key['consumers'][number], newest: string | undefined): Verdict {
  if (use.pinned === null && resource.type === mlWorkspace.type) {
    return unknown(
      'not-observable',
      said`${resource} names the key without a version, and nothing shows which one it uses.`,
    )
  }
  const cosmos = resource.type === cosmosDbAccount.type
  const used = (use.pinned ?? (cosmos ? use.inUse : null))?.toLowerCase()
  if (used === undefined) return pass()
  if (newest === undefined)
    return unknown('property-absent', 'Azure did not report which version of the key is the current one.')
  return used === newest
    ? pass()
    : fail(said`${resource} uses version ${{ name: used }}; the current version is ${{ name: newest }}.`)
}

/** The options by which `az keyvault key` finds a key. */
function at({ name, vault, host }: Key): Part[] {
  const option = isManagedHsm(host) ? '--hsm-name' : '--vault-name'
  // nothing is wrong with a key whose vault is not known: it cannot be read
  return ['--name', { name }, option, { name: vault?.name ?? host }]
}

function newKey(key: Key): Step {
  return az`keyvault key create ${at(key)} --kty ${isManagedHsm(key.host) ? 'RSA-HSM' : 'RSA'} --size 3072`
}

function now(workspace: Workspace): number {
  return Date.parse(workspace.evidence.collectedAt) / 1000
}

function date(seconds: number): Part[] {
  const moment = new Date(seconds * 1000)
  return words(Number.isNaN(moment.getTime()) ? `second ${seconds} since 1970` : moment.toISOString().slice(0, 10))
}
