import { logAnalyticsWorkspace } from './log-analytics.ts'
import { type Link, resourceType, text } from './type.ts'

const own = {
  ingestionMode: text('properties.IngestionMode'),
  logAnalytics: text('properties.WorkspaceResourceId'),
}

export const logs: Link = { property: own.logAnalytics, type: logAnalyticsWorkspace.type }

export const applicationInsights = resourceType('Microsoft.Insights/components', own, {
  label: 'Application Insights component',
  prefix: 'ai-',
  apiVersions: ['2020-02-02'],
  links: [logs],
})
