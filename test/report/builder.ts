import { checklist } from '../../src/checklist/index.ts'
import { az, instruction, named } from '../../src/checklist/remedy.ts'
import { noConfig } from '../../src/config/model.ts'
import { controlsIn, mappingOf } from '../../src/controls/controls.ts'
import type {
  CheckInfo,
  Counts,
  Coverage,
  Finding,
  Missing,
  PlanChange,
  PlanFinding,
  PlanReport,
  Policy,
  Report,
  Severity,
  Status,
  Waiver,
  WorkspaceReport,
} from '../../src/model.ts'
import type { HtmlContext } from '../../src/report/html/context.ts'
import type { RenderContext } from '../../src/report/view/context.ts'

const production = '/subscriptions/11111111-1111-4111-8111-111111111111'

export const ids = {
  workspace: (name: string, group = 'rg-fraud') =>
    `${production}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}`,
  vault: (name: string, group = 'rg-fraud') =>
    `${production}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`,
  key: (vault: string, name: string) => `${ids.vault(vault)}/keys/${name}`,
  storage: (name: string, group = 'rg-fraud') =>
    `${production}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${name}`,
  registry: (name: string, group = 'rg-fraud') =>
    `${production}/resourceGroups/${group}/providers/Microsoft.ContainerRegistry/registries/${name}`,
  group: (name: string) => `${production}/resourceGroups/${name}`,
}

const titles: Record<string, [title: string, why: string]> = {
  'workspace/customer-managed-key': [
    'The workspace is encrypted with your own key',
    'Without your own key you cannot take access to the data away from the service.',
  ],
  'workspace/high-business-impact': [
    'The workspace is marked high business impact',
    'Scratch disks of its computes are not encrypted, and diagnostic data is collected.',
  ],
  'key/readable': ['The key exists', 'Without its key, everything that it encrypts is lost.'],
  'key/expiry-set': ['The key has an expiry date', 'A key that never expires is a key that nobody has to rotate.'],
  'key/rotation-policy': ['The key rotates by itself', 'Rotation by hand gets forgotten.'],
  'key-vault/purge-protection': [
    'The key vault cannot be purged',
    'Whoever may delete this vault can destroy the key for good, and with it everything that the key encrypts.',
  ],
  'key-vault/soft-delete': ['Deleted keys can be recovered', 'A deleted key is gone, and what it encrypts with it.'],
  'key-vault/rbac-authorization': [
    'The key vault uses Azure roles',
    'Access policies cannot be limited in time or reviewed.',
  ],
  'storage/encryption-at-rest': ['Azure encrypts storage at rest', ''],
  'storage/customer-managed-key': [
    'Storage is encrypted with your own key',
    'Whoever runs the service holds the only key to your data.',
  ],
  'storage/secure-transfer': ['Storage refuses plain HTTP', 'Training data and credentials can be read on their way.'],
  'storage/minimum-tls': ['Storage refuses TLS older than 1.2', 'Older versions of TLS are broken.'],
  'storage/shared-key': [
    'Storage account keys are off or expire',
    'An account key gives access to everything and does not say who used it.',
  ],
  'storage/infrastructure-encryption': [
    'Storage is encrypted twice',
    'One broken cipher or implementation is enough to read the data.',
  ],
  'container-registry/customer-managed-key': [
    'The registry is encrypted with your own key',
    'Whoever runs the service holds the only key to your images.',
  ],
  'container-registry/admin-user': [
    'The registry has no admin user',
    'Its password is shared, never expires and lies in the vault of the workspace.',
  ],
  'diagnostics/workspace-based': [
    'Application Insights stores in Log Analytics',
    'A classic component cannot be encrypted with your own key.',
  ],
  'metadata/cosmos-cmk': ['Metadata is encrypted with your own key', ''],
  'datastore/credentials': ['Datastores hold no credentials', 'What is stored can leak.'],
  'compute/os-disk': ['Azure encrypts the OS disks of computes', ''],
  'compute/scratch-disk': ['Scratch disks of computes are encrypted', ''],
  'compute/local-auth': ['Computes refuse local accounts', 'Local accounts outlive the people they were made for.'],
  'kubernetes/disk-cmk': ['Disks of the cluster are encrypted with your own key', ''],
  'databricks/dbfs-cmk': ['DBFS is encrypted with your own key', ''],
  'endpoint/auth-mode': ['Endpoints want an Entra token', 'A key does not say who used it.'],
  'secrets/job-environment': [
    'Jobs carry no secrets in their environment',
    'Variables are logged and stored in plain text.',
  ],
  'platform/internal-tls': ['Azure Machine Learning speaks TLS inside', ''],
}

