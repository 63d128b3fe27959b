import { containerGroupsSegment } from '../evidence/children.ts'
import { type Condition, flag, resourceType, text } from './type.ts'
import { childOf } from './workspace-child.ts'

const own = {
  computeType: text('properties.computeType'),
  scoringUri: text('properties.scoringUri', { givenBy: 'azure' }),
  hasHttps: flag('properties.properties.hasHttps'),
}

/** It runs in a container group. */
export const onInstances: Condition = { property: own.computeType, is: 'ACI' }

export const webService = resourceType(`${childOf}/services`, own, {
  label: 'SDK v1 web service',
  apiVersions: ['2021-04-01'],
  lists: [{ segment: containerGroupsSegment, ofGroup: true, when: onInstances }],
  hosts: [own.scoringUri],
  secrets: true,
})
