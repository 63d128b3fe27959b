import type { Reply } from './traffic.ts'

const wrongTenant =
  'This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.'

export function unknownApplication(clientId: string, tenantId: string): Reply {
  const text = `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. ${wrongTenant}`
  return refusal(400, 'unauthorized_client', 700016, text)
}

export function unknownResource(resource: string, tenantId: string): Reply {
  const text = `The resource principal named ${resource} was not found in the tenant named ${tenantId}. ${wrongTenant}`
  return refusal(400, 'invalid_resource', 500011, text)
}

export function noMatch(code: number, claim: string, value: unknown): Reply {
  return refusal(
    401,
    'invalid_client',
    code,
    `No matching federated identity record found for presented assertion ${claim} '${value}'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`,
  )
}

export function tenantNotFound(tenant: string): Reply {
  return refusal(
    400,
    'invalid_request',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  )
}

export function refusal(status: number, error: string, code: number, text: string): Reply {
  const trace_id = crypto.randomUUID()
  const correlation_id = crypto.randomUUID()
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  const ids = `Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`
  const error_description = `AADSTS${code}: ${text} ${ids}`
  const error_uri = `https://login.microsoftonline.com/error?code=${code}`
  return {
    status,
    body: { error, error_description, error_codes: [code], timestamp, trace_id, correlation_id, error_uri },
  }
}
