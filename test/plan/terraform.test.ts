import { describe, expect, it } from 'vitest'
import { Unknown } from '../../src/evidence/unknown.ts'
import { evidenceWith, planned as foreseen, group, idOf, options, type Planned, planOf, read } from './builder.ts'
import { subscription } from './estates.ts'

const open = expect.any(Unknown)
const account = idOf('Microsoft.Storage/storageAccounts', 'st')
const vault = idOf('Microsoft.KeyVault/vaults', 'kv')
const named = { name: 'st', resource_group_name: 'rg' }
const key = 'https://kv.vault.azure.net/keys/k'
const version = '0123456789abcdef0123456789abcdef'

const accountWith = (planned: Planned): Record<string, Planned> => ({
  'azurerm_storage_account.a': { ...planned, after: { ...named, ...planned.after } },
})

/** What one resource of the plan makes of Azure's. */
describe('an account', () => {
  const tls = 'properties.minimumTlsVersion'
  const https = 'properties.supportsHttpsTrafficOnly'
  const source = 'properties.encryption.keySource'
  it.each<[string, Planned, path: string, value: unknown]>([
    ['has what is set', { after: { min_tls_version: 'TLS1_3' } }, tls, 'TLS1_3'],
    ['has the default of what nobody sets', { after: { min_tls_version: null } }, tls, 'TLS1_2'],
    ['is open where the plan has no such attribute', {}, tls, open],
    ['has what versions 3 called otherwise', { after: { enable_https_traffic_only: false } }, https, false],
    [
      'goes by the name that is known, where the plan has two',
      {
        after: { enable_https_traffic_only: false },
        unknown: { https_traffic_only_enabled: true },
        expressions: { https_traffic_only_enabled: { references: ['var.x'] } },
      },
      https,
      false,
    ],
    [
      'is open where an expression is',
      { unknown: { min_tls_version: true }, expressions: { min_tls_version: { references: ['local.tls'] } } },
      tls,
      open,
    ],
    [
      'is open where a value is sensitive',
      { after: { min_tls_version: 'TLS1_0' }, sensitive: { min_tls_version: true } },
      tls,
      open,
    ],
    ['has no key without the block', { after: { customer_managed_key: [] } }, source, 'Microsoft.Storage'],
    [
      'has a key with it',
      { after: { customer_managed_key: [{}] }, unknown: { customer_managed_key: [{ key_vault_key_id: true }] } },
      source,
      'Microsoft.Keyvault',
    ],
    [
      'is open where the block may be there',
      { unknown: { customer_managed_key: true }, expressions: { customer_managed_key: { references: ['var.x'] } } },
      source,
      open,
    ],
    // Terraform 1.11 and version 2 of its SDK: `dynamic` over what nobody knows yet, which the configuration leaves out
    ['is open where `dynamic` may make the block', { unknown: { customer_managed_key: true } }, source, open],
    [
      'is open in a block that `dynamic` may make',
      { unknown: { customer_managed_key: true } },
      'properties.encryption.keyvaultproperties.keyname',
      open,
    ],
    [
      'has the key that the block names',
      { after: { customer_managed_key: [{ key_vault_key_id: `${key}/${version}` }] } },
      'properties.encryption.keyvaultproperties.keyversion',
      version,
    ],
    [
      'is open in a block that the configuration does not show',
      { after: { customer_managed_key: [{}] }, unknown: { customer_managed_key: [{ key_vault_key_id: true }] } },
      'properties.encryption.keyvaultproperties.keyname',
      open,
    ],
    [
      'has nothing that its provider cannot set',
      { after: {} },
      'properties.keyPolicy.keyExpirationPeriodInDays',
      undefined,
    ],
    ['is made now', {}, 'properties.keyCreationTime.key1', options.now],
  ])('%s', (_name, planned, path, value) => {
    expect(foreseen(account, [read(planOf(accountWith(planned)))]).at(path)).toEqual(value)
  })
})

