import { containerGroup } from '../container-group.ts'
import { attribute, terraform } from './declaration.ts'
import { inGroup, keyParts, location } from './parts.ts'

const key = { uri: containerGroup.keyVaultUri, name: containerGroup.keyName, version: containerGroup.keyVersion }

export const containers = terraform('azurerm_container_group', containerGroup, {
  id: inGroup(containerGroup),
  settings: [location, [containerGroup.fqdn, attribute('fqdn')], ...keyParts('key_vault_key_id', key)],
})