/** Failures are called here as they are called by the checks themselves. */
function calledWhenFailed(id: string): Pick<CheckInfo, 'failed' | 'irreversible'> {
  const { failed = id, irreversible } = checklist.find((check) => check.id === id) ?? {}
  return irreversible === undefined ? { failed } : { failed, irreversible }
}

const checks: ReadonlyMap<string, CheckInfo> = new Map(
  Object.entries(titles).map(([id, [title, why]]) => [
    id,
    {
      ...calledWhenFailed(id),
      id,
      title,
      why,
      rows: ['S13'],
      reference: 'https://learn.microsoft.com/azure',
      creationOnly: false,
    },
  ]),
)

const mapping = mappingOf(checklist)

const unusedSystems = ['kubernetes/disk-cmk', 'databricks/dbfs-cmk', 'metadata/cosmos-cmk']

export function finding(check: string, resource: string, overrides: Partial<Finding> = {}): Finding {
  const status = overrides.status ?? 'fail'
  return {
    check,
    resource,
    status,
    severity: 'low',
    reason: status === 'unknown' ? 'forbidden' : null,
    message: `${checks.get(check)?.title ?? check}: not so.`,
    confirmed: true,
    evidence: [],
    steps: [],
    creationOnly: false,
    fingerprint: `${check}|${resource}`.toLowerCase(),
    new: null,
    waiver: null,
    missing: null,
    ...overrides,
  }
}

export function waiver(owner: string, reason: string, expires: string, overrides: Partial<Waiver> = {}): Waiver {
  return { owner, reason, expires, ticket: null, line: 12, changed: null, ...overrides }
}

const statuses: Status[] = ['pass', 'fail', 'unknown', 'not-applicable', 'attested', 'manual', 'waived']

export function workspace(
  name: string,
  findings: Finding[] = [],
  overrides: Partial<WorkspaceReport> = {},
): WorkspaceReport {
  const attested = ['storage/encryption-at-rest', 'compute/os-disk', 'platform/internal-tls']
  const others = {
    'not-applicable': { 'not-used': unusedSystems, inherited: [], absent: [], disabled: [] },
    attested,
    manual: [],
  }
  const counts = Object.fromEntries(
    statuses.map((status) => [status, findings.filter((one) => one.status === status).length]),
  ) as Counts
  const judged = new Set(findings.map(({ check }) => check))
  counts.pass += checks.size - judged.size - unusedSystems.length - attested.length
  counts['not-applicable'] = unusedSystems.length
  counts.attested = attested.length
  return {
    id: ids.workspace(name),
    name,
    kind: 'default',
    location: 'westeurope',
    profile: 'baseline',
    hub: null,
    cmkArchitecture: 'none',
    counts,
    others,
    findings,
    ...overrides,
  }
}

interface Content extends Partial<Omit<Report, 'summary' | 'coverage'>> {
  missing?: Missing[]
  percent?: number | null
  new?: number
  fixed?: number
}