/** What turns up where a block, or what is in it, is known only afterwards. */
describe('what protects is not there before that is known', () => {
  const workspace = idOf('Microsoft.MachineLearningServices/workspaces', 'w')
  const late = { references: ['local.late'] }
  const cases: Record<string, { address: string; after: object; id: string; path: string }> = {
    ssl: {
      address: 'azurerm_machine_learning_inference_cluster.c',
      after: { name: 'c', machine_learning_workspace_id: workspace },
      id: `${workspace}/computes/c`,
      path: 'properties.properties.sslConfiguration.status',
    },
    services: {
      address: 'azurerm_databricks_workspace.d',
      after: { name: 'd', resource_group_name: 'rg' },
      id: idOf('Microsoft.Databricks/workspaces', 'd'),
      path: 'properties.encryption.entities.managedServices.keySource',
    },
    vault: {
      address: 'azurerm_key_vault.v',
      after: { name: 'v', resource_group_name: 'rg' },
      id: idOf('Microsoft.KeyVault/vaults', 'v'),
      path: 'properties.networkAcls.bypass',
    },
    identity: {
      address: 'azapi_resource.w',
      after: { type: 'Microsoft.MachineLearningServices/workspaces@2025-06-01', name: 'w', parent_id: group, body: {} },
      id: workspace,
      path: 'identity.type',
    },
  }
  it.each<[string, of: string, Planned, value: unknown]>([
    ['no certificate', 'ssl', { after: { ssl: [] } }, 'Disabled'],
    ['a certificate by name', 'ssl', { after: { ssl: [{ leaf_domain_label: 'l', cert: null }] } }, 'Auto'],
    [
      'a certificate that is secret',
      'ssl',
      { after: { ssl: [{ cert: 'x', leaf_domain_label: '' }] }, sensitive: { ssl: [{ cert: true }] } },
      'Enabled',
    ],
    [
      'a certificate that may come',
      'ssl',
      {
        after: { ssl: [{ cert: null }] },
        unknown: { ssl: [{ leaf_domain_label: true }] },
        expressions: { ssl: [{ leaf_domain_label: late }] },
      },
      open,
    ],
    ['a block for it that may come', 'ssl', { unknown: { ssl: true } }, open],
    ['no key', 'services', { after: { managed_services_cmk_key_vault_key_id: null } }, undefined],
    [
      'a key that may come',
      'services',
      {
        unknown: { managed_services_cmk_key_vault_key_id: true },
        expressions: { managed_services_cmk_key_vault_key_id: late },
      },
      open,
    ],
    ['a key', 'services', { after: { managed_services_cmk_key_vault_key_id: key } }, 'Microsoft.Keyvault'],
    // the provider fills it in, and a plan does not tell that from `dynamic`
    ['a firewall that nobody sets', 'vault', { unknown: { network_acls: true } }, 'AzureServices'],
    ['an identity that may come', 'identity', { unknown: { identity: true }, provider: 'azure/azapi' }, open],
  ])('%s', (_name, of, planned, value) => {
    const { address, after, id, path } = cases[of] as (typeof cases)[string]
    const plan = planOf({ [address]: { ...planned, after: { ...after, ...planned.after } } })
    expect(foreseen(id, [read(plan)]).at(path)).toEqual(value)
  })
})

