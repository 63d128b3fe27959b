import { logs } from '../../resources/application-insights.ts'
import { dedicatedCluster } from '../../resources/log-analytics.ts'
import type { Resource } from '../resource.ts'
import { next } from './dependencies.ts'
import type { Lookup } from './lookup.ts'

/** Application Insights component → Log Analytics workspace → dedicated cluster. */
export function clusters(components: Resource[], lookup: Lookup): Resource[] {
  return logsOf(components, lookup).flatMap((workspace) => next(workspace, dedicatedCluster, lookup))
}

export function logsOf(components: Resource[], lookup: Lookup): Resource[] {
  return components.flatMap((component) => next(component, logs, lookup))
}
