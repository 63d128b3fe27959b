import { resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

export const job = resourceType(
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

export const schedule = resourceType(
  `${childOf}/schedules`,
  {},
  { label: 'schedule', prefix: 'job-', apiVersions: childVersions, secrets: true },
)
