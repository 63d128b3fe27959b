import { resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

export const mlJob = resourceType(
  `${childOf}/jobs`,
  { displayName: text('properties.displayName'), experimentName: text('properties.experimentName') },
  {
    label: 'job',
    prefix: 'job-',
    apiVersions: childVersions,
    secrets: true,
    query: { listViewType: 'ActiveOnly' },
  },
)

export const mlSchedule = resourceType(
  `${childOf}/schedules`,
  {},
  { label: 'schedule', prefix: 'job-', apiVersions: childVersions, secrets: true },
)
