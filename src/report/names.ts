import { parseResourceId } from '../evidence/resource-id.ts'
import type { Severity, UnknownReason, WorkspaceReport } from '../model.ts'
import { count, listed, plural } from '../text.ts'
import type { RenderContext } from './context.ts'
import { bold, code, link } from './escape.ts'

export { count, listed, plural }

const kinds: Record<string, string> = {
  'microsoft.keyvault/vaults': 'key vault',
  'microsoft.keyvault/vaults/keys': 'key',
  'microsoft.keyvault/managedhsms': 'managed HSM',
  'microsoft.storage/storageaccounts': 'storage account',
  'microsoft.containerregistry/registries': 'container registry',
  'microsoft.insights/components': 'Application Insights',
  'microsoft.operationalinsights/workspaces': 'Log Analytics workspace',
  'microsoft.operationalinsights/clusters': 'Log Analytics cluster',
  'microsoft.documentdb/databaseaccounts': 'Cosmos DB account',
  'microsoft.search/searchservices': 'search service',
  'microsoft.containerservice/managedclusters': 'Kubernetes cluster',
  'microsoft.databricks/workspaces': 'Databricks workspace',
  'microsoft.compute/diskencryptionsets': 'disk encryption set',
  'microsoft.machinelearningservices/workspaces': 'workspace',
  'microsoft.machinelearningservices/workspaces/computes': 'compute',
  'microsoft.machinelearningservices/workspaces/datastores': 'datastore',
  'microsoft.machinelearningservices/workspaces/onlineendpoints': 'online endpoint',
}

/** What the reader calls the checks before the slash. */
export const systems: Record<string, string> = {
  workspace: 'Workspace',
  key: 'Keys',
  'key-vault': 'Key vaults',
  storage: 'Storage',
  'container-registry': 'Container registry',
  diagnostics: 'Diagnostics',
  metadata: 'Metadata stores',
  datastore: 'Datastores',
  compute: 'Compute',
  kubernetes: 'Kubernetes',
  databricks: 'Databricks',
  'container-instance': 'Container instances',
  'virtual-machine': 'Virtual machines',
  hdinsight: 'HDInsight',
  endpoint: 'Endpoints',
  secrets: 'Secrets in plain sight',
  provider: 'Resource providers',
  platform: 'Platform',
}

export const severityWords: Record<Severity, string> = { high: 'High', medium: 'Medium', low: 'Low', info: 'Advice' }

export const reasonWords: Record<UnknownReason, string> = {
  forbidden: 'not allowed to read it',
  'not-visible': 'not visible to this run',
  absent: 'what it refers to is gone',
  'property-absent': 'Azure does not say',
  'unrecognised-value': 'a value that this version does not know',
  'api-unsupported': 'Azure does not offer the API here',
  throttled: 'Azure was too busy',
  timeout: 'the run was out of time',
  'invalid-response': 'an answer that makes no sense',
  'not-observable': 'no API shows it',
  truncated: 'more than the run looks at',
}

/**
 * `kv-fraud/cmk-fraud` for a key, `cluster` for a compute of a workspace, `mlw-fraud/computes` for all of them, the text
 * itself when it is no resource id.
 */
export function resourceName(id: string): string {
  const segments = id.split('/').filter(Boolean)
  const provider = segments.findIndex((segment) => segment.toLowerCase() === 'providers')
  if (!id.startsWith('/') || segments.length < 2) return id.replace(/^https:\/\//, '') || '(no name)'
  if (provider === -1 || provider === segments.length - 2) return segments.at(-1) ?? id
  const path = segments.slice(provider + 2)
  const isCollection = path.length % 2 === 1
  const names = path.filter((_, index) => index % 2 === 1 || (isCollection && index === path.length - 1))
  const isOfWorkspace = segments[provider + 1]?.toLowerCase() === 'microsoft.machinelearningservices'
  return names.slice(isOfWorkspace && !isCollection ? -1 : 0).join('/')
}

/** `key vault`; null where the name has to do. */
export function resourceKind(id: string): string | null {
  return kinds[parseResourceId(id)?.type ?? ''] ?? null
}

export function portalUrl(id: string, { portal }: RenderContext): string {
  if (!id.startsWith('/subscriptions/')) return ''
  return `${portal}/#resource${id.toWellFormed().split('/').map(encodeURIComponent).join('/')}`
}

export function ruleUrl(check: string, { docs }: RenderContext): string {
  return `${docs}/docs/checklist.md#${encodeURIComponent(check.toWellFormed().replaceAll('/', '-'))}`
}

/** Opens the rule. */
export function ruleLink(label: string, check: string, context: RenderContext): string {
  return link(label, ruleUrl(check, context))
}

export type Labels = ReadonlyMap<string, string>

/** What each workspace is called, by lower-cased id: its name, and where it is when others have the same name. */
export function workspaceLabels(workspaces: WorkspaceReport[]): Labels {
  const seen = new Map<string, number>()
  for (const { name } of workspaces) seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1)
  return new Map(
    workspaces.map(({ id, name }) => {
      const group = parseResourceId(id)?.resourceGroup
      const isShared = (seen.get(name.toLowerCase()) ?? 0) > 1
      return [id.toLowerCase(), isShared && group ? `${name} in ${group}` : name || '(no name)']
    }),
  )
}

/** Workspaces by name; of many only the first. */
export function workspaceNames(ids: string[], labels: Labels, limit: number): string {
  const distinct = [...new Set(ids.map((id) => labels.get(id.toLowerCase()) ?? resourceName(id)))]
  return listed(distinct.map(bold), limit, 'workspaces')
}

/** Resources as code; of many only the first. */
export function resourceNames(ids: string[], limit: number): string {
  return listed(
    [...new Set(ids.map(resourceName))].map((name) => code(name, 80)),
    limit,
  )
}
