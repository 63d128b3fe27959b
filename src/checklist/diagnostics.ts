import type { Resource } from '../evidence/resource.ts'
import type { Workspace } from '../evidence/workspace.ts'
import { applicationInsights } from '../resources/application-insights.ts'
import { logAnalyticsCluster, logAnalyticsWorkspace } from '../resources/log-analytics.ts'
import { check, fail, isOn, notApplicable, oneOf, pass, severity, unknown, type Verdict } from './check.ts'
import { az, instruction, named } from './remedy.ts'

const cmk = 'https://learn.microsoft.com/azure/azure-monitor/logs/customer-managed-keys'
const subjects = (workspace: Workspace) => workspace.diagnostics

export const workspaceBased = check({
  id: 'diagnostics/workspace-based',
  title: 'Diagnostics are kept in a Log Analytics workspace',
  failed: 'Diagnostics are not kept in a Log Analytics workspace',
  rows: ['S36'],
  severity: severity('medium', 'low'),
  subjects,
  judge: (component) => {
    const mode = ingestion(component)
    if (mode.status !== 'pass') return mode
    return component.read(applicationInsights.logAnalytics) === undefined
      ? unknown('property-absent', 'The component is workspace-based, but does not name its Log Analytics workspace.')
      : mode
  },
  passes: 'The component is kept in a Log Analytics workspace.',
  fails: 'It is classic.',
  cannotTell: 'It does not say which it is, or does not name its Log Analytics workspace.',
  why: 'A classic Application Insights resource can never be encrypted with a customer-managed key.',
  remedy: (component) =>
    az`monitor app-insights component update ${named(component.id, '--app')} --workspace ${'<id of a Log Analytics workspace>'}`,
  reference: 'https://learn.microsoft.com/azure/azure-monitor/app/create-workspace-resource',
})

export const customerManagedKey = check({
  id: 'diagnostics/customer-managed-key',
  title: 'Diagnostics are encrypted with a customer-managed key',
  failed: 'Diagnostics have no customer-managed key',
  rows: ['S36'],
  severity: severity('medium', 'info'),
  subjects,
  judge: (component, workspace) => {
    const mode = ingestion(component)
    if (mode.status !== 'pass') return mode
    return onCluster(
      component,
      workspace,
      fail('The Log Analytics workspace is not linked to a dedicated cluster.'),
      (cluster) => {
        const [uri, name] = [cluster.read(logAnalyticsCluster.keyVaultUri), cluster.read(logAnalyticsCluster.keyName)]
        return uri !== undefined && name !== undefined
          ? pass()
          : fail('The dedicated cluster has no customer-managed key.')
      },
    )
  },
  passes: 'The Log Analytics workspace is linked to a dedicated cluster that has a key.',
  fails: 'The Application Insights resource is classic, there is no cluster, or it has no key.',
  cannotTell:
    'Log Analytics workspace or cluster are gone or cannot be read, or the component does not name the workspace.',
  why: 'Logs of endpoints and jobs can hold parts of the data, and are then encrypted with Microsoft-managed keys.',
  remedy: (component) =>
    instruction`Needs a dedicated cluster (commitment of at least 100 GB a day): \`az monitor log-analytics cluster update --key-vault-uri <vault> --key-name <key> --key-version ""\`, then link the Log Analytics workspace behind ${component} to it. Only new data is covered.`,
  reference: cmk,
  policy:
    'Azure Monitor Logs clusters should be encrypted with customer-managed key (1f68a601-6e6d-4e42-babf-3f643a047ea2)',
})

export const doubleEncryption = check({
  id: 'diagnostics/double-encryption',
  title: 'The cluster of the diagnostics encrypts twice',
  failed: 'The cluster of the diagnostics encrypts only once',
  rows: ['S36'],
  severity: severity('low', 'info'),
  subjects,
  judge: (component, workspace) =>
    onCluster(component, workspace, notApplicable('not-used'), (cluster) =>
      isOn(cluster.read(logAnalyticsCluster.doubleEncryption), 'The cluster encrypts once.'),
    ),
  passes: 'The dedicated cluster encrypts twice.',
  fails: 'It encrypts once.',
  cannotTell: 'Azure does not report it, or the cluster cannot be read.',
  why: 'Double encryption protects against the compromise of one algorithm or key.',
  remedy: (component) =>
    instruction`Only a new cluster can have it, and has it by default: link the Log Analytics workspace behind ${component} to one. That costs a commitment of at least 100 GB a day; what is there already stays where it is.`,
  creationOnly: true,
  reference: cmk,
  policy:
    'Azure Monitor Logs clusters should be created with infrastructure-encryption enabled (double encryption) (ea0dfaed-95fb-448c-934e-d6e713ce393d)',
})

export const queryEncryption = check({
  id: 'diagnostics/query-encryption',
  title: 'Saved queries over the diagnostics use the customer-managed key',
  failed: 'Saved queries do not use the customer-managed key',
  rows: ['S36'],
  severity: severity('low', 'info'),
  subjects,
  judge: (component, workspace) =>
    onCluster(component, workspace, notApplicable('not-used'), (_cluster, logs) =>
      isOn(logs.read(logAnalyticsWorkspace.keyForQueries), 'Saved queries are encrypted with Microsoft-managed keys.'),
    ),
  passes: 'The Log Analytics workspace forces the key on saved queries.',
  fails: 'It does not.',
  cannotTell: 'Azure does not report it, or the cluster cannot be read.',
  why: 'Queries can hold personal data, and are otherwise kept with Microsoft-managed keys.',
  remedy: (component) => {
    const id = component.read(applicationInsights.logAnalytics) ?? ''
    return [
      instruction`Link a storage account for queries to the Log Analytics workspace first, then run`,
      az`resource update --ids ${{ name: id }} --set properties.forceCmkForQuery=true`,
    ]
  },
  reference: cmk,
  policy:
    'Saved-queries in Azure Monitor should be saved in customer storage account for logs encryption (fa298e57-9444-42ba-bf04-86e8470e32c7)',
})

/** `ApplicationInsights` is what classic components say of themselves. */
function ingestion(component: Resource): Verdict {
  const modes = { pass: ['LogAnalytics'], fail: ['ApplicationInsights', 'ApplicationInsightsWithDiagnosticSettings'] }
  return oneOf(
    component.read(applicationInsights.ingestionMode),
    modes,
    'The Application Insights resource is classic, not workspace-based.',
  )
}

/** Component → Log Analytics workspace → dedicated cluster; reading one that cannot be read makes it undecided. */
function onCluster(
  component: Resource,
  workspace: Workspace,
  without: Verdict,
  judge: (cluster: Resource, logs: Resource) => Verdict,
): Verdict {
  const id = component.read(applicationInsights.logAnalytics)
  if (id === undefined)
    return ingestion(component).status === 'fail'
      ? without
      : unknown('property-absent', 'The component does not name its Log Analytics workspace.')
  const logs = workspace.at(id)
  const cluster = logs.read(logAnalyticsWorkspace.cluster)
  return cluster === undefined ? without : judge(workspace.at(cluster), logs)
}
