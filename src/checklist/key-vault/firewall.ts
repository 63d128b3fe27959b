import { only } from '../../evidence/workspace/model.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { check, fail, oneOf, pass, severity, unknown } from '../check.ts'
import { az, named } from '../remedy.ts'

export const trustedServices = check({
  id: 'key-vault/trusted-services',
  title: "The vault's firewall lets the encrypting services in",
  failed: "The vault's firewall keeps the encrypting services out",
  rows: ['S15'],
  severity: severity('medium'),
  subjects: (workspace) => only(workspace.keyVaults, (vault) => !vault.isHsm),
  judge: (vault) => {
    const access = vault.read(keyVault.publicNetworkAccess)
    const known = oneOf(access, { pass: ['Enabled', 'Disabled'], fail: ['SecuredByPerimeter'] })
    if (known.status === 'unknown') return known
    if (known.status === 'fail') {
      return unknown(
        'not-observable',
        'A network security perimeter decides who gets in, not the settings of the vault.',
      )
    }
    const action = vault.read(keyVault.firewallDefault)
    const closed = oneOf(action, { pass: ['Allow'], fail: ['Deny'] })
    if (closed.status === 'unknown') return closed
    if (access?.toLowerCase() === 'enabled' && closed.status === 'pass') return pass()
    const bypass = oneOf(vault.read(keyVault.firewallBypass), { pass: ['AzureServices'], fail: ['None'] })
    return bypass.status === 'fail'
      ? fail('The firewall keeps out everyone, trusted Microsoft services as well.')
      : bypass
  },
  passes: 'The vault is open, or its firewall lets trusted Microsoft services in.',
  fails: 'It is closed, to trusted services as well.',
  cannotTell: 'A network security perimeter decides, or a setting has a value that is not recognized.',
  why: 'Storage, registry, AI Search and Azure Machine Learning then cannot unwrap their data keys, and stop.',
  remedy: (vault) => az`keyvault update ${named(vault.id)} --bypass AzureServices`,
  reference: 'https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints',
})
