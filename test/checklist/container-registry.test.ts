import { accessPolicy, type Overrides, tier } from '../../simulator/templates.ts'
import { type Change, cases, group, having, ids, principal, type Row, together, versions } from './builder.ts'
import { keyRoleRows } from './key-access.ts'

// the workspace echoes the registry's id in lower case, and nothing but that id is known of a hidden one
const of = { of: ids.registry }
const registry = (properties: Overrides): Change => ({ registry: { properties } })
const encryption = (value: unknown): Change => ({
  edit: ({ registry: { properties } }) => {
    ;(properties as Overrides).encryption = value
  },
})
const key = (value: Overrides) => registry({ encryption: { keyVaultProperties: value } })
const pinned = `https://kv-fraud-cmk.vault.azure.net/keys/cmk/${versions.current}`

/** Without the registry: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
const forbidden = (severity: string): Row => [
  'forbidden',
  { hide: { registry: 'forbidden' } },
  `unknown forbidden ${severity}`,
  { ...of, message: /Microsoft\.ContainerRegistry\/registries\/read/ },
]

const named = (containerRegistry: unknown): Change => ({ workspace: { properties: { containerRegistry } } })
cases('container-registry/exists', [
  ['named by an empty text', named(''), 'not-applicable not-used'],
  ['named by a number', named(7), 'unknown unrecognised-value high/high', { of: ids.workspace }],
  [
    'named by the id of a storage account',
    named(ids.storage),
    'unknown unrecognised-value high/high',
    { of: ids.workspace },
  ],
  ['named by a list', named([ids.registry]), 'unknown unrecognised-value high/high', { of: ids.workspace }],
  [
    'of a project, named by a number',
    together(having.project, named(7)),
    'unknown unrecognised-value high/high',
    { of: ids.workspace },
  ],
  ['there', {}, 'pass', { ...of, reads: ['name', 'crfraud'] }],
  [
    'gone',
    { hide: { registry: 'absent' } },
    'fail high/high',
    {
      ...of,
      message: /crfraud no longer exists/,
      remedy: /\naz ml workspace update --name mlw-fraud .* --container-registry '<id of the registry>' --update-dep/,
    },
  ],
  [
    'of a project alone',
    together(having.project, { workspace: { properties: { containerRegistry: ids.registry } } }),
    'pass',
    of,
  ],
  forbidden('high/high'),
])

cases('container-registry/customer-managed-key', [
  ['enabled', {}, 'pass', { ...of, reads: ['properties.encryption.status', 'enabled'] }],
  ['Enabled, oddly cased', registry({ encryption: { status: 'ENABLED' } }), 'pass', of],
  [
    'disabled',
    registry({ encryption: { status: 'disabled' } }),
    'fail high/info',
    {
      ...of,
      message: /Microsoft-managed keys/,
      reads: ['properties.encryption.status', 'disabled'],
      remedy: /in place of crfraud/,
    },
  ],
  [
    'absent means disabled',
    encryption(null),
    'fail high/info',
    { ...of, reads: ['properties.encryption.status', null] },
  ],
  ['without a status', encryption({}), 'unknown property-absent high/info', of],
  ['unheard of', registry({ encryption: { status: 'rotating' } }), 'unknown unrecognised-value high/info', of],
  ['of another type', together(encryption('enabled'), { whole: true }), 'unknown unrecognised-value high/info', of],
  ['under a key that is gone', { hide: { key: 'absent' } }, 'pass', of],
  forbidden('high/info'),
])

cases('container-registry/admin-user', [
  ['named by a number: its own check says so', named(7), 'not-applicable absent', { of: ids.workspace }],
  ['off', {}, 'pass', { ...of, reads: ['properties.adminUserEnabled', false] }],
  [
    'on',
    registry({ adminUserEnabled: true }),
    'fail medium/low',
    {
      ...of,
      message: /2021 guidance asked for it; the June 2025 documentation has the set-up without it/,
      remedy:
        /AcrPull first[^\n]*\naz acr update --name crfraud --resource-group rg-Fraud --subscription \S+ --admin-enabled false$/,
    },
  ],
  ['on, as text', registry({ adminUserEnabled: 'True' }), 'fail medium/low', of],
  ['absent', registry({ adminUserEnabled: null }), 'unknown property-absent medium/low', of],
  ['of another type', registry({ adminUserEnabled: 1 }), 'unknown unrecognised-value medium/low', of],
  forbidden('medium/low'),
])

// nothing is asked in the profile `baseline`
cases('container-registry/premium-sku', [
  ['Premium', {}, 'pass', { ...of, reads: ['sku.name', 'Premium'] }],
  ['premium, by the tier', { registry: { sku: { name: null, tier: 'premium' } } }, 'pass', of],
  [
    'Standard',
    { registry: tier('Standard') },
    'fail info/not-applicable',
    { ...of, message: /in the Standard tier\./, remedy: /az acr update --name crfraud .*--sku Premium$/ },
  ],
  ['Basic', { registry: tier('Basic') }, 'fail info/not-applicable', of],
  ['Classic', { registry: { sku: { name: 'Classic' } } }, 'fail info/not-applicable', of],
  ['unheard of', { registry: { sku: { name: 'Ultra' } } }, 'unknown unrecognised-value info/not-applicable', of],
  ['absent', { registry: { sku: null } }, 'unknown property-absent info/not-applicable', of],
  ['forbidden', { hide: { registry: 'forbidden' } }, 'unknown forbidden info/not-applicable', of],
])

cases('container-registry/key-auto-rotation', [
  ['rotates', {}, 'pass', { ...of, reads: ['properties.encryption.keyVaultProperties.keyRotationEnabled', true] }],
  ['names no version', key({ keyRotationEnabled: false }), 'pass', of],
  [
    'names a version',
    key({ keyRotationEnabled: false, keyIdentifier: pinned }),
    'fail medium/low',
    {
      ...of,
      message: new RegExp(`version ${versions.current}`),
      remedy:
        /^az acr encryption rotate-key --name crfraud .* --key-encryption-key 'https:\/\/<vault>\.vault\.azure\.net\/keys\/<key>' --identity '<identity>'$/,
    },
  ],
  ['names a version, rotation absent', key({ keyRotationEnabled: null, keyIdentifier: pinned }), 'fail medium/low', of],
  ['names a version, but rotates', key({ keyIdentifier: pinned }), 'pass', of],
  [
    'identifier absent',
    key({ keyRotationEnabled: false, keyIdentifier: null }),
    'unknown property-absent medium/low',
    of,
  ],
  [
    'identifier malformed',
    key({ keyRotationEnabled: false, keyIdentifier: 'cmk' }),
    'unknown unrecognised-value medium/low',
    of,
  ],
  ['rotation of another type', key({ keyRotationEnabled: 2 }), 'unknown unrecognised-value medium/low', of],
  ["Microsoft's key", registry({ encryption: { status: 'disabled' } }), 'not-applicable not-used', of],
  ['status absent', registry({ encryption: { status: null } }), 'unknown property-absent medium/low', of],
  ['status unheard of', registry({ encryption: { status: 'perhaps' } }), 'unknown unrecognised-value medium/low', of],
  forbidden('medium/low'),
])

cases('container-registry/exists', [
  [
    'a link that is not an id',
    { workspace: { properties: { containerRegistry: 'crfraud' } } },
    'unknown not-visible high/high',
    { of: 'crfraud' },
  ],
  [
    'a link in another group',
    {
      workspace: {
        properties: { containerRegistry: `${group}2/providers/Microsoft.ContainerRegistry/registries/other` },
      },
    },
    'unknown not-visible high/high',
    { of: `${group}2/providers/Microsoft.ContainerRegistry/registries/other` },
  ],
])

const unnamed: Overrides = { userAssignedIdentities: { [ids.identity]: { principalId: null, clientId: null } } }
const identifiedBy = (identity: unknown): Change => key({ identity })
const policies = (keys: string[]) => ({ cmkVault: having.policies({ objectId: principal, permissions: { keys } }) })
cases('container-registry/cmk-access', [
  ...keyRoleRows({ role: 'keyRole', principal, of: ids.registry }),
  ['an access policy', policies(['get', 'wrapKey', 'unwrapKey']), 'pass', of],
  [
    'an access policy that lacks',
    policies(['get']),
    'fail medium/medium',
    { ...of, remedy: /^az keyvault set-policy / },
  ],
  [
    'of an application on its behalf',
    {
      cmkVault: having.policies({ ...accessPolicy(principal), applicationId: '77777777-0000-4000-8000-000000000001' }),
    },
    'unknown not-observable medium/medium',
    of,
  ],
  ['no access policy', { cmkVault: having.policies() }, 'unknown not-observable medium/medium', of],
  ['an identity that the registry does not repeat', { registry: { identity: unnamed } }, 'pass', of],
  [
    'an identity that cannot be read',
    { registry: { identity: unnamed }, hide: { identity: 'forbidden' } },
    'unknown forbidden medium/medium',
    of,
  ],
  ['an identity that it does not carry', identifiedBy(principal), 'unknown property-absent medium/medium', of],
  ['named by a number', identifiedBy(7), 'unknown unrecognised-value medium/medium', of],
  ['named by nothing, and it carries one', identifiedBy(null), 'pass', of],
  ['none that is told', { registry: { identity: null } }, 'unknown property-absent medium/medium', of],
  [
    'two, of which one may',
    together(identifiedBy(null), {
      registry: {
        identity: { type: 'SystemAssigned, UserAssigned', principalId: 'eeeeeeee-0000-4000-8000-000000000001' },
      },
    }),
    'unknown property-absent medium/medium',
    { ...of, message: /several identities/ },
  ],
  [
    'two, of which one may, and one cannot be read',
    together(identifiedBy(null), {
      registry: {
        identity: {
          ...unnamed,
          type: 'SystemAssigned, UserAssigned',
          principalId: 'eeeeeeee-0000-4000-8000-000000000001',
        },
      },
      hide: { identity: 'forbidden' },
    }),
    'unknown forbidden medium/medium',
    of,
  ],
  ["Microsoft's key", registry({ encryption: { status: 'disabled' } }), 'not-applicable not-used', of],
  ['status absent', registry({ encryption: { status: null } }), 'unknown property-absent medium/medium', of],
  [
    'no key named',
    key({ keyIdentifier: null }),
    'unknown property-absent medium/medium',
    { ...of, message: /crfraud does not name the key/ },
  ],
  ['vault forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden medium/medium', of],
  ['vault gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', of],
  ['project', having.project, 'not-applicable inherited'],
  forbidden('medium/medium'),
])
