import { flag, list, number, object, resourceType, text } from './type.ts'

/** Of a key, which shows its current version, and of any other version. */
const key = {
  kty: text('properties.kty'),
  size: number('properties.keySize'),
  operations: list('properties.keyOps'),
  uri: text('properties.keyUri'),
  uriWithVersion: text('properties.keyUriWithVersion'),
  rotationPolicy: object('properties.rotationPolicy'),
  rotationActions: list('properties.rotationPolicy.lifetimeActions'),
  enabled: flag('properties.attributes.enabled'),
  notBefore: number('properties.attributes.nbf'),
  expires: number('properties.attributes.exp'),
  created: number('properties.attributes.created'),
  recoveryLevel: text('properties.attributes.recoveryLevel'),
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