describe('a key of an account that a resource of its own sets', () => {
  const attribute = { storage_account_id: account }
  it.each<[string, object, parts: unknown[]]>([
    ['by version 5', { key_vault_key_id: `${key}/${version}` }, ['https://kv.vault.azure.net/', 'k', version]],
    ['without a version', { key_vault_key_id: key }, ['https://kv.vault.azure.net/', 'k', undefined]],
    [
      'by version 4, of a vault',
      { key_vault_id: vault, key_name: 'k', key_version: version },
      ['https://kv.vault.azure.net/', 'k', version],
    ],
    [
      'by version 4, of an address',
      { key_vault_uri: 'https://kv.vault.azure.net/', key_name: 'k', key_version: null },
      ['https://kv.vault.azure.net/', 'k', undefined],
    ],
    [
      'of a managed HSM',
      { managed_hsm_key_id: `https://h.managedhsm.azure.net/keys/k/${version}` },
      ['https://h.managedhsm.azure.net/', 'k', version],
    ],
  ])('%s', (_name, set, parts) => {
    const resources = {
      ...accountWith({}),
      'azurerm_storage_account_customer_managed_key.k': { after: { ...attribute, ...set } },
    }
    const { at } = foreseen(account, [read(planOf(resources))])
    const properties = 'properties.encryption.keyvaultproperties'
    expect(['keyvaulturi', 'keyname', 'keyversion'].map((name) => at(`${properties}.${name}`))).toEqual(parts)
    expect(at('properties.encryption.keySource')).toBe('Microsoft.Keyvault')
  })

  it('is reset when that goes', () => {
    const live = evidenceWith([
      'Microsoft.Storage/storageAccounts',
      'st',
      { properties: { encryption: { keySource: 'Microsoft.Keyvault', keyvaultproperties: { keyname: 'k' } } } },
    ])
    const resources = {
      'azurerm_storage_account_customer_managed_key.k': { actions: ['delete'], before: attribute, after: null },
    }
    const { at } = foreseen(account, [read(planOf(resources))], live)
    expect([at('properties.encryption.keySource'), at('properties.encryption.keyvaultproperties')]).toEqual([
      'Microsoft.Storage',
      undefined,
    ])
  })
})

/** Versions before 5 may name the account of a container by its name alone. */
describe('the account of a datastore', () => {
  const datastore = idOf('Microsoft.MachineLearningServices/workspaces', 'w/datastores/d')
  const accountOf = (resources: Record<string, Planned>) => {
    const planned = planOf({
      ...resources,
      'azurerm_storage_container.c': {
        after: { name: 'c', storage_account_id: null, storage_account_name: 'st' },
        unknown: { resource_manager_id: true },
        ...resources['azurerm_storage_container.c'],
      },
      'azurerm_machine_learning_datastore_blobstorage.d': {
        after: { name: 'd', workspace_id: idOf('Microsoft.MachineLearningServices/workspaces', 'w') },
        unknown: { storage_container_id: true },
        expressions: { storage_container_id: { references: ['azurerm_storage_container.c.resource_manager_id'] } },
      },
    })
    const { at } = foreseen(datastore, [read(planned)])
    return ['subscriptionId', 'resourceGroup', 'accountName'].map((name) => at(`properties.${name}`))
  }
  const existing = { ...named, id: account }

  it.each<[string, Record<string, Planned>, unknown[]]>([
    ['is the one of that name', accountWith({}), [subscription, 'rg', 'st']],
    [
      'is one that is only read',
      { 'azurerm_storage_account.a': { actions: ['no-op'], before: existing, after: existing } },
      [subscription, 'rg', 'st'],
    ],
    ['is open without one of that name', {}, [open, open, open]],
    [
      'is open with two',
      {
        ...accountWith({}),
        'azurerm_storage_account.b': { after: { name: 'ST', resource_group_name: 'other' } },
      },
      [open, open, open],
    ],
  ])('%s', (_name, resources, is) => {
    expect(accountOf(resources)).toEqual(is)
  })

  it.each<[string, Planned, kind: unknown]>([
    ['none', { after: { account_key: null, shared_access_signature: null } }, 'None'],
    ['a key that is secret', { after: { account_key: 'k' }, sensitive: { account_key: true } }, 'AccountKey'],
    [
      'a token that is only made',
      {
        after: { account_key: null },
        unknown: { shared_access_signature: true },
        expressions: { shared_access_signature: { references: ['local.sas'] } },
      },
      'Sas',
    ],
    // another version of the provider may have them under another name
    ['whatever a version calls otherwise', { after: {} }, open],
  ])('keeps %s', (_name, planned, kind) => {
    const workspace_id = idOf('Microsoft.MachineLearningServices/workspaces', 'w')
    const one = { ...planned, after: { name: 'd', workspace_id, ...planned.after } }
    const { at } = foreseen(datastore, [read(planOf({ 'azurerm_machine_learning_datastore_blobstorage.d': one }))])
    expect(at('properties.credentials.credentialsType')).toEqual(kind)
  })

  it('is one whose name nobody knows yet', () => {
    const unnamed = {
      'azurerm_storage_account.a': {
        after: { resource_group_name: 'rg' },
        unknown: { name: true },
        expressions: { name: { references: ['random_string.s.result'] } },
      },
      'azurerm_storage_container.c': {
        after: { name: 'c', storage_account_id: null },
        unknown: { storage_account_name: true, resource_manager_id: true },
        expressions: { storage_account_name: { references: ['azurerm_storage_account.a.name'] } },
      },
    }
    expect(accountOf(unnamed)).toEqual([subscription, 'rg', expect.stringMatching(/./)])
  })
})

