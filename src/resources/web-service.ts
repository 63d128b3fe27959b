import { containerGroupsSegment } from '../evidence/children.ts'
import { flag, resourceType, text } from './type.ts'
import { childOf } from './workspace-child.ts'

const own = {
  computeType: text('properties.computeType'),
  scoringUri: text('properties.scoringUri', { givenBy: 'azure' }),
  hasHttps: flag('properties.properties.hasHttps'),
}

export const webService = resourceType(`${childOf}/services`, own, {
  label: 'SDK v1 web service',
  apiVersions: ['2021-04-01'],
  lists: [{ segment: containerGroupsSegment, ofGroup: true, when: { property: own.computeType, is: 'ACI' } }],
  hosts: [own.scoringUri],
  secrets: true,
})
