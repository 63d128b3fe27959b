import { anyOf, oneOf } from '../inputs/values.ts'
import type { Profile } from '../model.ts'
import { severities } from '../severity.ts'
import { checkOrSystem, enableableCheck, type KnownChecks } from './check-id.ts'
import { lastDay, mostDaysAhead } from './day.ts'
import { type Config, type ConfigWaiver, noConfig } from './model.ts'
import { covers, plain, resourcePattern, workspacePattern } from './pattern.ts'
import {
  type Field,
  type JsonSchema,
  list,
  mapped,
  object,
  objectSchema,
  optional,
  type Report,
  readFields,
  record,
  required,
  type Shape,
  text,
  wholeNumber,
} from './shape.ts'
import type { Place, Tree } from './tree.ts'

const profile = choice<Profile>('baseline', 'cmk-required')
const severity = choice(...severities)
const visible = { pattern: '\\S', maxLength: 500 }

function choice<T extends string>(...values: T[]): Shape<T> {
  return text(`it must be ${anyOf(values)}`, oneOf(...values), { enum: values })
}

/** For people to read. */
const prose = text('it must be text', (typed) => plain(typed.replace(/\s+/g, ' ').trim()), { pattern: '\\S' })
const value = text('it must be text', plain, visible)
const workspace = text('it must be the name or resource id of a workspace', workspacePattern, {
  ...visible,
  pattern: '^([\\w.*-]+|[/*].*)$',
})
const resource = text('it must be the name or resource id of a resource', resourcePattern, {
  ...visible,
  pattern: '^([^/]*[^/\\s][^/]*|[/*].*|https://.*)$',
})

const profileRule = mapped(
  object({
    workspaces: optional(
      list(workspace, 1),
      'Names or resource ids of workspaces, in any case; * stands for any characters. One of them has to match.',
      { examples: [['*-prod']] },
    ),
    tags: optional(
      record(value, value, 1),
      'Tags that a workspace must have, all of them. Names in any case, values exactly.',
      { examples: [{ data: 'sensitive' }] },
    ),
    profile: required(profile, 'The profile that these workspaces are judged by.'),
  }),
  ({ workspaces = [], tags = [], profile }, at, report) => {
    if (workspaces.length + tags.length > 0) return { workspaces, tags: fromEntries(tags), profile }
    report(
      at,
      'profiles entry has no condition: give workspaces, tags or both; what holds for all others is the input profile.',
    )
    return undefined
  },
  { anyOf: [{ required: ['workspaces'] }, { required: ['tags'] }] },
)

function fromEntries(entries: { key: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]))
}

const thresholds = object({
  'key-minimum-bits': optional(wholeNumber(2048, 4096), 'Bits that an RSA key has to have.', {
    default: noConfig.thresholds.keyMinimumBits,
  }),
  'key-maximum-age-days': optional(
    wholeNumber(1, 3650),
    'Age at which a key, or an access key of a storage account, should have been rotated.',
    {
      default: noConfig.thresholds.keyMaximumAgeDays,
    },
  ),
  'key-maximum-validity-days': optional(
    wholeNumber(1, 3650),
    'Days from the creation of a key to its end, at most. Nothing is asked when absent.',
  ),
  'key-expiry-warning-days': optional(wholeNumber(1, 3650), 'Days before its end at which an expiring key fails.', {
    default: noConfig.thresholds.keyExpiryWarningDays,
  }),
  'jobs-per-workspace': optional(wholeNumber(1, 100_000), 'Jobs that are looked at in each workspace, at most.', {
    default: noConfig.thresholds.jobsPerWorkspace,
  }),
})

const jobNames = object({
  deny: optional(list(value), 'Names that jobs must not have, in any case; * stands for any characters.', {
    examples: [['project-x*']],
  }),
})