/** Each version of the provider has its own resource, and the key may be in one more. */
describe('an account of Azure AI Services', () => {
  const type = 'Microsoft.CognitiveServices/accounts'
  const [id, named] = [idOf(type, 'ai'), { name: 'ai', resource_group_name: 'rg' }]
  const settingsOf = (resources: Record<string, Planned>, live = evidenceWith()) => {
    const { at } = foreseen(id, [read(planOf(resources))], live)
    const encryption = ['keySource', 'keyVaultProperties.keyVaultUri', 'keyVaultProperties.keyName']
    return [at('properties.disableLocalAuth'), ...encryption.map((path) => at(`properties.encryption.${path}`))]
  }
  const encrypted = ['Microsoft.KeyVault', 'https://kv.vault.azure.net/', 'k']
  const block = [{ key_vault_key_id: `${key}/${version}` }]

  it.each<[string, object, unknown[]]>([
    ['azurerm_cognitive_account', { local_auth_enabled: false, customer_managed_key: block }, [true, ...encrypted]],
    ['azurerm_ai_services', { local_authentication_enabled: true, customer_managed_key: block }, [false, ...encrypted]],
    [
      'azurerm_cognitive_account',
      { local_auth_enabled: null, customer_managed_key: [] },
      [false, 'Microsoft.CognitiveServices', undefined, undefined],
    ],
  ])('%s', (resource, after, is) => {
    expect(settingsOf({ [`${resource}.a`]: { after: { ...named, ...after } } })).toEqual(is)
  })

  it('has the key that a resource of its own sets, until that goes', () => {
    const resource = 'azurerm_cognitive_account_customer_managed_key.k'
    const attributes = { cognitive_account_id: id, key_vault_key_id: key }
    const live = evidenceWith([type, 'ai', { properties: { disableLocalAuth: true } }])
    expect(settingsOf({ [resource]: { after: attributes } }, live)).toEqual([true, ...encrypted])
    const gone = { actions: ['delete'], before: attributes, after: null }
    expect(settingsOf({ [resource]: gone }, live)).toEqual([true, 'Microsoft.CognitiveServices', undefined, undefined])
  })
})

