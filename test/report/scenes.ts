import { instruction } from '../../src/checklist/remedy.ts'
import { type Config, noConfig } from '../../src/config/model.ts'
import { controlsIn, type Mapping } from '../../src/controls/controls.ts'
import type { Finding, JudgedFrom, Report, RunInfo, UnknownReason } from '../../src/model.ts'
import type { HtmlContext } from '../../src/report/html/context.ts'
import { context, examples, finding, ids, missingVault, plan, planned, report, waiver, workspace } from './builder.ts'

/** A report and what it is shown with: together they show everything that a report can. */
export interface Scene {
  report: Report
  around: Partial<HtmlContext>
  /** in which forms it is shown; absent: in all */
  forms?: string[]
}

/** What people read first, and what is short. */
const inShort = ['comment.md', 'issue.md', 'terminal.txt']
const forPeople = [...inShort, 'summary.md', 'narrow-terminal.txt', 'badge.svg', 'findings.csv']

const chosen = ['dora', 'nist-800-53-r5']

/** Two of the frameworks, with few controls, because all of them fill hundreds of pages. */
const mapping: Mapping = {
  ...context().mapping,
  frameworks: context()
    .mapping.frameworks.filter(({ name }) => chosen.includes(name))
    .map((framework) => ({ ...framework, controls: framework.controls.slice(0, 6) })),
}

const controls = controlsIn(mapping, [...context().checks.values()])

const waivers: Config['waivers'] = [
  {
    ...waiver('data-platform', 'moves to identity access in Q1', '2027-03-31', {
      ticket: 'https://tickets.example/SEC-1',
      changed: { sha: 'abcdef0123456789', at: '2026-10-01T08:00:00Z' },
    }),
    check: 'storage/shared-key',
    workspace: 'mlw-*',
    lastLine: 17,
  },
  {
    ...waiver('ml-ops', 'an experiment | with a bar', '2026-11-20', { line: 20 }),
    check: 'compute/*',
    resource: '*/gpu',
    lastLine: 24,
  },
]

const config: Config = {
  ...noConfig,
  profiles: [{ workspaces: ['*-prod'], tags: { data: 'sensitive' }, profile: 'cmk-required' }],
  severity: [{ check: 'storage/minimum-tls', severity: 'medium' }],
  disable: [{ check: 'endpoint/*', reason: 'retired' }],
  enable: ['storage/encryption-scopes'],
  waivers,
  thresholds: { ...noConfig.thresholds, keyMaximumValidityDays: 365 },
  jobNames: ['project-x*'],
}

const criteria: HtmlContext['criteria'] = new Map([
  ['storage/minimum-tls', { passes: 'The minimum is `1.2`.', fails: 'It is 1.0 or 1.1.' }],
  ['key/expiry-set', { passes: 'It has one.', fails: 'It has none.' }],
])

const passed = (check: string, resource: string, overrides: Partial<Finding> = {}) =>
  finding(check, resource, { status: 'pass', message: 'It is as it should be.', ...overrides })

/** A run that is not like that of the builder. */
const ran = (one: Report, run: Partial<RunInfo>): Report => ({ ...one, run: { ...one.run, ...run } })

const judgedFrom: JudgedFrom = {
  file: 'evidence.json',
  sha256: 'ab'.repeat(32),
  collectedAt: '2026-11-20T01:02:03.000Z',
  version: '1.0.0',
  repository: 'contoso/ml-platform',
  sha: '8c1f02a9d4e6b7385fa1c20d9e8b7a6c5d4e3f21',
  url: 'https://github.com/contoso/ml-platform/actions/runs/1',
}
const fromNowhere: JudgedFrom = { ...judgedFrom, version: '', repository: '', sha: '', url: '' }

/** The context of pages, in which everything that passed has its evidence. */
function shown(all: Report, passes: Record<string, Finding[]>, overrides: Partial<HtmlContext> = {}): Scene {
  const whole = (id: string) => {
    const one = all.workspaces.find((each) => each.id === id)
    if (!one) throw new Error(`${id} is not a workspace of the report.`)
    return { ...one, findings: [...one.findings, ...(passes[one.name] ?? [])] }
  }
  const sourceOf: HtmlContext['sourceOf'] = (id) =>
    id.includes('/vaults/')
      ? { source: 'resource-manager', apiVersion: '2024-11-01' }
      : id.includes('/storageAccounts/')
        ? { source: 'resource-graph', apiVersion: null }
        : null
  const subscriptionName = (id: string) => (id.startsWith('1111') ? 'Production' : null)
  return {
    report: { ...all, controls },
    around: { mapping, whole, sourceOf, subscriptionName, config, criteria, frameworks: chosen, ...overrides },
  }
}

