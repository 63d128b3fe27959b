/** The services behind the cloud's ports, and the names that they have in the real clouds. */
export type Service = 'resourceManager' | 'authority' | 'github' | 'oidc'

export const services: Service[] = ['resourceManager', 'authority', 'github', 'oidc']

/** Real host names, by what answers them. */
export const realHosts: Record<string, Service> = {
  'management.azure.com': 'resourceManager',
  'management.usgovcloudapi.net': 'resourceManager',
  'management.chinacloudapi.cn': 'resourceManager',
  'login.microsoftonline.com': 'authority',
  'login.microsoftonline.us': 'authority',
  'login.chinacloudapi.cn': 'authority',
  'login.partner.microsoftonline.cn': 'authority',
  'api.github.com': 'github',
  'github.com': 'github',
  'token.actions.githubusercontent.com': 'oidc',
}

/** The Resource Manager that an authority issues tokens for. */
export const resourceManagerOf: Record<string, string> = {
  'login.microsoftonline.com': 'https://management.azure.com',
  'login.microsoftonline.us': 'https://management.usgovcloudapi.net',
  'login.chinacloudapi.cn': 'https://management.chinacloudapi.cn',
  'login.partner.microsoftonline.cn': 'https://management.chinacloudapi.cn',
}
