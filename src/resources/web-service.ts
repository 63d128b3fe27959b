import { containerGroupsSegment } from '../evidence/children.ts'
import { type Condition, flag, resourceType, text } from './type.ts'
import { childOf } from './workspace-child.ts'

const own = {
  computeType: text('properties.computeType'),
  scoringUri: text('properties.scoringUri', { givenBy: 'azure' }),
  hasHttps: flag('properties.properties.hasHttps'),
}

/** It runs on a cluster, and in no container group. Whatever else it says, or nothing, it may run in one. */
export const onCluster: Condition = { property: own.computeType, is: 'AKS' }

export const webService = resourceType(`${childOf}/services`, own, {
  label: 'SDK v1 web service',
  apiVersions: ['2021-04-01'],
  lists: [{ segment: containerGroupsSegment, ofGroup: true, unless: onCluster }],
  hosts: [own.scoringUri],
  secrets: true,
})
