import { keyUrl } from '../evidence/key-id.ts'
import { type Made, nameOfSent, type Sent } from './created.ts'
import { flag, list, number, object, resourceType, text } from './type.ts'

/** `https://kv.vault.azure.net/keys/k`, of a key in a vault or a managed HSM. */
export function keyAddress(id: string, host: Sent['host']): string {
  const [holder = '', name = ''] = id.split(/\/keys\//i)
  const kind = /\/managedhsms\//i.test(id) ? 'hsm' : 'vault'
  return keyUrl(host(kind, nameOfSent({ id: holder })), name)
}

/** Versions come with their keys: nobody sends one. */
const ofKey =
  (made: Made): Made =>
  (sent) =>
    /\/versions\/[^/]+$/i.test(sent.id) ? undefined : made(sent)

/** Of a key, which shows its current version, and of any other version. */
const key = {
  kty: text('properties.kty'),
  size: number('properties.keySize'),
  operations: list('properties.keyOps'),
  uri: text('properties.keyUri', { givenBy: 'name', made: ofKey(({ id, host }) => keyAddress(id, host)) }),
  uriWithVersion: text('properties.keyUriWithVersion', {
    givenBy: 'azure',
    made: ofKey(({ id, host, standIn }) => `${keyAddress(id, host)}/${standIn.version()}`),
  }),
  rotationPolicy: object('properties.rotationPolicy'),
  rotationActions: list('properties.rotationPolicy.lifetimeActions'),
  enabled: flag('properties.attributes.enabled', { made: ofKey(() => true) }),
  notBefore: number('properties.attributes.nbf'),
  expires: number('properties.attributes.exp'),
  created: number('properties.attributes.created', { givenBy: 'azure', made: ofKey(({ now }) => now) }),
  recoveryLevel: text('properties.attributes.recoveryLevel', { givenBy: 'azure' }),
}

/** Resource Graph does not have keys, and Resource Manager shows them without a role in the vault. */
const keyType = (holder: string, label: string, saidBy?: string) =>
  resourceType(`Microsoft.KeyVault/${holder}`, key, {
    label,
    prefix: 'key-',
    apiVersions: ['2026-02-01', '2024-11-01', '2023-07-01'],
    isManagerOnly: true,
    ...(saidBy === undefined ? {} : { whenGone: { saidBy } }),
  })

export const vaultKey = keyType('vaults/keys', 'vault key', 'key/readable')
export const vaultKeyVersion = keyType('vaults/keys/versions', 'vault key version')
export const hsmKey = keyType('managedHSMs/keys', 'managed HSM key', 'key/readable')
export const hsmKeyVersion = keyType('managedHSMs/keys/versions', 'managed HSM key version')
