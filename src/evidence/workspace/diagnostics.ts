import { applicationInsights } from '../../resources/application-insights.ts'
import { logAnalyticsCluster, logAnalyticsWorkspace } from '../../resources/log-analytics.ts'
import type { Resource } from '../resource.ts'
import { next } from './dependencies.ts'
import type { Lookup } from './lookup.ts'

/** Application Insights component → Log Analytics workspace → dedicated cluster. */
export function clusters(components: Resource[], lookup: Lookup): Resource[] {
  const property = logAnalyticsWorkspace.cluster
  return logsOf(components, lookup).flatMap((logs) => next(logs, property, logAnalyticsCluster.type, lookup))
}

export function logsOf(components: Resource[], lookup: Lookup): Resource[] {
  return components.flatMap((component) =>
    next(component, applicationInsights.logAnalytics, logAnalyticsWorkspace.type, lookup),
  )
}
