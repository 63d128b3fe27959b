const type = 'Microsoft.Management/managementGroups'
const pattern = new RegExp(`^/providers/${type}/([^/]+)$`, 'i')

/** What subscriptions lie in: roles are assigned there, and nothing is read of it but what it holds. */
export const managementGroup = {
  action: `${type}/read`,
  /** of pseudonyms */
  prefix: 'mg-',
  idOf: (name: string) => `/providers/${type}/${name}`,
  /** null for any other id */
  nameIn: (id: string) => pattern.exec(id)?.[1] ?? null,
}