const prod = workspace(
  'mlw-fraud-prod',
  [
    examples.purge('kv-fraud-cmk', { new: true }),
    examples.expiry({ new: true, confirmed: false }),
    examples.admin('crfraudprod', { new: false }),
    examples.localAuth('gpu'),
    examples.localAuth('cpu'),
    finding('secrets/job-environment', `${ids.workspace('mlw-fraud-prod')}/jobs/train_[1]`, {
      severity: 'high',
      message: 'A variable looks like a password.',
      evidence: [{ path: 'properties.environmentVariables.DB_PASSWORD', value: '16 characters, password' }],
    }),
    finding('workspace/customer-managed-key', ids.workspace('mlw-fraud-prod'), {
      severity: 'high',
      message: 'The workspace is encrypted with Microsoft-managed keys.',
      evidence: [
        { path: 'properties.encryption.status', value: 'Disabled' },
        { path: 'properties.enablePurgeProtection', value: true, resource: ids.vault('kv-fraud-cmk') },
        ...['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((name, value) => ({
          path: `tags.${name}`,
          value,
        })),
      ],
      creationOnly: true,
    }),
    finding('diagnostics/workspace-based', ids.storage('appi'), { severity: 'info', message: 'It is a classic one.' }),
    finding('gone/check', ids.storage('appi'), {
      severity: 'medium',
      message: 'A check that this version does not know.',
    }),
    examples.waived(),
    examples.waived('stlab02'),
    examples.unreadable('key-vault/soft-delete'),
  ],
  { profile: 'cmk-required', kind: 'hub', cmkArchitecture: 'subscription-side', location: 'northeurope' },
)

const research = workspace(
  'mlw-research',
  [
    examples.tls(),
    examples.tls('stother', { severity: 'medium', creationOnly: true }),
    examples.impact(),
    examples.admin(),
    examples.unreadable('key-vault/soft-delete', { severity: 'high' }),
    examples.unreadable('key-vault/rbac-authorization', { severity: 'info' }),
  ],
  {
    kind: 'project',
    hub: ids.workspace('mlw-fraud-prod'),
    cmkArchitecture: 'inherited',
    others: {
      'not-applicable': {
        'not-used': ['kubernetes/disk-cmk'],
        inherited: ['metadata/cosmos-cmk'],
        absent: ['databricks/dbfs-cmk'],
        disabled: ['endpoint/auth-mode'],
      },
      attested: ['storage/encryption-at-rest'],
      manual: ['compute/scratch-disk', 'gone/other'],
    },
  },
)

const failed = shown(
  report({
    conclusion: 'fail',
    workspaces: [prod, research, workspace('mlw-quiet')],
    missing: [
      missingVault({ usedBy: [ids.workspace('mlw-research'), ids.workspace('mlw-fraud-prod')] }),
      missingVault({ resource: ids.vault('kv-other', 'rg-shared-vaults'), usedBy: [ids.workspace('mlw-research')] }),
    ],
    percent: 97.2,
    new: 2,
    fixed: 1,
  }),
  {
    'mlw-fraud-prod': [
      passed('storage/secure-transfer', ids.storage('stfraud'), {
        evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: true }],
      }),
      passed('key-vault/rbac-authorization', ids.vault('kv-fraud-cmk'), {
        evidence: [
          { path: 'properties.enableRbacAuthorization', value: true },
          { path: 'properties.sku.name', value: null, resource: ids.vault('kv-other') },
        ],
        confirmed: false,
      }),
    ],
    'mlw-quiet': [passed('storage/secure-transfer', ids.storage('stfraud'))],
  },
  {
    accepted: ['`storage/shared-key` is switched off.', 'Severity of `key/age` is `low`, was `high`.'],
    notes: ['Config file `.github/azureml-encryption.yml`, profile `baseline`.'],
    named: [
      ['Management groups', ['mg-one', 'mg-two']],
      ['Workspaces', ['mlw-*']],
    ],
    comparison: {
      since: '2026-11-20T01:02:03Z',
      upgrade: {
        from: '1.0.0',
        found: [{ check: 'key/expiry-set', resource: ids.key('kv-fraud-cmk', 'cmk-fraud'), workspace: prod.id }],
      },
      weighed: [
        {
          check: 'storage/secure-transfer',
          resource: ids.storage('stlow'),
          workspace: prod.id,
          from: 'high',
          to: 'low',
        },
        {
          check: 'storage/shared-key',
          resource: ids.storage('stlab01'),
          workspace: prod.id,
          from: 'medium',
          to: 'waived',
        },
        { check: 'gone/check', resource: prod.id, workspace: prod.id, from: 'high', to: 'medium' },
        {
          check: 'endpoint/auth-mode',
          resource: `${prod.id}/onlineEndpoints/e`,
          workspace: prod.id,
          from: 'low',
          to: 'disabled',
        },
      ],
      fixed: [{ check: 'storage/secure-transfer', resource: ids.storage('stfixed'), workspace: prod.id }],
      added: ['mlw-research'],
      removed: ['mlw-gone'],
    },
    graph: {
      nodes: [
        { name: 'mlw-fraud-prod', kind: 'workspace', state: 'passed' },
        { name: 'kv-fraud-cmk', kind: 'key vault', state: 'high' },
        { name: 'crfraudprod', kind: 'container registry', state: 'medium' },
        { name: 'st"<b>', kind: 'storage account', state: 'undecided' },
        { name: 'appi', kind: 'Application Insights', state: 'advice' },
        { name: 'stlab01', kind: 'storage account', state: 'waived' },
      ],
      edges: [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
        [3, 5],
      ],
      left: 3,
    },
    trend: {
      picture: '<svg xmlns="http://www.w3.org/2000/svg"><title>Trend</title></svg>',
      words: '2 days: 3 failed checks, then 5.',
    },
  },
)

