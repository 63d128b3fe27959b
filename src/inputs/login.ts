import type { Reader } from './reader.ts'
import { anyOf, guid, oneOf } from './values.ts'

/** How a run logs in to Azure. */
export type Login =
  /** the OIDC token of the job */
  | { by: 'github'; clientId: string; tenantId: string }
  /** the session of the Azure CLI */
  | { by: 'azure-cli' }
  /** a person, in a browser */
  | { by: 'device'; clientId: string | undefined; tenantId: string | undefined }
  /** undefined: the identity that the system assigned */
  | { by: 'managed-identity'; clientId: string | undefined }
  /** an OIDC token that somebody keeps in a file */
  | { by: 'workload-identity'; clientId: string; tenantId: string; tokenFile: string }

type Identity = { clientId: string | undefined; tenantId: string | undefined }

/** Of the action. */
export function readGitHubLogin(reader: Reader<never>): Login {
  const before = reader.problems.length
  const { clientId, tenantId } = readIdentity(reader)
  if (clientId && tenantId) return { by: 'github', clientId, tenantId }
  if ((clientId || tenantId) && reader.problems.length === before) {
    const [given, missing] = clientId ? ['client-id', 'tenant-id'] : ['tenant-id', 'client-id']
    reader.problems.push(
      `${missing} is empty although ${given} is given: give both (is a variable or secret unset?), or neither to use the session of azure/login.`,
    )
  }
  return { by: 'azure-cli' }
}

const logins = ['azure-cli', 'device', 'managed-identity', 'workload-identity'] as const

/** Of the command line. */
export function readLogin(reader: Reader<never>): Login {
  const { clientId, tenantId } = readIdentity(reader)
  const by = reader.optional('login', oneOf(...logins)) ?? 'azure-cli'
  if (by === 'device') return { by, clientId, tenantId }
  if (by === 'workload-identity') return readWorkloadIdentity(reader, clientId, tenantId)
  const useless = (by === 'azure-cli' ? ['client-id', 'tenant-id'] : ['tenant-id']).filter(reader.isGiven)
  if (useless.length > 0)
    reader.problems.push(`${anyOf(useless)} is of no use to the login ${by}: leave it out, or choose another login.`)
  return by === 'azure-cli' ? { by } : { by, clientId }
}

/** What Azure's SDKs take from variables, wherever they run. */
export const loginVariables: Record<string, string> = {
  'client-id': 'AZURE_CLIENT_ID',
  'tenant-id': 'AZURE_TENANT_ID',
  'token-file': 'AZURE_FEDERATED_TOKEN_FILE',
}

function readWorkloadIdentity({ isGiven, optional, problems }: Reader<never>, clientId = '', tenantId = ''): Login {
  const missing = Object.entries(loginVariables).filter(([name]) => !isGiven(name))
  for (const [name, variable] of missing) {
    const flag = name === 'token-file' ? '' : `give --${name}, or `
    problems.push(`The login workload-identity lacks ${words[name]}: ${flag}set ${variable}.`)
  }
  return { by: 'workload-identity', clientId, tenantId, tokenFile: optional('token-file', (text) => text) ?? '' }
}

const words: Record<string, string> = {
  'client-id': 'the client id of the identity',
  'tenant-id': 'the id of its tenant',
  'token-file': 'the file with the OIDC token',
}

function readIdentity({ optional }: Reader<never>): Identity {
  return { clientId: optional('client-id', guid), tenantId: optional('tenant-id', guid) }
}
