import { referenceAt } from '../evidence/references.ts'
import type { Resource } from '../evidence/resource.ts'
import type { Subjects } from '../evidence/subjects.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import { applicationInsights } from '../resources/application-insights.ts'
import { logAnalyticsCluster, logAnalyticsWorkspace } from '../resources/log-analytics.ts'
import { cannotTell, fails, keyAccess, passes } from './access.ts'
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
  cannotTell:
    'It does not say which it is, or does not name its Log Analytics workspace; or deployments send diagnostics, and the workspace names no component.',
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
  policies: [
    {
      name: 'Azure Monitor Logs clusters should be encrypted with customer-managed key',
      id: '1f68a601-6e6d-4e42-babf-3f643a047ea2',
    },
  ],
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
  policies: [
    {
      name: 'Azure Monitor Logs clusters should be created with infrastructure-encryption enabled (double encryption)',
      id: 'ea0dfaed-95fb-448c-934e-d6e713ce393d',
    },
  ],
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
  policies: [
    {
      name: 'Saved-queries in Azure Monitor should be saved in customer storage account for logs encryption',
      id: 'fa298e57-9444-42ba-bf04-86e8470e32c7',
    },
  ],
})

export const cmkAccess = check({
  id: 'diagnostics/cmk-access',
  title: 'The cluster of the diagnostics can use its customer-managed key',
  failed: 'The cluster of the diagnostics cannot use its key',
  rows: ['S36'],
  severity: severity('medium'),
  subjects: clusters,
  judge: (subject, workspace) => {
    if (subject.type !== logAnalyticsCluster.type)
      return onCluster(subject, workspace, notApplicable('not-used'), () => notApplicable('not-used'))
    const named = [logAnalyticsCluster.keyVaultUri, logAnalyticsCluster.keyName].map((each) => subject.read(each))
    return named.every((each) => each === undefined) ? notApplicable('not-used') : keyAccess(subject, workspace)
  },
  passes,
  fails,
  cannotTell,
  why: 'Without the key the cluster cannot read what it keeps: logs stop being taken in, and queries fail.',
  reference: cmk,
})

/** Dedicated clusters; a component from which nothing leads to one stands for itself. */
function clusters(workspace: Workspace): Subjects<Resource> {
  const { all, none } = workspace.diagnostics
  return { all: all.map((component) => clusterOf(component, workspace) ?? component), none }
}

function clusterOf(component: Resource, workspace: Workspace): Resource | null {
  const logs = referenceAt(component, applicationInsights.logAnalytics)
  if (typeof logs === 'string') return null
  const cluster = referenceAt(workspace.at(logs.id), logAnalyticsWorkspace.cluster)
  return typeof cluster === 'string' ? null : workspace.at(cluster.id)
}

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