/** Where a workspace's vault is, by how the configuration refers to it. */
describe('a reference', () => {
  const vaultNamed = (name: string): Planned => ({ after: { name, resource_group_name: 'rg' }, unknown: { id: true } })
  const workspace = (references: string[], more: Planned = {}): Planned => ({
    after: { name: 'mlw', resource_group_name: 'rg' },
    unknown: { key_vault_id: true },
    expressions: { key_vault_id: { references } },
    ...more,
  })
  const of = (...parts: string[]) => parts.flatMap((part) => [`${part}.id`, part])
  const place = (address: string, one: Record<string, Planned>, more?: object) => {
    const resources = { ...one, [address]: one[address] as Planned }
    return foreseen(idOf('Microsoft.MachineLearningServices/workspaces', 'mlw'), [read(planOf(resources, more))]).at(
      'properties.keyVault',
    )
  }
  const ml = 'azurerm_machine_learning_workspace.ml'
  it.each<[string, Record<string, Planned>, value: unknown]>([
    [
      'leads to the id that it will have',
      { 'azurerm_key_vault.a': vaultNamed('kv'), [ml]: workspace(of('azurerm_key_vault.a')) },
      vault,
    ],
    [
      'leads to the id that it has',
      {
        'azurerm_key_vault.a': { actions: ['no-op'], after: { id: vault } },
        [ml]: workspace(of('azurerm_key_vault.a')),
      },
      vault,
    ],
    [
      'to one of several instances',
      {
        'azurerm_key_vault.a[0]': vaultNamed('kv'),
        'azurerm_key_vault.a[1]': vaultNamed('kv1'),
        [ml]: workspace(of('azurerm_key_vault.a[0]')),
      },
      vault,
    ],
    [
      'to no one of several',
      {
        'azurerm_key_vault.a[0]': vaultNamed('kv'),
        'azurerm_key_vault.a[1]': vaultNamed('kv1'),
        [ml]: workspace(['azurerm_key_vault.a', 'count.index']),
      },
      open,
    ],
    [
      'to the only instance',
      { 'azurerm_key_vault.a[0]': vaultNamed('kv'), [ml]: workspace(['azurerm_key_vault.a']) },
      vault,
    ],
    [
      'to two of a kind',
      {
        'azurerm_key_vault.a': vaultNamed('kv'),
        'azurerm_key_vault.b': vaultNamed('kv1'),
        [ml]: workspace(of('azurerm_key_vault.a', 'azurerm_key_vault.b')),
      },
      open,
    ],
    [
      'to two of which one fits',
      {
        'azurerm_key_vault.a': vaultNamed('kv'),
        'azurerm_storage_account.a': vaultNamed('st'),
        [ml]: workspace(of('azurerm_key_vault.a', 'azurerm_storage_account.a')),
      },
      vault,
    ],
    [
      'to something of another type',
      { 'azurerm_storage_account.a': vaultNamed('st'), [ml]: workspace(of('azurerm_storage_account.a')) },
      open,
    ],
    ['to what is not in the plan', { [ml]: workspace(of('azurerm_key_vault.gone')) }, open],
    ['to a local value', { [ml]: workspace(['local.vault']) }, open],
    [
      'to a name in place of an id',
      { 'azurerm_key_vault.a': vaultNamed('kv'), [ml]: workspace(['azurerm_key_vault.a.name', 'azurerm_key_vault.a']) },
      open,
    ],
    ['to itself', { [ml]: workspace(of(ml)) }, open],
  ])('%s', (_name, resources, value) => {
    expect(place(ml, resources)).toEqual(value)
  })

  it('leads to the instance of the same key', () => {
    const keyed = 'azurerm_machine_learning_workspace.ml["a"]'
    const one = {
      'azurerm_key_vault.v["a"]': vaultNamed('kv'),
      'azurerm_key_vault.v["b"]': vaultNamed('kv1'),
      [keyed]: workspace(['azurerm_key_vault.v', 'each.key']),
    }
    expect(place(keyed, one)).toBe(vault)
  })

  it('leads to what data sources have read', () => {
    const values = {
      root_module: {
        resources: [
          {
            address: 'data.azurerm_key_vault.a',
            mode: 'data',
            type: 'azurerm_key_vault',
            name: 'a',
            values: { id: vault },
          },
        ],
      },
    }
    expect(place(ml, { [ml]: workspace(of('data.azurerm_key_vault.a')) }, { prior_state: { values } })).toBe(vault)
  })

  it('is followed in no circle of variables', () => {
    const call = {
      expressions: { v: { references: ['module.m.out'] } },
      module: { outputs: { out: { expression: { references: ['var.v'] } } } },
    }
    const plan = planOf({ [ml]: workspace(['module.m.out']) })
    const { root_module } = plan.configuration as { root_module: object }
    const configuration = { root_module: { ...root_module, module_calls: { m: call } } }
    const workspaceId = idOf('Microsoft.MachineLearningServices/workspaces', 'mlw')
    expect(foreseen(workspaceId, [read({ ...plan, configuration })]).at('properties.keyVault')).toEqual(open)
  })
})

