import type { Finding } from '../../model.ts'
import { plural } from '../../text.ts'
import type { Item } from './items.ts'

type Fits = (finding: Finding) => boolean

/**
 * How many findings stand behind items: one for each check, resource and workspace, advice apart. The one unit in which
 * a report counts, because the figures of its workspaces, its outputs and its history are in it.
 */
export function tally(items: Item[], fits: Fits = () => true): number {
  const counted = (finding: Finding) => finding.severity !== 'info' && fits(finding)
  return items.reduce((sum, { findings }) => sum + findings.filter(counted).length, 0)
}

/** `2 resources in 4 workspaces`; empty where each finding is of a resource of its own. */
export function spread(items: Item[], fits: Fits = () => true): string {
  const counted = items.filter((item) => tally([item], fits) > 0)
  if (tally(counted, fits) === counted.length) return ''
  const resources = new Set(counted.map(({ resource }) => resource.toLowerCase()))
  const workspaces = new Set(counted.flatMap((item) => item.workspaces.map((id) => id.toLowerCase())))
  return `${plural(resources.size, 'resource')} in ${plural(workspaces.size, 'workspace')}`
}
