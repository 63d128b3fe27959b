/** What a workspace holds is read by the api-versions of the workspace; only Resource Manager lists it. */
export const childOf = 'Microsoft.MachineLearningServices/workspaces'
export const childVersions = ['2025-12-01', '2025-06-01', '2024-10-01']