describe('an action', () => {
  const live = evidenceWith([
    'Microsoft.Storage/storageAccounts',
    'st',
    { properties: { minimumTlsVersion: 'TLS1_0', allowSharedKeyAccess: false } },
  ])
  const before = { ...named, id: account, min_tls_version: 'TLS1_0', shared_access_key_enabled: true }
  const changed = { ...before, min_tls_version: 'TLS1_2' }
  const tls = 'properties.minimumTlsVersion'
  it.each<[string, Planned, tls: unknown, keys: unknown]>([
    [
      'update changes what it changes, and leaves what drifted',
      { actions: ['update'], before, after: changed },
      'TLS1_2',
      false,
    ],
    [
      'update leaves open what it leaves open',
      {
        actions: ['update'],
        before,
        after: changed,
        unknown: { min_tls_version: true },
        expressions: { min_tls_version: { references: ['local.x'] } },
      },
      open,
      false,
    ],
    ['no-op changes nothing', { actions: ['no-op'], before, after: changed }, 'TLS1_0', false],
    ['read changes nothing', { actions: ['read'], before, after: changed }, 'TLS1_0', false],
    ['forget deletes nothing', { actions: ['forget'], before, after: null }, 'TLS1_0', false],
    ['create over what is there changes it', { actions: ['create'], before: null, after: changed }, 'TLS1_2', true],
    ['create and forget makes a new one', { actions: ['create', 'forget'], before, after: changed }, 'TLS1_2', true],
    ['delete takes it away', { actions: ['delete'], before, after: null }, 'absent', 'absent'],
    ['delete and create makes it again', { actions: ['delete', 'create'], before, after: changed }, 'TLS1_2', true],
    ['create and delete, too', { actions: ['create', 'delete'], before, after: changed }, 'TLS1_2', true],
    ['nobody has heard of: all of it is open', { actions: ['renew'], before, after: changed }, open, open],
    [
      'update of what was moved',
      { actions: ['update'], before, after: changed, change: { previous_address: 'azurerm_storage_account.old' } },
      'TLS1_2',
      false,
    ],
    [
      'no-op of what is imported',
      { actions: ['no-op'], before, after: before, change: { change: { importing: { id: account } } } },
      'TLS1_0',
      false,
    ],
  ])('%s', (_name, planned, minimum, keys) => {
    const { at } = foreseen(account, [read(planOf({ 'azurerm_storage_account.a': planned }))], live)
    expect([at(tls), at('properties.allowSharedKeyAccess')]).toEqual([minimum, keys])
  })

  it('update of the key of a workspace is not sent', () => {
    const id = idOf('Microsoft.MachineLearningServices/workspaces', 'mlw')
    const at = (name: string) => ({
      id,
      name: 'mlw',
      resource_group_name: 'rg',
      encryption: [{ key_id: `${key}/${name}` }],
    })
    const workspaces = evidenceWith([
      'Microsoft.MachineLearningServices/workspaces',
      'mlw',
      { properties: { encryption: { status: 'Enabled', keyVaultProperties: { keyIdentifier: `${key}/${version}` } } } },
    ])
    const update = { actions: ['update'], before: at(version), after: at(version.replace('0', 'f')) }
    const planned = foreseen(id, [read(planOf({ 'azurerm_machine_learning_workspace.ml': update }))], workspaces)
    expect(planned.at('properties.encryption.keyVaultProperties.keyIdentifier')).toEqual(open)
  })

  it('update cannot turn purge protection off', () => {
    const vaults = evidenceWith(['Microsoft.KeyVault/vaults', 'kv', { properties: { enablePurgeProtection: true } }])
    const at = (on: boolean | null) => ({
      id: vault,
      name: 'kv',
      resource_group_name: 'rg',
      purge_protection_enabled: on,
    })
    const update = { actions: ['update'], before: at(true), after: at(false) }
    expect(
      foreseen(vault, [read(planOf({ 'azurerm_key_vault.a': update }))], vaults).at('properties.enablePurgeProtection'),
    ).toBe(true)
  })
})

