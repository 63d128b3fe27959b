import { Unknown } from '../../evidence/unknown.ts'
import { applicationInsights } from '../application-insights.ts'
import { logAnalyticsCluster, logAnalyticsWorkspace } from '../log-analytics.ts'
import { attribute, part, terraform } from './declaration.ts'
import { absent, identity, inGroup, keyParts, location, ofIdentity } from './parts.ts'

const attached = new Unknown(
  'The component names no Log Analytics workspace, and Azure may attach one of its own: set `workspace_id` to make it known.',
)
const refersTo = [logAnalyticsWorkspace.type]

export const component = terraform('azurerm_application_insights', applicationInsights, {
  id: inGroup(applicationInsights),
  settings: [
    location,
    [applicationInsights.logAnalytics, attribute('workspace_id', { refersTo })],
    [
      applicationInsights.ingestionMode,
      attribute('workspace_id', { omitted: attached, refersTo, as: () => 'LogAnalytics' }),
    ],
  ],
})

export const logs = terraform('azurerm_log_analytics_workspace', logAnalyticsWorkspace, {
  id: inGroup(logAnalyticsWorkspace),
  settings: [
    location,
    [logAnalyticsWorkspace.keyForQueries, attribute('cmk_for_query_forced', { omitted: false })],
    [logAnalyticsWorkspace.cluster, absent],
  ],
})

/** Links a workspace to a dedicated cluster, or to an Automation account. */
export const linkedService = part('azurerm_log_analytics_linked_service', logAnalyticsWorkspace, {
  of: attribute('workspace_id', { refersTo }),
  settings: [[logAnalyticsWorkspace.cluster, attribute('write_access_id', { refersTo: [logAnalyticsCluster.type] })]],
  reset: [[logAnalyticsWorkspace.cluster, undefined]],
})

const key = {
  uri: logAnalyticsCluster.keyVaultUri,
  name: logAnalyticsCluster.keyName,
  version: logAnalyticsCluster.keyVersion,
}

export const cluster = terraform('azurerm_log_analytics_cluster', logAnalyticsCluster, {
  id: inGroup(logAnalyticsCluster),
  settings: [location, ...identity, [logAnalyticsCluster.keyVaultProperties, absent]],
  computed: ofIdentity,
})

export const keyOfCluster = part('azurerm_log_analytics_cluster_customer_managed_key', logAnalyticsCluster, {
  of: attribute('log_analytics_cluster_id', { refersTo: [logAnalyticsCluster.type] }),
  settings: keyParts('key_vault_key_id', key),
  reset: [[logAnalyticsCluster.keyVaultProperties, undefined]],
})
