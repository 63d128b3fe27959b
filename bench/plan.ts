import type { Estate } from '../simulator/estate.ts'
import { scaleEstate } from '../simulator/estates/scale.ts'
import { type Figure, median } from './figure.ts'
import { type Scan, scan } from './scan.ts'

const types: Record<string, { type: string; before: object; after: object }> = {
  'microsoft.storage/storageaccounts': {
    type: 'azurerm_storage_account',
    before: { min_tls_version: 'TLS1_2', https_traffic_only_enabled: true },
    after: { min_tls_version: 'TLS1_0', https_traffic_only_enabled: true },
  },
  'microsoft.keyvault/vaults': {
    type: 'azurerm_key_vault',
    before: { purge_protection_enabled: true, sku_name: 'standard' },
    after: { purge_protection_enabled: true, sku_name: 'premium' },
  },
}

/** A plan that changes the accounts and the vaults of an estate in place, as `terraform show -json` prints it. */
function planFor({ entries }: Estate): string {
  const changed = entries.flatMap(({ resource: { id, type } }) => {
    const kind = types[type.toLowerCase()]
    return kind ? [{ id, ...kind }] : []
  })
  const named = changed.map((one, index) => ({ ...one, name: `r${index}`, address: `${one.type}.r${index}` }))
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.12.6',
    resource_changes: named.map(({ id, type, name, address, before, after }) => {
      const common = { id, name: id.split('/').at(-1), resource_group_name: id.split('/')[4], location: 'westeurope' }
      const change = { actions: ['update'], before: { ...common, ...before }, after: { ...common, ...after } }
      const marks = { after_unknown: {}, before_sensitive: {}, after_sensitive: {} }
      const provider_name = 'registry.terraform.io/hashicorp/azurerm'
      return { address, mode: 'managed', type, name, provider_name, change: { ...change, ...marks } }
    }),
    configuration: {
      provider_config: { azurerm: { name: 'azurerm' } },
      root_module: {
        resources: named.map(({ address, type, name }) => {
          return { address, mode: 'managed', type, name, provider_config_key: 'azurerm', expressions: {} }
        }),
      },
    },
  })
}

/** One run alone takes a tenth more or less than another one. */
const TURNS = 5

/** What a plan costs besides what is live. */
export async function planFigures(): Promise<Figure[]> {
  const estate = () => scaleEstate({ workspaces: 1000, subscriptions: 10 })
  const plan = planFor(estate())
  const pairs: { live: Scan; planned: Scan }[] = []
  for (let turn = 0; turn < TURNS; turn += 1)
    pairs.push({ live: await scan(estate()), planned: await scan(estate(), 0, plan) })
  const ratio = median(pairs.map(({ live, planned }) => planned.busy.action / live.busy.action))
  const { live, planned } = pairs[0] as (typeof pairs)[number]
  const name = 'a plan of 2,000 resources over 1,000 workspaces'
  return [
    { name: `processor time, ${name}`, measured: ratio, bound: 1.3, unit: '×' },
    {
      name: 'files that judge plans, loaded without a plan',
      measured: live.loaded.filter((file) => file === 'planned.js').length,
      bound: 0,
      unit: '',
    },
    {
      name: `memory, ${name}`,
      measured: Math.max(...pairs.map(({ planned }) => planned.megabytes)),
      bound: 512,
      unit: 'MB',
    },
    { name: `requests, ${name}`, measured: planned.requests - live.requests, bound: 0, unit: 'more' },
  ]
}