describe('what a plan does not show', () => {
  it.each<[string, Record<string, Planned>, count: number]>([
    ['a template in an attribute', { 'azurerm_resource_group_template_deployment.t': {} }, 1],
    ['a request of azapi', { 'azapi_resource_action.a': { provider: 'azure/azapi' } }, 1],
    [
      'a script',
      { 'null_resource.n': { provider: 'hashicorp/null', configuration: { provisioners: [{ type: 'local-exec' }] } } },
      1,
    ],
    // when a script runs is not in a plan: it may be then
    [
      'a script of what goes away',
      {
        'null_resource.n': {
          provider: 'hashicorp/null',
          actions: ['delete'],
          after: null,
          configuration: { provisioners: [{}] },
        },
      },
      1,
    ],
    ['a script of a resource, beside what becomes of that', accountWith({ configuration: { provisioners: [{}] } }), 1],
    [
      'a template that goes, with all that it made',
      {
        'azurerm_resource_group_template_deployment.t': { actions: ['delete'], before: {}, after: null },
        'azurerm_resource_deployment_script_azure_cli.s': { actions: ['delete'], before: {}, after: null },
      },
      1,
    ],
    [
      'a request that is made at the end',
      {
        'azapi_resource_action.a': {
          provider: 'azure/azapi',
          actions: ['delete'],
          before: { when: 'destroy' },
          after: null,
        },
        'azapi_resource_action.b': { provider: 'azure/azapi', actions: ['delete'], before: {}, after: null },
      },
      1,
    ],
    ...['deployments', 'deploymentScripts', 'deploymentStacks'].map(
      (type): [string, Record<string, Planned>, number] => [
        `${type} in a body of Resource Manager`,
        {
          'azapi_resource.d': {
            provider: 'azure/azapi',
            after: { type: `Microsoft.Resources/${type}@2025-04-01`, name: 'd', parent_id: group, body: {} },
          },
        },
        1,
      ],
    ),
    ['nothing', { 'null_resource.n': { provider: 'hashicorp/null' }, 'azurerm_subnet.s': {} }, 0],
    [
      'a compute of a workspace that nobody can tell',
      {
        'azurerm_machine_learning_compute_cluster.c': {
          after: { name: 'c' },
          unknown: { machine_learning_workspace_id: true },
          expressions: { machine_learning_workspace_id: { references: ['each.value'] } },
        },
      },
      1,
    ],
  ])('%s is counted', (_name, resources, count) => {
    expect(read(planOf(resources)).notLookedInto).toHaveLength(count)
  })

  it('is a part of it, when it says so', () => {
    expect(read(planOf({}, { complete: false })).notLookedInto).toHaveLength(1)
    expect(read(planOf({}, { deferred_changes: [{}] })).notLookedInto).toHaveLength(1)
    expect(read(planOf({}, { action_invocations: [{}] })).notLookedInto).toHaveLength(1)
    expect(read(planOf({}, { complete: true })).notLookedInto).toEqual([])
  })
})

