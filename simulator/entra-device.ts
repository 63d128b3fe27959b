import type { Directory, mintAccessToken } from './entra.ts'
import { refusal } from './entra-errors.ts'
import type { Reply, ServiceRequest } from './traffic.ts'

/** What a person is told to enter. */
export const userCode = 'SIMULATED'
const deviceCode = 'SIMULATED-DEVICE-CODE'

/** Of the person, who is nobody that the estate's identity is. */
const person = '9e450000-0000-4000-8000-000000000001'

/** `POST /{tenant}/oauth2/v2.0/devicecode`, https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
export function issueDeviceCode(_request: ServiceRequest, { entra }: Directory): Reply {
  if (entra.error) return refusal(entra.error.status ?? 400, 'invalid_client', entra.error.code, entra.error.text)
  const verification_uri = 'https://microsoft.com/devicelogin'
  const message = `To sign in, use a web browser to open the page ${verification_uri} and enter the code ${userCode} to authenticate.`
  return {
    status: 200,
    body: { device_code: deviceCode, user_code: userCode, verification_uri, expires_in: 900, interval: 1, message },
  }
}

/** The token, once the person has entered the code. */
export function answerDevice(form: URLSearchParams, directory: Directory, mint: typeof mintAccessToken): Reply {
  const { entra, estate } = directory
  if (form.get('device_code') !== deviceCode) return refusal(400, 'invalid_grant', 70000, 'The device code is unknown.')
  if ((entra.pending ?? 0) > 0) {
    entra.pending = (entra.pending ?? 0) - 1
    return refusal(400, 'authorization_pending', 70016, 'OAuth 2.0 device flow error. Authorization is pending.')
  }
  const scope = form.get('scope') ?? ''
  const audience = (scope.split(' ').find((one) => one.endsWith('/.default')) ?? '').replace(/\/+\.default$/, '')
  const claims = { idtyp: 'user', oid: person, scp: 'user_impersonation', upn: 'mona@contoso.com' }
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope,
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: mint(directory, audience, claims),
      refresh_token: 'SIMULATED-REFRESH-TOKEN',
      id_token: [
        { alg: 'none' },
        { oid: person, tid: estate.tenantId, preferred_username: claims.upn, sub: person },
        {},
      ]
        .map(encoded)
        .join('.'),
      client_info: encoded({ uid: person, utid: estate.tenantId }),
    },
  }
}

/** As parts of tokens are written. */
export function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
