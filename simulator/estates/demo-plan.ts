import { demoIds } from './demo.ts'

/** A pull request of the demo's company, as its checkout and the plan of Terraform have it. */
export interface DemoPlan {
  /** JSON of `terraform show -json` */
  plan: string
  /** by path */
  files: Record<string, string>
}

/** Weakens a storage account, and repairs a key vault and a container registry. */
export function demoPlan(now: number): DemoPlan {
  const changes = [
    change('azurerm_key_vault.fraud_cmk', demoIds.fraudCmkVault, 'purge_protection_enabled', [false, true]),
    change('azurerm_storage_account.fraud', demoIds.fraudStorage, 'https_traffic_only_enabled', [true, false]),
    change('azurerm_container_registry.lab', demoIds.labRegistry, 'admin_enabled', [true, false]),
  ]
  const plan = {
    format_version: '1.2',
    terraform_version: '1.13.5',
    timestamp: new Date(now).toISOString(),
    resource_changes: changes,
    configuration: {
      provider_config: { azurerm: { name: 'azurerm', full_name: 'registry.terraform.io/hashicorp/azurerm' } },
      root_module: { resources: changes.map(configured) },
    },
  }
  return { plan: JSON.stringify(plan), files: { 'infra/main.tf': source } }
}

function change(address: string, id: string, attribute: string, [before, after]: [boolean, boolean]) {
  const [type, name] = address.split('.')
  const same = { id, name: id.split('/').at(-1), resource_group_name: id.split('/')[4] }
  return {
    address,
    mode: 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/azurerm',
    change: {
      actions: ['update'],
      before: { ...same, [attribute]: before },
      after: { ...same, [attribute]: after },
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
    },
  }
}

function configured({ address, mode, type, name }: ReturnType<typeof change>) {
  return { address, mode, type, name, provider_config_key: 'azurerm', expressions: {} }
}

const source = `resource "azurerm_key_vault" "fraud_cmk" {
  name                     = "${nameOf(demoIds.fraudCmkVault)}"
  resource_group_name      = "rg-fraud-prod"
  location                 = "westeurope"
  tenant_id                = var.tenant_id
  sku_name                 = "premium"
  purge_protection_enabled = true
}

resource "azurerm_storage_account" "fraud" {
  name                       = "${nameOf(demoIds.fraudStorage)}"
  resource_group_name        = "rg-fraud-prod"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "ZRS"
  https_traffic_only_enabled = false
}

resource "azurerm_container_registry" "lab" {
  name                = "${nameOf(demoIds.labRegistry)}"
  resource_group_name = "rg-lab"
  location            = "westeurope"
  sku                 = "Basic"
  admin_enabled       = false
}
`

function nameOf(id: string): string | undefined {
  return id.split('/').at(-1)
}