const unknown = (reason: UnknownReason, check: string, resource: string, overrides: Partial<Finding> = {}) =>
  examples.unreadable(check, { resource, missing: resource, reason, message: `Not decided: ${reason}.`, ...overrides })

const unread = (reason: UnknownReason, resource: string, overrides: Parameters<typeof missingVault>[0] = {}) =>
  missingVault({ resource, reason, action: null, scope: null, message: `Could not be read: ${reason}.`, ...overrides })

const account = (name: string) => ids.storage(name, 'rg-data')
const reasons: UnknownReason[] = [
  'absent',
  'property-absent',
  'unrecognised-value',
  'api-unsupported',
  'throttled',
  'timeout',
  'invalid-response',
  'not-observable',
  'truncated',
]

const incomplete = shown(
  report({
    conclusion: 'incomplete',
    workspaces: [
      workspace('mlw-a', [
        ...reasons.map((reason) => unknown(reason, 'storage/minimum-tls', account(`st${reason.replaceAll('-', '')}`))),
        unknown('forbidden', 'key/readable', ids.key('kv-one', 'k'), {
          severity: 'high',
          missing: ids.vault('kv-one'),
        }),
        unknown('not-visible', 'key/expiry-set', 'https://kv-two.vault.azure.net', { severity: 'high' }),
        unknown('not-visible', 'storage/shared-key', 'storage account stname'),
        unknown('not-observable', 'compute/scratch-disk', `${ids.workspace('mlw-a')}/computes/gpu`, { missing: null }),
      ]),
      workspace('mlw-b', [
        unknown('forbidden', 'key/readable', ids.key('kv-one', 'k'), {
          severity: 'high',
          missing: ids.vault('kv-one'),
        }),
      ]),
    ],
    missing: [
      ...reasons
        .slice(0, 7)
        .map((reason) =>
          unread(reason, account(`st${reason.replaceAll('-', '')}`), { usedBy: [ids.workspace('mlw-a')] }),
        ),
      unread('forbidden', ids.vault('kv-one'), {
        action: 'Microsoft.KeyVault/vaults/read',
        scope: ids.vault('kv-one'),
        usedBy: [ids.workspace('mlw-a'), ids.workspace('mlw-b')],
      }),
      unread('not-visible', 'https://kv-two.vault.azure.net', {
        action: 'Microsoft.KeyVault/vaults/read',
        usedBy: [ids.workspace('mlw-a')],
      }),
      unread('not-visible', 'storage account stname', {
        action: 'Microsoft.Storage/storageAccounts/read',
        usedBy: [ids.workspace('mlw-a')],
      }),
      unread('not-visible', ids.vault('kv-three', 'rg-far'), {
        action: 'Microsoft.KeyVault/vaults/read',
        scope: ids.group('rg-far'),
        usedBy: [ids.workspace('mlw-a')],
      }),
      unread('forbidden', `${ids.workspace('mlw-a')}/computes`, {
        action: 'Microsoft.MachineLearningServices/workspaces/computes/read',
        scope: ids.workspace('mlw-a'),
        usedBy: [ids.workspace('mlw-a')],
      }),
      unread('not-visible', 'mlw-hidden', {
        named: true,
        usedBy: [],
        message: 'No workspace of this name is visible.',
      }),
    ],
    percent: 61.5,
  }),
  {},
  { frameworks: [], docs: '', details: null, assignee: null, config: noConfig },
)

