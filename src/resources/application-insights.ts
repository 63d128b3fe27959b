import { Unknown } from '../evidence/unknown.ts'
import { logAnalyticsWorkspace } from './log-analytics.ts'
import { type Link, resourceType, text } from './type.ts'

const attached = new Unknown(
  'The component names no Log Analytics workspace, and Azure may attach one of its own: set `WorkspaceResourceId` to make it known.',
)

const logAnalytics = text('properties.WorkspaceResourceId')

const own = {
  ingestionMode: text('properties.IngestionMode', {
    made: ({ at }) => (at(logAnalytics.path) === undefined ? attached : 'LogAnalytics'),
  }),
  logAnalytics,
}

export const logs: Link = { property: own.logAnalytics, type: logAnalyticsWorkspace.type }

export const applicationInsights = resourceType('Microsoft.Insights/components', own, {
  label: 'Application Insights component',
  prefix: 'ai-',
  apiVersions: ['2020-02-02'],
  links: [logs],
})
