import { DAY, dateOf } from '../../calendar.ts'
import type { Resource } from '../../evidence/resource.ts'
import type { KeyVersion, Workspace } from '../../evidence/workspace/model.ts'
import type { Part } from '../../model.ts'
import { vaultKey } from '../../resources/key.ts'
import { said, words } from '../../said.ts'
import { plural } from '../../text.ts'
import { type Check, fail, pass, severity, unknown, type Verdict } from '../check.ts'
import { az } from '../remedy.ts'
import { aboutKeys, at, eachVersion, keyCheck, rotation } from './key-check.ts'

/** In seconds, as keys count. */
const day = DAY / 1000

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
  cannotTell: 'One cannot be read, or Azure does not report its attributes.',
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
  if (until === undefined) return ifTold(resource, pass())
  if (until <= at) return fail(said`expired on ${date(until)}.`)
  if (until <= at + warningDays * day)
    return fail(said`expires on ${date(until)}.`, { severity: severity('medium', 'low') })
  return pass()
}

/** Every key has the time of its creation and is on or off: where Azure shows neither, a date that is missing says nothing. */
function ifTold(key: Resource, verdict: Verdict): Verdict {
  const isTold = [vaultKey.created, vaultKey.enabled].some((each) => key.has(each))
  return isTold ? verdict : unknown('property-absent', 'Azure did not report the attributes of the key.')
}

export const expirySet = keyCheck({
  id: 'key/expiry-set',
  title: 'The key has an expiry date',
  failed: 'The key has no expiry date',
  rows: ['S15'],
  severity: severity('low'),
  judge: (key) =>
    eachVersion(key, ({ resource }) =>
      resource.read(vaultKey.expires) === undefined ? ifTold(resource, fail('has no expiry date.')) : pass(),
    ),
  passes: 'Every version in use, and the current one, has an expiry date.',
  fails: 'One has none.',
  cannotTell: 'One cannot be read, or Azure does not report its attributes.',
  why: 'A key that never expires is never replaced. Set an expiry date together with a rotation policy, or the day it expires stops the services.',
  remedy: (key) => az`keyvault key rotation-policy update ${at(key)} --value rotation-policy.json`,
  reference: rotation,
  policies: [{ name: 'Key Vault keys should have an expiration date', id: '152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0' }],
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
  cannotTell: 'Azure does not report when one was created, or none of its attributes.',
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
  if (end === undefined)
    return ifTold(resource, fail(said`has no end, and may be valid for ${words(plural(days, 'day'))}.`))
  if (created === undefined) return unknown('property-absent', 'Azure did not report when the key was created.')
  return end - created > days * day
    ? fail(said`is valid from ${date(created)} to ${date(end)}, longer than ${words(plural(days, 'day'))}.`)
    : pass()
}

function now(workspace: Workspace): number {
  return Date.parse(workspace.evidence.collectedAt) / 1000
}

function date(seconds: number): Part[] {
  const moment = new Date(seconds * 1000)
  return words(Number.isNaN(moment.getTime()) ? `second ${seconds} since 1970` : dateOf(moment))
}