const weakened = planned(
  'introduces',
  finding('storage/secure-transfer', ids.storage('stfraudprod'), {
    severity: 'high',
    message: 'The account accepts connections without TLS.',
    evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: false }],
    steps: [instruction`Change \`https_traffic_only_enabled\` in the source of this resource.`],
  }),
  { now: { evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: true }] } },
)

const notLookedInto = [
  { address: 'module.data.azurerm_storage_account.x', reason: 'Its resource group is not known yet.' },
  { address: 'azapi_resource.y', reason: 'Its type is not known yet.' },
]

const merged = shown(
  report({
    conclusion: 'fail',
    workspaces: [workspace('mlw-fraud-prod', [examples.purge(), examples.admin(), examples.tls('stleft')])],
    missing: notLookedInto.map(({ address, reason }) =>
      unread('not-observable', address, { usedBy: [], message: reason }),
    ),
    plan: plan(
      [
        weakened,
        planned('introduces', examples.tls('stnew'), {
          live: null,
          source: { file: 'infra/modules/a b/main.tf', line: null },
        }),
        planned('introduces', finding('storage/shared-key', ids.storage('stkey'), { severity: 'medium' }), {
          now: { status: 'unknown' },
          source: { file: 'plan.json', line: null },
        }),
        planned('fixes', examples.admin()),
        planned('gone', examples.localAuth('old')),
        planned('leaves', examples.purge()),
        planned('leaves', examples.tls('stleft', { severity: 'high' }), { now: { severity: 'low' } }),
        planned('undecided', examples.expiry({ severity: 'high' }), {
          message: 'The plan does not know the date yet.',
          reason: 'not-observable',
          source: null,
        }),
        planned('leaves', finding('secrets/job-environment', 'jobs/<b>.yml', { severity: 'medium' }), {
          workspace: null,
          live: null,
          source: { file: 'jobs/<b>.yml', line: 7 },
        }),
      ],
      {
        conclusion: 'fail',
        files: [
          {
            path: 'plan.json',
            kind: 'terraform',
            tool: 'Terraform 1.12.6',
            createdAt: '2026-11-20T10:00:00Z',
            stale: true,
          },
          { path: 'jobs/<b>.yml', kind: 'yaml', tool: '', createdAt: null, stale: false },
        ],
        notLookedInto,
      },
    ),
  }),
  {},
  { details: null },
)

/** More of everything than a comment lists. */
const several = (most: number) => Array.from({ length: most }, (_, index) => `${index + 1}`.padStart(2, '0'))
const checkIds = [...context().checks.keys()]
const fine = several(24).map((number) => ids.workspace(`mlw-${number}`))

const many = shown(
  report({
    conclusion: 'fail',
    workspaces: several(24).map((number, index) =>
      workspace(`mlw-${number}`, [
        examples.tls(`st${number}`, { new: true }),
        examples.purge(`kv-${number}`, { severity: index < 7 ? 'high' : 'medium', steps: [] }),
        ...(index === 0
          ? checkIds.map((check, at) =>
              finding(check, ids.storage(`of${at}`), {
                severity: at < 7 ? 'high' : 'medium',
                new: at < 12,
                steps: at < 7 ? [instruction`Change what ${{ name: check }} reads.`] : [],
              }),
            )
          : []),
        ...(index > 10
          ? several(3).map((at) =>
              examples.unreadable(checkIds[Number(at)] ?? '', {
                resource: ids.vault(`kv-${number}`),
                missing: ids.vault(`kv-${number}`),
                severity: 'high',
                new: true,
              }),
            )
          : []),
        ...(index > 12
          ? checkIds.slice(0, 12).map((check) => unknown('truncated', check, ids.storage(`st${number}`)))
          : []),
      ]),
    ),
    missing: several(24)
      .slice(11)
      .map((number) =>
        missingVault({ resource: ids.vault(`kv-${number}`), scope: ids.group(`rg-${number}`), usedBy: fine }),
      ),
    percent: 12,
    new: 40,
    fixed: 12,
  }),
  {},
  {
    comparison: {
      since: '2026-11-20T01:02:03Z',
      upgrade: {
        from: '1.0.0',
        found: several(12).map((number) => {
          return { check: 'key/expiry-set', resource: ids.key('kv', `k${number}`), workspace: fine[0] as string }
        }),
      },
      weighed: several(12).map((number) => {
        return {
          check: 'storage/shared-key',
          resource: ids.storage(`w${number}`),
          workspace: fine[1] as string,
          from: 'low',
          to: 'high',
        }
      }),
      fixed: several(12).map((number) => {
        return { check: 'storage/secure-transfer', resource: ids.storage(`f${number}`), workspace: fine[2] as string }
      }),
      added: several(24).map((number) => `mlw-new-${number}`),
      removed: several(24).map((number) => `mlw-old-${number}`),
    },
    accepted: several(12).map((number) => `Risk ${number} is accepted.`),
  },
)

