import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { isIP } from 'node:net'

/**
 * A certificate authority and a server certificate for the names given (P-256, valid for a day), in the few DER
 * structures of RFC 5280 that TLS clients insist on.
 */
export function issueCertificates(names: string[]): { caPem: string; keyPem: string; certificatePem: string } {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  // A name of its own: a process that trusts several clouds must find the one that issued a certificate.
  const issuer = `Simulated cloud CA ${randomBytes(8).toString('hex')}`
  const ca = certificate(issuer, issuer, authority.publicKey, authority.privateKey, [
    extension('551d13', sequence(boolean(true)), true),
    extension('551d0f', tlv(0x03, Buffer.from('0106', 'hex')), true),
  ])
  const leaf = certificate('Simulated cloud', issuer, server.publicKey, authority.privateKey, [
    extension('551d11', sequence(...names.map(generalName))),
    extension('551d0f', tlv(0x03, Buffer.from('0780', 'hex')), true),
    extension('551d25', sequence(objectId('2b06010505070301'))),
  ])
  const keyPem = server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { caPem: pem(ca), keyPem, certificatePem: pem(leaf) }
}

const ecdsaWithSha256 = sequence(objectId('2a8648ce3d040302'))

function certificate(
  name: string,
  issuer: string,
  subject: KeyObject,
  signer: KeyObject,
  extensions: Buffer[],
): Buffer {
  const day = 24 * 60 * 60 * 1000
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    ecdsaWithSha256,
    distinguishedName(issuer),
    sequence(utcTime(Date.now() - day), utcTime(Date.now() + day)),
    distinguishedName(name),
    subject.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions)),
  )
  const signature = createSign('sha256').update(body).sign(signer)
  return sequence(body, ecdsaWithSha256, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])))
}

function distinguishedName(name: string): Buffer {
  return sequence(tlv(0x31, sequence(objectId('550403'), tlv(0x0c, Buffer.from(name)))))
}

function generalName(name: string): Buffer {
  return isIP(name) === 4 ? tlv(0x87, Buffer.from(name.split('.').map(Number))) : tlv(0x82, Buffer.from(name))
}

function extension(oid: string, value: Buffer, critical = false): Buffer {
  return sequence(objectId(oid), ...(critical ? [boolean(true)] : []), tlv(0x04, value))
}

function utcTime(time: number): Buffer {
  const digits = new Date(time).toISOString().replace(/\D/g, '')
  return tlv(0x17, Buffer.from(`${digits.slice(2, 14)}Z`))
}

function objectId(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, 'hex'))
}

function boolean(value: boolean): Buffer {
  return tlv(0x01, Buffer.from([value ? 0xff : 0]))
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts))
}

function tlv(tag: number, value: Buffer): Buffer {
  const length = value.length
  const header =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(header), value])
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
