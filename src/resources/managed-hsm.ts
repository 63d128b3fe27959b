import { nameOfSent } from './created.ts'
import { flag, resourceType, text } from './type.ts'

const own = {
  sku: text('sku.name'),
  hsmUri: text('properties.hsmUri', {
    givenBy: 'name',
    made: (sent) => `https://${sent.host('hsm', nameOfSent(sent))}/`,
  }),
  tenantId: text('properties.tenantId'),
  purgeProtection: flag('properties.enablePurgeProtection', { made: () => false }),
  softDelete: flag('properties.enableSoftDelete', { made: () => true }),
}

export const managedHsm = resourceType('Microsoft.KeyVault/managedHSMs', own, {
  label: 'managed HSM',
  prefix: 'kv-',
  apiVersions: ['2026-02-01', '2024-11-01', '2023-07-01'],
  hosts: [own.hsmUri],
  whenGone: { saidBy: 'key-vault/exists' },
})
