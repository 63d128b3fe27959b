import { DAY } from '../../calendar.ts'
import { gapOf, peek } from '../../evidence/resource.ts'
import { only, type StorageAccount, type Workspace } from '../../evidence/workspace/model.ts'
import type { Said } from '../../model.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { anyResource } from '../../resources/type.ts'
import { said, words } from '../../said.ts'
import { plural } from '../../text.ts'
import { check, fail, notRead, pass, severity, unknown, type Verdict, worst } from '../check.ts'
import { az, instruction, named } from '../remedy.ts'
import { isCustomers, unlessManaged, workspaceAccount } from './roles.ts'

export const exists = check({
  id: 'storage/exists',
  title: 'The storage account exists',
  failed: 'The storage account does not exist',
  irreversible: 'data',
  rows: ['S11', 'S14'],
  severity: ({ roles, unnamed }, { kind }) => {
    if (unnamed?.reason === 'property-absent' && kind === 'hub') return severity('low')
    return roles.has('workspace') || roles.has('metadata') ? severity('high') : severity('low')
  },
  subjects: ({ storageAccounts }) =>
    only(
      storageAccounts,
      (account) => isCustomers(account) || account.unnamed !== undefined || account.unreadable?.state === 'absent',
    ),
  absent: (account) => fail(said`The storage account ${account} no longer exists.`),
  judge: (account) => {
    account.read(anyResource.name)
    return pass()
  },
  passes: 'The account can be read.',
  fails:
    'It no longer exists. High for the account of the workspace or its metadata, low for one that only a datastore names.',
  cannotTell:
    'It cannot be read, or the workspace or a datastore names none, or in no way that is known. Low for a hub that names none.',
  why: 'A workspace cannot change its storage account: without it, snapshots, outputs and logs are gone. A datastore without its account is a stale link.',
  remedy: unlessManaged(
    (account) =>
      instruction`Recover the account within 14 days of its deletion, in the portal under Storage accounts, Restore deleted accounts: ${account}.`,
  ),
  reference: 'https://learn.microsoft.com/azure/storage/common/storage-account-recover',
})

export const sharedKey = check({
  id: 'storage/shared-key',
  title: 'Account keys are off, or are rotated in time',
  failed: 'Account keys are on, and are not rotated in time',
  rows: ['S16'],
  severity: severity('medium', 'low'),
  subjects: workspaceAccount,
  judge: (account, workspace) => {
    if (account.read(storageAccount.sharedKeyAccess) === false) return pass()
    const days = account.read(storageAccount.keyExpirationDays)
    if (days === undefined) return fail('Account keys are accepted, and nothing asks for their rotation.')
    return worstOfKeys(account, days, workspace)
  },
  passes:
    'Account keys are refused; or they expire, and both are younger than that, and than `key-maximum-age-days` (730 unless configured).',
  fails: 'Nothing asks for their rotation. Low: one is older, or Azure does not know how old it is.',
  cannotTell: 'A creation time is not a date, or could not be read.',
  why: 'Whoever has an account key reads and writes everything, unnoticed, until it is regenerated.',
  remedy: (account) => [
    az`storage account update ${named(account.id)} --key-exp-days 90`,
    instruction`Then regenerate the keys and run \`az ml workspace sync-keys\`. Better: let the workspace use its identity (\`system_datastores_auth_mode: identity\`), then turn account keys off with \`--allow-shared-key-access false\`.`,
  ],
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-change-storage-access-key',
  policies: [
    { name: 'Storage accounts should prevent shared key access', id: '8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54' },
    { name: 'Storage account keys should not be expired', id: '044985bb-afe1-42cd-8a36-9d5d42424537' },
  ],
})

const creationTimes = { key1: storageAccount.key1CreationTime, key2: storageAccount.key2CreationTime }

function worstOfKeys(account: StorageAccount, policyDays: number, { evidence, options }: Workspace): Verdict {
  const now = Date.parse(evidence.collectedAt)
  const days = Math.min(policyDays, options.keyMaximumAgeDays)
  const verdicts = Object.entries(creationTimes).map(([key, property]) => {
    const gap = gapOf(account)
    if (gap && peek(account, property) === undefined) return notRead(gap)
    const created = account.read(property)
    const at = Date.parse(created ?? '')
    if (created === undefined)
      return fail(said`Azure does not know when ${words(key)} was created: rotate it once.`, { severity: 'low' })
    if (Number.isNaN(at)) return unknown('unrecognised-value', said`The creation time of ${words(key)} is not a date.`)
    if (at >= now - days * DAY) return pass()
    return fail(tooOld(key, policyDays, days), { severity: 'low' })
  })
  return worst(verdicts)
}

function tooOld(key: string, policyDays: number, days: number): Said {
  const most = words(plural(days, 'day'))
  return policyDays === days
    ? said`${words(key)} is older than the ${most} that the account's policy allows.`
    : said`${words(key)} is older than ${most}, although the account's policy allows it.`
}
