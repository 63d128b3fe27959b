import { whatIs } from '../../evidence/named.ts'
import { parseResourceId } from '../../evidence/resource-id.ts'
import type { Severity, UnknownReason } from '../../model.ts'
import { resourceTypes } from '../../resources/index.ts'
import type { RenderContext } from './context.ts'
import { link } from './escape.ts'

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
  'ai-services': 'Azure AI Services',
  'container-instance': 'Container instances',
  'virtual-machine': 'Virtual machines',
  hdinsight: 'HDInsight',
  endpoint: 'Endpoints',
  secrets: 'Secrets in plain sight',
  provider: 'Resource providers',
  platform: 'Platform',
}

export const severityWords: Record<Severity, string> = { high: 'High', medium: 'Medium', low: 'Low', info: 'Info' }

export const reasonWords: Record<UnknownReason, string> = {
  forbidden: 'no permission to read it',
  'not-visible': 'not visible to this run',
  absent: 'the resource that it names is gone',
  'property-absent': 'Azure does not return the property',
  'unrecognised-value': 'a value that is not recognized',
  'api-unsupported': 'this cloud does not have the API',
  throttled: 'Azure throttled the requests',
  timeout: 'the run timed out',
  'invalid-response': 'an unexpected answer from Azure',
  'not-observable': 'no API shows it',
  truncated: 'more items than the run may read',
}

/**
 * `kv-fraud/cmk-fraud` for a key, `cluster` for a compute of a workspace, `mlw-fraud/computes` for all of them, the text
 * itself when it is not a resource id.
 */
export function resourceLabel(id: string): string {
  const names = namesIn(id)
  if (names === null) return plainName(id)
  const isOfWorkspace = /\/providers\/microsoft\.machinelearningservices\//i.test(id) && !isCollection(id)
  return names.slice(isOfWorkspace ? -1 : 0).join('/')
}

/** The same with what it is part of: `mlw-fraud/cluster`. */
export function resourcePath(id: string): string {
  return namesIn(id)?.join('/') ?? plainName(id)
}

function plainName(id: string): string {
  return whatIs(id).name || '(no name)'
}

/** The names in a resource id, the outermost first; null when it is none. */
function namesIn(id: string): string[] | null {
  const segments = id.split('/').filter(Boolean)
  const provider = providerIn(segments)
  if (!id.startsWith('/') || segments.length < 2) return null
  if (provider === -1 || provider === segments.length - 2) return [segments.at(-1) ?? id]
  const whole = segments.slice(provider + 2)
  // what there is one of is called by what holds it
  const path = resourceTypes[parseResourceId(id)?.type ?? '']?.onlyOne ? whole.slice(0, -2) : whole
  return path.filter((_, index) => index % 2 === 1 || (isCollection(id) && index === path.length - 1))
}

/** All of a kind, as `…/workspaces/mlw/computes`. */
function isCollection(id: string): boolean {
  const segments = id.split('/').filter(Boolean)
  return (segments.length - providerIn(segments)) % 2 === 1
}

function providerIn(segments: string[]): number {
  return segments.findIndex((segment) => segment.toLowerCase() === 'providers')
}

/** `key vault`; null where the name has to do. */
export function resourceKind(id: string): string | null {
  const { kind, type } = whatIs(id)
  return kind === 'assignments' ? 'role assignments' : (resourceTypes[type ?? '']?.label ?? null)
}

export function portalUrl(id: string, { portal }: RenderContext): string {
  if (!id.startsWith('/subscriptions/')) return ''
  return `${portal}/#resource${id.toWellFormed().split('/').map(encodeURIComponent).join('/')}`
}

/** Where a check is explained; where nobody knows where its documentation is, the page that it stands on. */
export function ruleUrl(check: string, { docs, checks }: RenderContext): string {
  if (docs === '') return checks.get(check)?.reference ?? ''
  return `${docs}/docs/checklist.md#${encodeURIComponent(check.toWellFormed().replaceAll('/', '-'))}`
}

/** Opens the rule. */
export function ruleLink(label: string, check: string, context: RenderContext): string {
  return link(label, ruleUrl(check, context))
}