describe('the subscription', () => {
  const other = 'bbbbbbbb-0000-4000-8000-000000000002'
  const inSubscription = (id: string) =>
    `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st`
  const provider = (subscription_id: object) => ({
    configuration: {
      provider_config: { azurerm: { expressions: { subscription_id } } },
      root_module: planOf(accountWith({})).configuration,
    },
  })
  const ids = (plan: object, given: string | null = null) =>
    read(plan, 'plan.json', { subscriptionId: given }).changes.map(({ id }) => id)
  const withProvider = (subscription_id: object, more: object = {}) => {
    const plan = planOf(accountWith({}))
    const { root_module } = plan.configuration as { root_module: object }
    return { ...plan, ...more, configuration: { ...provider(subscription_id).configuration, root_module } }
  }

  it.each<[string, object, given: string | null, expected: string]>([
    ['is that of the provider', withProvider({ constant_value: other }), subscription, other],
    [
      'is that of a variable of the provider',
      withProvider({ references: ['var.s'] }, { variables: { s: { value: other } } }),
      subscription,
      other,
    ],
    ['is the one that the run is told', withProvider({ references: ['local.s'] }), subscription, subscription],
    ['is not what only looks like one', withProvider({ constant_value: 'x/../y' }), subscription, subscription],
  ])('%s', (_name, plan, given, expected) => {
    expect(ids(plan, given)[0]).toBe(inSubscription(expected))
  })

  it('is that of the ids in the plan', () => {
    const live = { id: inSubscription(other).replace('/st', '/st1'), ...named, name: 'st1' }
    const resources = {
      ...accountWith({}),
      'azurerm_storage_account.b': { actions: ['delete'], before: live, after: null },
    }
    expect(ids(planOf(resources), subscription)).toContain(inSubscription(other))
  })

  it('of a further provider that says it elsewhere is not the one that the run is told', () => {
    const configured = (expressions: object) => {
      const resource = {
        ...accountWith({})['azurerm_storage_account.a'],
        configuration: { provider_config_key: 'azurerm.b' },
      }
      const plan = planOf({ 'azurerm_storage_account.a': resource })
      const { root_module } = plan.configuration as { root_module: object }
      const provider_config = { 'azurerm.b': { name: 'azurerm', alias: 'b', expressions } }
      return ids({ ...plan, configuration: { provider_config, root_module } }, subscription)[0]
    }
    expect(configured({ subscription_id: { references: ['local.s'] } })).not.toBe(inSubscription(subscription))
    expect(configured({})).toBe(inSubscription(subscription))
  })

  it('is one of its own where nobody knows it', () => {
    const [id] = ids(planOf(accountWith({})))
    expect(id).toMatch(
      /^\/subscriptions\/00000000-[0-9a-f-]+\/resourceGroups\/rg\/providers\/Microsoft.Storage\/storageAccounts\/st$/,
    )
  })
})

describe('a name that is not known yet', () => {
  const random: Planned = {
    after: { resource_group_name: 'rg' },
    unknown: { name: true, id: true },
    expressions: { name: { references: ['random_id.x.hex'] } },
  }
  it('gives way to one of the address, the same wherever it is referred to', () => {
    const plan = planOf({
      'azurerm_key_vault.a': random,
      'azurerm_machine_learning_workspace.ml': {
        after: { name: 'mlw', resource_group_name: 'rg' },
        unknown: { key_vault_id: true },
        expressions: { key_vault_id: { references: ['azurerm_key_vault.a.id', 'azurerm_key_vault.a'] } },
      },
    })
    const { changes } = read(plan)
    const [made] = changes.filter(({ type }) => type === 'microsoft.keyvault/vaults')
    expect(made?.id).toMatch(
      new RegExp(`^${group}/providers/Microsoft.KeyVault/vaults/azurerm_key_vault\\.a-[0-9a-f]{8}$`),
    )
    expect(
      foreseen(idOf('Microsoft.MachineLearningServices/workspaces', 'mlw'), [read(plan)]).at('properties.keyVault'),
    ).toBe(made?.id)
  })
})

describe('a project', () => {
  it('is in the group of its hub, and leads to it', () => {
    const workspaces = 'Microsoft.MachineLearningServices/workspaces'
    const plan = planOf({
      'azurerm_ai_foundry.hub': { after: { name: 'hub', resource_group_name: 'rg' }, unknown: { id: true } },
      'azurerm_ai_foundry_project.p': {
        after: { name: 'p' },
        unknown: { ai_services_hub_id: true },
        expressions: { ai_services_hub_id: { references: ['azurerm_ai_foundry.hub.id', 'azurerm_ai_foundry.hub'] } },
      },
    })
    const { at } = foreseen(idOf(workspaces, 'p'), [read(plan)])
    expect([at('kind'), at('properties.hubResourceId')]).toEqual(['Project', idOf(workspaces, 'hub')])
  })
})