function waiver(check: Shape<string>, now: Date): Shape<ConfigWaiver> {
  const fields = object({
    check: required(
      check,
      'What is accepted. An undecided check (unknown) is accepted by its full id only, never by system/*.',
    ),
    workspace: optional(
      workspace,
      'Where: name or resource id, in any case; * stands for any characters. Everywhere when absent.',
      {
        examples: ['mlw-*'],
      },
    ),
    resource: optional(
      resource,
      'For which resource: name or resource id, in any case; * stands for any characters. For all when absent.',
      {
        examples: ['*/storageAccounts/st*'],
      },
    ),
    owner: required(prose, 'Who answers for it.'),
    reason: required(prose, 'Why it is accepted.'),
    ticket: optional(prose, 'Where it was agreed, such as the number or address of a ticket.', {
      examples: ['SEC-1234'],
    }),
    expires: required(lastDay(now), `Last day on which it holds, in UTC; at most ${mostDaysAhead} days ahead.`),
  })
  return mapped(fields, ({ ticket = null, ...given }, tree) => {
    const lastLine = tree.kind === 'map' ? tree.lastLine : tree.line
    return { ...given, ticket, line: tree.line, lastLine, changed: null } as ConfigWaiver
  })
}

/** The whole file. Both what is read and what editors are told is made of this. */
function fileFields(known: KnownChecks, now: Date) {
  const check = checkOrSystem(known)
  const disabled = object({
    check: required(check, 'The checks that are not judged.'),
    reason: required(prose, 'Why not.'),
  })
  const enabled = mapped(enableableCheck(known), (id, at) => ({ id, at }))
  return {
    version: required(wholeNumber(1, 1), 'Version of this format.'),
    profiles: optional(
      list(profileRule),
      'Profiles for some workspaces; the first that matches wins. For all others: the input profile.',
    ),
    severity: optional(
      record(check, severity),
      'Severities for checks, or for those of a system; a check id outranks system/*.',
      {
        examples: [{ 'storage/minimum-tls': 'high' }],
      },
    ),
    disable: optional(list(disabled), 'Checks that are not judged.'),
    enable: optional(list(enabled), 'Checks that are off unless asked for.'),
    waivers: optional(list(waiver(check, now)), 'Findings that are accepted for a time.'),
    thresholds: optional(thresholds, 'Numbers that some checks compare with.'),
    'job-names': optional(jobNames, 'Rules of secrets/job-names.'),
  } satisfies Record<string, Field<unknown>>
}

/** Makes a config of a file, as far as that is possible; whatever is wrong is reported. */
export function configOf(tree: Tree, known: KnownChecks, now: Date, report: Report): Config {
  const file = readFields(fileFields(known, now), tree, 'the file', report)
  const { profiles = [], severity = [], disable = [], enable = [], waivers = [] } = file
  reportContradictions(enable, disable, report)
  return {
    profiles,
    severity: severity.map(({ key, value }) => ({ check: key, severity: value })),
    disable,
    enable: [...new Set(enable.map(({ id }) => id))],
    waivers,
    thresholds: thresholdsOf(file.thresholds ?? {}),
    jobNames: file['job-names']?.deny ?? [],
  }
}

function thresholdsOf(given: Record<string, number | undefined>): Config['thresholds'] {
  const { keyMinimumBits, keyMaximumAgeDays, keyMaximumValidityDays, keyExpiryWarningDays, jobsPerWorkspace } =
    noConfig.thresholds
  return {
    keyMinimumBits: given['key-minimum-bits'] ?? keyMinimumBits,
    keyMaximumAgeDays: given['key-maximum-age-days'] ?? keyMaximumAgeDays,
    keyMaximumValidityDays: given['key-maximum-validity-days'] ?? keyMaximumValidityDays,
    keyExpiryWarningDays: given['key-expiry-warning-days'] ?? keyExpiryWarningDays,
    jobsPerWorkspace: given['jobs-per-workspace'] ?? jobsPerWorkspace,
  }
}

function reportContradictions(enable: { id: string; at: Place }[], disable: Config['disable'], report: Report): void {
  for (const { id, at } of enable) {
    const disabled = disable.find(({ check }) => covers(check, id))
    if (disabled)
      report(at, `enable asks for ${id}, which disable switches off with ${disabled.check}: keep one of them.`)
  }
}

/**
 * The JSON schema of the config file, for editors.
 *
 * @param known without it, any well-formed id passes
 */
export function schemaOf(known: KnownChecks = { checks: [], enableable: [] }): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:azureml-encryption-check:config:1',
    title: 'Config file of azureml-encryption-check',
    description: 'What is judged how, and which findings are accepted: .github/azureml-encryption.yml',
    ...objectSchema(fileFields(known, new Date(0))),
  }
}
