import { Unknown } from '../../evidence/unknown.ts'
import { cosmosDbAccount } from '../cosmos-db.ts'
import { searchService } from '../search-service.ts'
import { attribute, choice, terraform } from './declaration.ts'
import { absent, identity, inGroup, location, ofIdentity } from './parts.ts'

const key = ['key_vault_key_id', 'managed_hsm_key_id']

const later = new Unknown('Whether the account can use its key shows only after the plan was applied.')

export const cosmosDb = terraform('azurerm_cosmosdb_account', cosmosDbAccount, {
  id: inGroup(cosmosDbAccount),
  settings: [
    location,
    ...identity,
    [cosmosDbAccount.keyUri, attribute(key, { refersTo: 'key' })],
    [cosmosDbAccount.keyVersionInUse, absent],
    [cosmosDbAccount.keyStatus, attribute(key, { refersTo: 'key', as: () => later })],
    [cosmosDbAccount.defaultIdentity, attribute('default_identity_type')],
    [cosmosDbAccount.minimumTlsVersion, attribute('minimal_tls_version', { omitted: 'Tls12' })],
  ],
  computed: ofIdentity,
})

export const search = terraform('azurerm_search_service', searchService, {
  id: inGroup(searchService),
  settings: [
    location,
    [
      searchService.enforcement,
      attribute('customer_managed_key_enforcement_enabled', {
        omitted: 'Disabled',
        as: choice('Enabled', 'Disabled'),
      }),
    ],
    [
      searchService.compliance,
      attribute('customer_managed_key_enforcement_enabled', {
        as: (isOn) =>
          isOn === true ? new Unknown('Whether all indexes comply shows only after the plan was applied.') : undefined,
      }),
    ],
  ],
  computed: ofIdentity,
})