export function report({ missing = [], percent = 100, new: isNew, fixed, ...content }: Content = {}): Report {
  const workspaces = content.workspaces ?? []
  const sum = (status: Status) => workspaces.reduce((total, { counts }) => total + counts[status], 0)
  const bySeverity = (status: Status) => {
    const of = (severity: Severity) =>
      workspaces.flatMap(({ findings }) => findings).filter((one) => one.status === status && one.severity === severity)
    return { high: of('high').length, medium: of('medium').length, low: of('low').length, info: of('info').length }
  }
  const coverage: Coverage = {
    percent,
    subscriptions: [{ id: production.slice('/subscriptions/'.length), visible: true }],
    missing,
    requests: { resourceGraph: 7, resourceManager: 12, throttled: 0 },
  }
  return {
    schemaVersion: '1.1',
    tool: { name: 'azureml-encryption-check', version: '1.0.0' },
    checks: [...checks.keys()],
    controls: controlsIn(mapping, checklist),
    run: {
      startedAt: '2026-11-23T21:39:41Z',
      finishedAt: '2026-11-23T21:40:12Z',
      event: 'pull_request',
      repository: 'contoso/ml-platform',
      sha: '8c1f02a9d4e6b7385fa1c20d9e8b7a6c5d4e3f21',
      url: 'https://github.com/contoso/ml-platform/actions/runs/19612345678',
      tenant: '99999999-9999-4999-8999-999999999999',
      identity: 'client id 22222222-2222-4222-8222-222222222222',
      gate: { failOnSeverity: 'high', onUnknown: 'fail', warnOnly: false, failOnNewOnly: false, gateOn: 'live' },
      profile: 'baseline',
      config: { path: '.github/azureml-encryption.yml', sha256: 'c0'.repeat(32) },
      judgedFrom: null,
    },
    conclusion: 'pass',
    plan: null,
    ...content,
    summary: {
      ...(Object.fromEntries(statuses.map((status) => [status, sum(status)])) as Counts),
      workspaces: workspaces.length,
      failedBySeverity: bySeverity('fail'),
      unknownBySeverity: bySeverity('unknown'),
      new: isNew ?? null,
      fixed: fixed ?? null,
    },
    coverage,
    workspaces,
  }
}

export const policy: Policy = {
  profile: 'baseline',
  failOnSeverity: 'high',
  onUnknown: 'fail',
  warnOnly: false,
  failOnNewOnly: false,
}

export function context(overrides: Partial<RenderContext> = {}): RenderContext {
  return {
    checks,
    policy,
    mapping,
    reportId: 'default',
    docs: 'https://github.com/OWNER/azureml-encryption-check/blob/v1.0.0',
    portal: 'https://portal.azure.com',
    serverUrl: 'https://github.com',
    details: 'https://github.com/contoso/ml-platform/actions/runs/19612345678',
    assignee: 'c11e4700-0000-4000-8000-000000000001',
    comparison: null,
    graph: null,
    accepted: [],
    notes: [],
    ...overrides,
  }
}

/** The findings that the examples are made of. */
export const examples = {
  purge: (vault = 'kv-fraud-cmk', overrides: Partial<Finding> = {}) =>
    finding('key-vault/purge-protection', ids.vault(vault), {
      severity: 'high',
      message: 'Purge protection is not enabled on the vault of the customer-managed key.',
      evidence: [{ path: 'properties.enablePurgeProtection', value: null }],
      steps: [az`keyvault update ${named(ids.vault(vault))} --enable-purge-protection true`],
      ...overrides,
    }),
  tls: (account = 'stresearch', overrides: Partial<Finding> = {}) =>
    finding('storage/minimum-tls', ids.storage(account, 'rg-research'), {
      message: 'The setting allows TLS1_0; the service has refused it since 2026-02-03.',
      evidence: [{ path: 'properties.minimumTlsVersion', value: 'TLS1_0' }],
      steps: [az`storage account update ${named(ids.storage(account, 'rg-research'))} --min-tls-version TLS1_2`],
      ...overrides,
    }),
  admin: (registry = 'crfraudprod', overrides: Partial<Finding> = {}) =>
    finding('container-registry/admin-user', ids.registry(registry), {
      severity: 'medium',
      message: 'The admin user is enabled.',
      evidence: [{ path: 'properties.adminUserEnabled', value: true }],
      steps: [
        instruction`Let the computes pull images with a managed identity first, then`,
        az`acr update ${named(ids.registry(registry))} --admin-enabled false`,
      ],
      ...overrides,
    }),
  expiry: (overrides: Partial<Finding> = {}) =>
    finding('key/expiry-set', ids.key('kv-fraud-cmk', 'cmk-fraud'), {
      message: 'The key has no expiry date.',
      evidence: [{ path: 'properties.attributes.exp', value: null }],
      steps: [
        az`keyvault key set-attributes --vault-name kv-fraud-cmk --name cmk-fraud --expires 2027-11-23T00:00:00Z`,
      ],
      ...overrides,
    }),
  impact: (name = 'mlw-research', overrides: Partial<Finding> = {}) =>
    finding('workspace/high-business-impact', ids.workspace(name), {
      message: 'The workspace is not marked high business impact.',
      evidence: [{ path: 'properties.hbiWorkspace', value: false }],
      steps: [instruction`Create the workspace again with high business impact, and move its assets there.`],
      creationOnly: true,
      ...overrides,
    }),
  localAuth: (compute: string, name = 'mlw-fraud-prod') =>
    finding('compute/local-auth', `${ids.workspace(name)}/computes/${compute}`, {
      message: 'Local accounts are accepted.',
      evidence: [{ path: 'properties.disableLocalAuth', value: false }],
      steps: [instruction`Create the compute again without local accounts.`],
      creationOnly: true,
    }),
  waived: (account = 'stlab01') =>
    finding('storage/shared-key', ids.storage(account, 'rg-research'), {
      status: 'waived',
      severity: 'medium',
      message: 'Account keys are on and do not expire.',
      waiver: waiver('data-platform', 'moves to identity access in Q1', '2027-03-31'),
    }),
  unreadable: (check: string, overrides: Partial<Finding> = {}) =>
    finding(check, ids.vault('kv-research', 'rg-shared-vaults'), {
      status: 'unknown',
      severity: 'medium',
      reason: 'forbidden',
      message: 'The key vault could not be read.',
      missing: ids.vault('kv-research', 'rg-shared-vaults'),
      ...overrides,
    }),
}

