import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resourceTypes } from '../../src/resources/index.ts'
import { declarations, partDeclarations } from '../../src/resources/terraform/index.ts'
import { references } from '../../src/resources/terraform/references.ts'

const schemas = join(import.meta.dirname, '../plan/fixtures/schema')
const read = (file: string) => JSON.parse(readFileSync(join(schemas, file), 'utf8'))

interface Block {
  attributes?: Record<string, { type?: unknown }>
  block_types?: Record<string, { block: Block }>
}

/** What the provider says of itself: azurerm 5.2.0, cut to what is read. */
const schema: Record<string, { block: Block }> = read('azurerm-5.2.0.json').resource_schemas
/** Names of attributes, wherever in a resource they are, by version. */
const names: Record<string, Record<string, string[]>> = read('azurerm-names.json')

/** Whether a resource of version 5 has an attribute at a path. */
function has(resource: string, path: string): boolean {
  let at: unknown = schema[resource]?.block
  for (const key of path.split('.')) at = inside(at, key)
  return at !== undefined
}

/** Into a block, into an attribute that is written as one, or into a map, whose keys may be any. */
function inside(at: unknown, key: string): unknown {
  const { attributes, block_types } = (at ?? {}) as Block
  const found = attributes?.[key] ?? block_types?.[key]?.block
  if (found) return found
  const type = JSON.stringify((at as { type?: unknown } | undefined)?.type ?? '')
  return type.includes(`"${key}"`) || type.startsWith('["map"') ? {} : undefined
}

const all = [
  ...[...declarations.values()].flatMap(({ resource, id, settings, items }) =>
    [id, ...settings.map(([, mapping]) => mapping), ...items.map(({ value }) => value)].map(
      ({ attributes }) => [resource, attributes] as const,
    ),
  ),
  ...[...partDeclarations.values()].flatMap(({ resource, of, settings, items }) =>
    [of, ...settings.map(([, mapping]) => mapping), ...items.map(({ value }) => value)].map(
      ({ attributes }) => [resource, attributes] as const,
    ),
  ),
  ...[...references.values()].map(({ resource, id }) => [resource, id.attributes] as const),
].filter(([, attributes]) => attributes.length > 0)

/** Of which the fixtures have no schema. */
const unlisted =
  /^azurerm_(hdinsight_\w+_cluster|machine_learning_synapse_spark|arc_kubernetes_cluster_extension|databricks_workspace_customer_managed_key|resource_provider_registration|virtual_machine_data_disk_attachment|cognitive_account|cognitive_account_customer_managed_key|ai_services|storage_data_lake_gen2_filesystem)$/

const listed = all.filter(([resource]) => !unlisted.test(resource))

describe('the mapping of azurerm', () => {
  it.each(listed)('%s: version 5 has one of %j', (resource, attributes) => {
    expect(attributes.filter((path) => has(resource, path))).not.toEqual([])
  })

  it.each(listed)('%s: some version has each of %j', (resource, attributes) => {
    const known = new Set(Object.values(names[resource] ?? {}).flat())
    const ends = attributes.map((path) => path.split('.').at(-1) ?? '')
    expect(ends.filter((name) => !known.has(name))).toEqual([])
  })

  it('has a schema for everything that is not listed as having none', () => {
    const resources = new Set(all.map(([resource]) => resource))
    expect([...resources].filter((resource) => !schema[resource] && !unlisted.test(resource))).toEqual([])
    expect([...resources].filter((resource) => schema[resource] && unlisted.test(resource))).toEqual([])
  })

  it('says of no attribute that the schema calls sensitive what it holds', () => {
    const kept = listed.flatMap(([resource, attributes]) =>
      attributes.filter((path) => isSensitive(resource, path)).map((path) => `${resource}.${path}`),
    )
    // that there is one is all that is asked
    expect([...new Set(kept)].sort()).toEqual([
      'azurerm_machine_learning_datastore_blobstorage.account_key',
      'azurerm_machine_learning_datastore_blobstorage.shared_access_signature',
      'azurerm_machine_learning_datastore_datalake_gen2.client_secret',
      'azurerm_machine_learning_datastore_fileshare.account_key',
      'azurerm_machine_learning_datastore_fileshare.shared_access_signature',
    ])
  })

  it.each(
    [...declarations.values()].map((declared) => [declared.resource, declared] as const),
  )('%s sets paths that its type has', (_resource, { about, type, settings, items }) => {
    expect(resourceTypes[type]).toBe(about)
    const declared = new Set(about.properties)
    const properties = [...settings.map(([property]) => property), ...items.map(({ list }) => list)]
    const strange = properties.filter(
      (property) =>
        typeof property !== 'string' && !/^(location|identity\..*)$/.test(property.path) && !declared.has(property),
    )
    expect(strange.map((property) => (typeof property === 'string' ? property : property.path))).toEqual([])
  })
})

function isSensitive(resource: string, path: string): boolean {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const block = keys.reduce<unknown>(inside, schema[resource]?.block) as Block | undefined
  return (block?.attributes?.[last] as { sensitive?: boolean } | undefined)?.sensitive === true
}
