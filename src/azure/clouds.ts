import type { KeyHosts } from '../evidence/key-id.ts'
import type { Environment, Inputs } from '../inputs/inputs.ts'

/** Where a cloud answers; origins have no slash at their end. */
export interface Cloud {
  name: Environment
  resourceManager: string
  authority: string
  /** audience of the GitHub OIDC token */
  audience: string
  /** scope of the token for Resource Manager and Resource Graph */
  scope: string
  /** null when it is not known */
  portal: string | null
  /** what the host names of key vaults end in, without the dot before it; null when it is not known */
  vaultSuffix: string | null
  /** the same of managed HSMs */
  hsmSuffix: string | null
}

type Endpoints = Omit<Cloud, 'name' | 'scope'>

const clouds: Record<Exclude<Environment, 'custom'>, Endpoints> = {
  azurecloud: {
    resourceManager: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
    audience: 'api://AzureADTokenExchange',
    portal: 'https://portal.azure.com',
    vaultSuffix: 'vault.azure.net',
    hsmSuffix: 'managedhsm.azure.net',
  },
  azureusgovernment: {
    resourceManager: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    audience: 'api://AzureADTokenExchangeUSGov',
    portal: 'https://portal.azure.us',
    vaultSuffix: 'vault.usgovcloudapi.net',
    hsmSuffix: 'managedhsm.usgovcloudapi.net',
  },
  azurechinacloud: {
    resourceManager: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
    audience: 'api://AzureADTokenExchangeChina',
    portal: 'https://portal.azure.cn',
    vaultSuffix: 'vault.azure.cn',
    hsmSuffix: 'managedhsm.azure.cn',
  },
}

type CloudInputs = Pick<Inputs, 'environment' | 'audience' | 'resourceManagerUrl' | 'authorityHost'>

/** The cloud that the inputs name; `readInputs` has seen to it that `custom` comes with both addresses. */
export function cloudOf(inputs: CloudInputs): Cloud {
  const endpoints = inputs.environment === 'custom' ? customEndpoints(inputs) : clouds[inputs.environment]
  return {
    ...endpoints,
    name: inputs.environment,
    audience: inputs.audience ?? endpoints.audience,
    scope: `${endpoints.resourceManager}/.default`,
  }
}

/** How hosts of keys are told from others in the cloud that the inputs name. */
export function keyHostsOf(inputs: CloudInputs): KeyHosts {
  const { vaultSuffix, hsmSuffix } = cloudOf(inputs)
  return { vault: vaultSuffix, hsm: hsmSuffix }
}

function customEndpoints({ resourceManagerUrl, authorityHost }: CloudInputs): Endpoints {
  if (!resourceManagerUrl || !authorityHost) {
    throw new Error('environment custom requires resource-manager-url and authority-host.')
  }
  return {
    resourceManager: resourceManagerUrl,
    authority: authorityHost,
    audience: clouds.azurecloud.audience,
    portal: null,
    vaultSuffix: null,
    hsmSuffix: null,
  }
}
