import type { Estate } from '../estate.ts'

/** What hosts end in, in Azure's public cloud and in those of governments and China. */
const suffixes = {
  azureusgovernment: {
    'vault.azure.net': 'vault.usgovcloudapi.net',
    'managedhsm.azure.net': 'managedhsm.usgovcloudapi.net',
    'core.windows.net': 'core.usgovcloudapi.net',
    'database.windows.net': 'database.usgovcloudapi.net',
    'azurecr.io': 'azurecr.us',
    'documents.azure.com': 'documents.azure.us',
  },
  azurechinacloud: {
    'vault.azure.net': 'vault.azure.cn',
    'managedhsm.azure.net': 'managedhsm.azure.cn',
    'core.windows.net': 'core.chinacloudapi.cn',
    'database.windows.net': 'database.chinacloudapi.cn',
    'azurecr.io': 'azurecr.cn',
    'documents.azure.com': 'documents.azure.cn',
  },
} as const

/** The same estate in another cloud: its tokens have that cloud's audience, and its hosts end as they do there. */
export function inCloud(estate: Estate, environment: keyof typeof suffixes, audience: string): Estate {
  let text = JSON.stringify(estate)
  for (const [ours, theirs] of Object.entries(suffixes[environment])) text = text.replaceAll(`.${ours}`, `.${theirs}`)
  const moved = JSON.parse(text) as Estate
  for (const credential of moved.identity.federatedCredentials) credential.audience = audience
  return moved
}