export function missingVault(overrides: Partial<Missing> = {}): Missing {
  return {
    resource: ids.vault('kv-research', 'rg-shared-vaults'),
    reason: 'forbidden',
    action: 'Microsoft.KeyVault/vaults/read',
    scope: ids.group('rg-shared-vaults'),
    message: 'The identity of this run may not read kv-research.',
    usedBy: [ids.workspace('mlw-research')],
    named: false,
    ...overrides,
  }
}

/** The part of a report that begins with this heading. */
export function block(markdown: string, heading: string): string {
  const start = markdown.indexOf(heading)
  if (start === -1) throw new Error(`${heading} is not in\n${markdown}`)
  const next = markdown.indexOf('\n#', start + heading.length)
  return markdown.slice(start, next === -1 ? undefined : next)
}

/** The first row of a table that names this. */
export function rowOf(markdown: string, name: string): string {
  return markdown.split('\n').find((line) => line.startsWith('|') && line.includes(name)) ?? ''
}

/** What plans make of a finding. */
export function planned(
  change: PlanChange,
  finding: Finding,
  { now, ...overrides }: Partial<PlanFinding> & { now?: Partial<NonNullable<PlanFinding['live']>> } = {},
): PlanFinding {
  const wasThere = change === 'fixes' || change === 'gone' || change === 'leaves'
  const live = { status: wasThere ? ('fail' as const) : ('pass' as const), severity: finding.severity, evidence: [] }
  return {
    ...finding,
    status: change === 'fixes' ? 'pass' : change === 'undecided' ? 'unknown' : finding.status,
    new: change === 'introduces' || change === 'undecided',
    workspace: ids.workspace('mlw-fraud-prod'),
    change,
    live: { ...live, ...now },
    source: { file: 'infra/main.tf', line: 42 },
    ...overrides,
  }
}

/** A plan that was read, and what it makes of findings. */
export function plan(findings: PlanFinding[], overrides: Partial<PlanReport> = {}): PlanReport {
  const weigh = (change: PlanChange) => {
    const of = (severity: Severity) =>
      findings.filter((finding) => finding.change === change && finding.severity === severity).length
    return { high: of('high'), medium: of('medium'), low: of('low'), info: of('info') }
  }
  return {
    files: [{ path: 'plan.json', kind: 'terraform', tool: 'Terraform 1.9.8', createdAt: null, stale: false }],
    conclusion: 'pass',
    summary: {
      introduces: weigh('introduces'),
      fixes: weigh('fixes'),
      gone: weigh('gone'),
      leaves: weigh('leaves'),
      undecided: weigh('undecided'),
    },
    findings,
    notLookedInto: [],
    ...overrides,
  }
}

/** The same for the page, which also has evidence. */
export function htmlContext({ workspaces }: Report, overrides: Partial<HtmlContext> = {}): HtmlContext {
  return {
    ...context(overrides),
    whole: (id) => workspaces.find((one) => one.id === id) as WorkspaceReport,
    sourceOf: () => null,
    subscriptionName: () => null,
    frameworks: [],
    named: [],
    config: noConfig,
    criteria: new Map(),
    trend: null,
    ...overrides,
  }
}