const repaired = several(12).map((number) => examples.tls(`st${number}`))
const deleted = checkIds.map((check) => finding(check, ids.storage('gone'), { severity: 'medium' }))
const weaker = several(12).map((number) => examples.tls(`re${number}`))

const crowded = shown(
  report({
    conclusion: 'fail',
    workspaces: [
      workspace('mlw-fraud-prod', [
        ...repaired,
        ...deleted,
        ...weaker.map((one) => ({ ...one, severity: 'high' as const })),
      ]),
    ],
    plan: plan(
      [
        ...several(12).map((number) => planned('introduces', examples.purge(`kv-${number}`), { source: null })),
        ...checkIds.map((check) => planned('introduces', finding(check, ids.storage('st'), { severity: 'low' }))),
        ...repaired.map((one) => planned('fixes', one)),
        ...deleted.map((one) => planned('gone', one)),
        ...checkIds.map((check, at) =>
          planned('undecided', finding(check, ids.storage('later'), { severity: at % 2 ? 'low' : 'medium' }), {
            message: 'The plan does not say.',
            reason: 'not-observable',
          }),
        ),
        ...weaker.map((one) => planned('leaves', one, { now: { severity: 'high' } })),
      ],
      {
        conclusion: 'fail',
        notLookedInto: several(12).map((number) => ({ address: `module.m${number}`, reason: 'It is not known yet.' })),
      },
    ),
  }),
  {},
)

/** A plan that makes the first workspace, and one that changes nothing that is checked. */
const first = shown(
  report({
    conclusion: 'pass',
    percent: null,
    plan: plan([planned('introduces', examples.impact('mlw-first', { severity: 'medium' }), { live: null })], {
      conclusion: 'pass',
    }),
  }),
  {},
)
const same = shown(
  report({
    conclusion: 'pass',
    workspaces: [workspace('mlw-a', [examples.tls()])],
    plan: plan([planned('leaves', examples.tls())]),
  }),
  {},
)

const quiet = shown(
  ran(report({ conclusion: 'pass', workspaces: [workspace('mlw-a'), workspace('mlw-b')], new: 0, fixed: 0 }), {
    judgedFrom,
    gate: { failOnSeverity: 'never', onUnknown: 'warn', warnOnly: true, failOnNewOnly: true, gateOn: 'both' },
  }),
  { 'mlw-a': [passed('storage/secure-transfer', ids.storage('st'))] },
  {
    frameworks: [],
    comparison: { since: '', upgrade: null, weighed: [], fixed: [], added: [], removed: [] },
    policy: { ...context().policy, failOnSeverity: 'never', onUnknown: 'warn', warnOnly: true },
  },
)

const unheard: Partial<RunInfo> = {
  judgedFrom: fromNowhere,
  tenant: null,
  identity: null,
  config: null,
  url: '',
  sha: '',
}
const empty = shown(
  ran(report({ conclusion: 'incomplete', percent: null }), unheard),
  {},
  { frameworks: [], config: noConfig },
)

export const scenes: Record<string, Scene> = {
  failed,
  incomplete,
  merged,
  many: { ...many, forms: inShort },
  crowded: { ...crowded, forms: inShort },
  first: { ...first, forms: forPeople },
  same: { ...same, forms: forPeople },
  quiet: { ...quiet, forms: [...forPeople, 'page.html'] },
  empty: { ...empty, forms: [...forPeople, 'page.html'] },
}
