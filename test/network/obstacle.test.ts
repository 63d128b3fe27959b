import { describe, expect, it } from 'vitest'
import { explain, obstacle } from '../../src/network/obstacle.ts'

const address = 'https://management.azure.com/subscriptions?api-version=1'
const proxied = { HTTPS_PROXY: 'http://mona:secret@proxy.example:3128' }
const anonymous = { HTTPS_PROXY: 'http://proxy.example:3128' }
const overTls = { HTTPS_PROXY: 'https://proxy.example' }

function error(message: string, code?: string, cause?: unknown): Error {
  return Object.assign(new Error(message, cause === undefined ? {} : { cause }), code === undefined ? {} : { code })
}

const name = 'The proxy proxy.example:3128 (HTTPS_PROXY)'
/** As the toolkit, undici and Azure's SDK say it. */
const toolkit = (said: string) =>
  error(
    `Error message: Failed to get ID Token. \n Error Code : undefined\n Error Message: tunneling socket could not be established, ${said}`,
  )
const undici = (cause: Error) => error('fetch failed', undefined, cause)

describe('behind a proxy', () => {
  it.each<[string, unknown, string]>([
    [
      '407, the toolkit',
      toolkit('statusCode=407'),
      `${name} does not accept the user name and password that HTTPS_PROXY holds (HTTP status 407).`,
    ],
    [
      '407, undici',
      undici(error('Proxy response (407) !== 200 when HTTP Tunneling')),
      `${name} does not accept the user name`,
    ],
    ['407, Azure', error('Proxy response (407)', 'REQUEST_SEND_ERROR'), `${name} does not accept the user name`],
    [
      '502',
      toolkit('statusCode=502'),
      `${name} opens no way to management.azure.com (HTTP status 502). Have it let management.azure.com through`,
    ],
    [
      '403',
      undici(error('Proxy response (403) !== 200 when HTTP Tunneling')),
      'opens no way to management.azure.com (HTTP status 403)',
    ],
    [
      'dead, the toolkit',
      toolkit('cause=connect ECONNREFUSED 127.0.0.1:1'),
      `${name} could not be reached (ECONNREFUSED). Check the address`,
    ],
    ['dead at every address, the toolkit', toolkit('cause='), `${name} could not be reached (no tunnel).`],
    [
      'dead, undici',
      undici(error('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED')),
      'could not be reached (ECONNREFUSED)',
    ],
    ['dead, Azure', error('', 'ECONNREFUSED'), 'could not be reached (ECONNREFUSED)'],
    ['no such proxy', error('getaddrinfo ENOTFOUND proxy.example', 'ENOTFOUND'), 'could not be reached (ENOTFOUND)'],
    [
      'it hangs up',
      error('Proxy connection ended before receiving CONNECT response'),
      'could not be reached (no tunnel)',
    ],
    [
      'it breaks off',
      error('socket hang up', 'ECONNRESET'),
      `The connection to management.azure.com by way of the proxy proxy.example:3128 (HTTPS_PROXY) broke off (socket hang up).`,
    ],
    [
      'an authority that nobody knows',
      toolkit('cause=self-signed certificate in certificate chain'),
      'signed the certificate of management.azure.com (self-signed certificate). If a proxy',
    ],
  ])('%s', (_, given, expected) => {
    const sentences = obstacle(given, address, proxied)
    expect(sentences).toContain(expected)
    expect(sentences).not.toMatch(/mona|secret/)
    expect(sentences?.length).toBeLessThan(300)
  })

  it('that wants a password and was given none', () => {
    expect(obstacle(toolkit('statusCode=407'), address, anonymous)).toContain(
      'wants a user name and a password (HTTP status 407).',
    )
  })

  it('that is itself asked over TLS', () => {
    expect(obstacle(error('wrong version number', 'EPROTO'), address, overTls)).toContain(
      'Check HTTPS_PROXY: it begins with https:// only if',
    )
    expect(obstacle(error('', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), address, overTls)).toContain(
      'of management.azure.com or of the proxy proxy.example:443 (HTTPS_PROXY) (UNABLE_TO_VERIFY',
    )
  })
})

describe('without one', () => {
  it.each<[string, unknown, string]>([
    [
      'ENOTFOUND',
      error('getaddrinfo ENOTFOUND management.azure.com', 'ENOTFOUND'),
      'management.azure.com could not be reached (ENOTFOUND), directly, because no HTTPS_PROXY is set. Let',
    ],
    ['ECONNREFUSED', undici(error('', 'ECONNREFUSED')), 'could not be reached (ECONNREFUSED), directly'],
    ['a time-out', error('connect ETIMEDOUT 10.0.0.1:443', 'ETIMEDOUT'), 'could not be reached (ETIMEDOUT), directly'],
    ['self-signed', error('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'NODE_EXTRA_CA_CERTS'],
    ['no issuer', error('unable to get local issuer certificate'), 'NODE_EXTRA_CA_CERTS'],
    [
      'no first',
      error(
        'unable to verify the first certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
      ),
      'NODE_EXTRA_CA_CERTS',
    ],
    ['deep down', undici(undici(error('', 'SELF_SIGNED_CERT_IN_CHAIN'))), 'NODE_EXTRA_CA_CERTS'],
    [
      'expired',
      error('certificate has expired', 'CERT_HAS_EXPIRED'),
      'was not accepted (certificate has expired). Check the clock',
    ],
    [
      'another name',
      error("Hostname/IP does not match certificate's altnames: Host: x", 'ERR_TLS_CERT_ALTNAME_INVALID'),
      "was not accepted (certificate's altnames). Check the clock",
    ],
    [
      'no TLS',
      error('write EPROTO wrong version number', 'EPROTO'),
      'management.azure.com could not be reached (EPROTO), directly',
    ],
  ])('%s', (_, given, expected) => {
    expect(obstacle(given, address, {})).toContain(expected)
  })

  it.each<[string, unknown, string]>([
    ['something else', error('odd'), address],
    ['an answer', error('Failed to get ID Token. Error Code : 503'), address],
    ['no error', 'odd', address],
    ['nothing', undefined, address],
    ['no address', error('', 'ECONNREFUSED'), ''],
  ])('%s is not an obstacle', (_, given, where) => {
    expect(obstacle(given, where, {})).toBeNull()
  })
})

describe('an error that is explained once', () => {
  it('keeps its sentences', () => {
    const given = error('Proxy response (407)')
    explain(given, address, proxied)
    const { message } = given
    explain(given, 'https://elsewhere.example', {})
    expect(message).toContain('(HTTP status 407)')
    expect([given.message, obstacle(given, '', {})]).toEqual([message, message])
  })

  it('is left alone where there is no obstacle', () => {
    const given = error('odd')
    explain(given, address, proxied)
    explain('odd', address, proxied)
    expect(given.message).toBe('odd')
  })
})
