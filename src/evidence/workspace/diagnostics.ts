import { logs } from '../../resources/application-insights.ts'
import { onlineDeployment } from '../../resources/endpoint.ts'
import { dedicatedCluster } from '../../resources/log-analytics.ts'
import { dependencies } from '../../resources/workspace.ts'
import { said } from '../../said.ts'
import { unnamed } from '../references.ts'
import { peek, type Resource, toFlag } from '../resource.ts'
import type { Subjects } from '../subjects.ts'
import { next } from './dependencies.ts'
import { type Lookup, textAt } from './lookup.ts'

/** Deployments send diagnostics somewhere, also where neither the workspace nor its hub says where. */
export function diagnosticsOf(
  workspace: Resource,
  hub: Resource | null,
  named: Subjects<Resource>,
  deployments: () => Resource[],
  { open }: Lookup,
): Subjects<Resource> {
  const { property, type, saidBy: by } = dependencies.diagnostics
  const isOfHub = hub && (hub.unreadable || textAt(hub, property) !== undefined)
  if (named.all.length > 0 || isOfHub || !deployments().some(sendsDiagnostics)) return named
  const message = said`Deployments of ${workspace} send diagnostics, and it names no Application Insights component.`
  return { ...named, all: [unnamed(workspace, type, { by, reason: 'property-absent', message }, open)] }
}

function sendsDiagnostics(deployment: Resource): boolean {
  return toFlag(peek(deployment, onlineDeployment.sendsDiagnostics)) === true
}

/** Application Insights component → Log Analytics workspace → dedicated cluster. */
export function clusters(components: Resource[], lookup: Lookup): Resource[] {
  return logsOf(components, lookup).flatMap((workspace) => next(workspace, dedicatedCluster, lookup))
}

export function logsOf(components: Resource[], lookup: Lookup): Resource[] {
  return components.flatMap((component) => next(component, logs, lookup))
}
