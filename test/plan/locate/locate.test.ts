import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesLike } from '../../../scripts/tree.ts'
import { locator } from '../../../src/plan/locate/locate.ts'
import type { Plan, PlannedChange } from '../../../src/plan/model.ts'
import { readPlan } from '../../../src/plan/read.ts'
import { checkoutOf } from '../../../src/plan-files/checkout.ts'
import { filesOf } from '../../world.ts'
import { options } from '../builder.ts'
import { fixture } from '../estates.ts'

type Sources = Record<string, string>

function checkout(sources: Sources) {
  return checkoutOf('/work', filesOf(new Map(Object.entries(sources).map(([path, text]) => [`/work/${path}`, text]))))
}

function changeOf(
  address: string,
  type = 'microsoft.storage/storageaccounts',
  change: PlannedChange['change'] = 'put',
) {
  return { id: address, type, change, settings: [], items: [], source: { file: 'plan.json', address } } as PlannedChange
}

function planOf(kind: Plan['kind'], changes: PlannedChange[], file = 'RUNNER_TEMP/plan.json'): Plan {
  return {
    file,
    kind,
    tool: '',
    createdAt: null,
    changes,
    before: [],
    principals: [],
    openRoles: null,
    notLookedInto: [],
  }
}

/** `main.tf:2`, of a plan that has these addresses besides. */
function placeIn(sources: Sources, address: string, names: string[], inWorkspace: string | null, also: string[] = []) {
  const plan = planOf('terraform', [changeOf(address), ...also.map((one) => changeOf(one))])
  const { file, line } = locator(plan, inWorkspace, checkout(sources))(changeOf(address), names)
  return line === null ? file : `${file}:${line}`
}

const block = (type: string, name: string, ...inside: string[]) =>
  `resource "${type}" "${name}" {\n${inside.map((line) => `  ${line}\n`).join('')}}\n`
const call = (name: string, source: string) => `module "${name}" {\n  source = "${source}"\n}\n`

const account = block('azurerm_storage_account', 'ml', 'name = "st"', 'min_tls_version = "TLS1_0"')
const nowhere = 'RUNNER_TEMP/plan.json'

describe('a resource of Terraform', () => {
  it.each<[string, Sources, string, string[], string]>([
    ['its attribute', { 'main.tf': account }, 'azurerm_storage_account.ml', ['min_tls_version'], 'main.tf:3'],
    ['of an instance', { 'main.tf': account }, 'azurerm_storage_account.ml["a.b"]', ['min_tls_version'], 'main.tf:3'],
    [
      'an older name of it',
      { 'main.tf': account },
      'azurerm_storage_account.ml',
      ['tls', 'min_tls_version'],
      'main.tf:3',
    ],
    ['what nobody wrote down', { 'main.tf': account }, 'azurerm_storage_account.ml', ['kind'], 'main.tf:1'],
    ['in a folder', { 'infra/st.tf': account, 'infra/x.tf': '' }, 'azurerm_storage_account.ml', [], 'infra/st.tf:1'],
    ['OpenTofu', { 'main.tofu': account }, 'azurerm_storage_account.ml', [], 'main.tofu:1'],
    [
      'JSON',
      { 'main.tf.json': '{"resource": {\n"azurerm_storage_account": {\n"ml": {\n"min_tls_version": "x"}}}}' },
      'azurerm_storage_account.ml',
      ['min_tls_version'],
      'main.tf.json:4',
    ],
    [
      'that an override file changes',
      { 'a_override.tf': account, 'main.tf': `\n${account}` },
      'azurerm_storage_account.ml',
      [],
      'main.tf:2',
    ],
    [
      'a body of azapi',
      { 'main.tf': block('azapi_resource', 'ml', 'body = {', '  properties = {', '    isHns = 1', '  }', '}') },
      'azapi_resource.ml',
      ['properties.isHns'],
      'main.tf:4',
    ],
    [
      'a body of azapi that is a text',
      { 'main.tf': block('azapi_resource', 'ml', 'body = jsonencode({', '  "properties": { isHns = 1 }', '})') },
      'azapi_resource.ml',
      ['properties.isHns'],
      'main.tf:3',
    ],
    ['in a comment', { 'main.tf': `/* ${account} */\n# ${account}` }, 'azurerm_storage_account.ml', [], nowhere],
    ['that is gone', { 'main.tf': account }, 'azurerm_storage_account.other', [], nowhere],
    ['of another type', { 'main.tf': account }, 'azurerm_key_vault.ml', [], nowhere],
    ['of which data is read', { 'main.tf': account }, 'data.azurerm_storage_account.ml', [], nowhere],
    ['that is no address', { 'main.tf': account }, 'a b', [], nowhere],
    ['among too many files', {}, 'azurerm_storage_account.ml', [], nowhere],
  ])('%s', (_, sources, address, names, expected) => {
    expect(placeIn(sources, address, names, null)).toBe(expected)
  })
})

describe('where a plan was made', () => {
  const twice = { 'dev/main.tf': account, 'prod/main.tf': `\n${account}` }
  const of = (sources: Sources, inWorkspace: string | null, also: string[] = []) =>
    placeIn(sources, 'azurerm_storage_account.ml', [], inWorkspace, also)

  it.each<[string, string]>([
    ['is its own folder, if everything is there', of(twice, 'prod/plan.json')],
    [
      'is the only folder where everything is',
      of({ ...twice, 'prod/kv.tf': block('azurerm_key_vault', 'ml') }, 'plan.json', ['azurerm_key_vault.ml']),
    ],
    [
      'is not its own folder, if something is missing there',
      of({ ...twice, 'prod/kv.tf': block('azurerm_key_vault', 'ml') }, 'dev/plan.json', ['azurerm_key_vault.ml']),
    ],
  ])('%s', (_, place) => {
    expect(place).toBe('prod/main.tf:2')
  })

  it('nobody knows of two that are alike', () => {
    expect(of(twice, null)).toBe(nowhere)
    expect(of(twice, 'out/plan.json')).toBe('out/plan.json')
  })

  it('what is deleted need not be there', () => {
    const changes = [changeOf('azurerm_storage_account.ml'), changeOf('azurerm_key_vault.old', 'x', 'delete')]
    const locate = locator(planOf('terraform', changes), null, checkout({ 'main.tf': account }))
    expect(changes.map((change) => locate(change).file)).toEqual(['main.tf', nowhere])
  })
})

describe('a resource in a module', () => {
  const of = (sources: Sources, address: string) =>
    placeIn({ 'infra/main.tf': `\n${call('ml', './mod')}`, ...sources }, address, [], null)
  const address = 'module.ml["dev"].azurerm_storage_account.ml[0]'
  const installed = (...entries: [key: string, folder: string][]) => ({
    'infra/.terraform/modules/modules.json': JSON.stringify({
      Modules: entries.map(([Key, Dir]) => ({ Key, Source: '', Dir })),
    }),
  })

  it.each<[string, Sources, string, string]>([
    ['beside', { 'infra/mod/a.tf': account }, address, 'infra/mod/a.tf:1'],
    ['above', { 'infra/main.tf': call('ml', '../mod/'), 'mod/a.tf': account }, address, 'mod/a.tf:1'],
    [
      'in a module',
      { 'infra/mod/a.tf': call('st', '../st'), 'infra/st/b.tf': account },
      'module.ml.module.st.azurerm_storage_account.ml',
      'infra/st/b.tf:1',
    ],
    [
      'written in JSON',
      { 'infra/main.tf': '', 'infra/m.tf.json': '{"module": {"ml": {"source": "./mod"}}}', 'infra/mod/a.tf': account },
      address,
      'infra/mod/a.tf:1',
    ],
    [
      'that init has found',
      { 'infra/main.tf': call('ml', 'x'), ...installed(['', '.'], ['ml', '../mod']), 'mod/a.tf': account },
      address,
      'mod/a.tf:1',
    ],
    [
      'that init has downloaded',
      { ...installed(['ml', '.terraform/modules/ml']), 'infra/.terraform/modules/ml/a.tf': account },
      address,
      'infra/main.tf:2',
    ],
    ['from a registry', { 'infra/main.tf': call('ml', 'Azure/ml/azurerm') }, address, 'infra/main.tf:1'],
    [
      'from elsewhere, in one that is here',
      { 'infra/mod/a.tf': `\n\n${call('st', 'git::https://x')}` },
      'module.ml.module.st.azurerm_storage_account.ml',
      'infra/mod/a.tf:3',
    ],
    ['that leads out', { 'infra/main.tf': call('ml', '../../..') }, address, 'infra/main.tf:1'],
    ['that does not have it', { 'infra/mod/a.tf': '' }, address, 'infra/main.tf:2'],
    [
      'that is not called there',
      { 'infra/mod/a.tf': account },
      'module.ml.module.no.azurerm_storage_account.ml',
      'infra/main.tf:2',
    ],
    [
      'that calls itself',
      { 'infra/mod/a.tf': call('x', './') + account },
      'module.ml.module.x.module.x.azurerm_storage_account.ml',
      'infra/mod/a.tf:4',
    ],
    [
      'of which init wrote nonsense',
      { 'infra/.terraform/modules/modules.json': '{"Modules": [1, {"Key": 2}]', 'infra/mod/a.tf': account },
      address,
      'infra/mod/a.tf:1',
    ],
  ])('%s', (_, sources, of_, expected) => {
    expect(of(sources, of_)).toBe(expected)
  })
})

describe('the plans that tools made', () => {
  const folder = join(import.meta.dirname, '../fixtures')
  const sourcesOf = (name: string) =>
    Object.fromEntries(
      filesLike('**/*.tf', join(folder, name)).map((file) => [
        `${name}/${file}`,
        readFileSync(join(folder, name, file), 'utf8'),
      ]),
    )

  /** Where the words stand that begin a block, whatever is around them. */
  function written(sources: Sources, { source }: PlannedChange): string | null {
    const [type, name] = source.address
      .replaceAll(/\[[^\]]*\]/g, '')
      .split('.')
      .slice(-2)
    for (const [file, text] of Object.entries(sources)) {
      const line = text.split('\n').indexOf(`resource "${type}" "${name}" {`)
      if (line >= 0) return `${file}:${line + 1}`
    }
    return null
  }

  it.each(filesLike('tf-*', folder))('%s: every change stands where its block is', (name) => {
    const plan = readPlan(fixture(name, 'plan.json'), 'plan.json', options)
    const sources = sourcesOf(name)
    const locate = locator(plan, null, checkout(sources))
    const places = plan.changes.map((change) => {
      const { file, line } = locate(change)
      return line === null ? null : `${file}:${line}`
    })
    expect(places).toEqual(plan.changes.map((change) => written(sources, change)))
    expect(places.some((place) => place !== null)).toBe(
      plan.changes.some(({ change }) => change !== 'delete' && change !== 'reset'),
    )
  })
})

describe('a resource of Bicep', () => {
  const main =
    "resource ml 'Microsoft.Storage/storageAccounts@2023-05-01' = {\n  properties: {\n    isHns: true\n  }\n}\n"
  const of = (sources: Sources, symbolicName: string, type: string, names: string[] = []) => {
    const { file, line } = locator(planOf('what-if', []), null, checkout(sources))(changeOf(symbolicName, type), names)
    return line === null ? file : `${file}:${line}`
  }

  it.each<[string, Sources, string, string, string[], string]>([
    [
      'its property',
      { 'infra/main.bicep': main },
      'ml',
      'microsoft.storage/storageaccounts',
      ['properties.isHns'],
      'infra/main.bicep:3',
    ],
    [
      'what nobody wrote down',
      { 'main.bicep': main },
      'ml',
      'microsoft.storage/storageaccounts',
      ['properties.other'],
      'main.bicep:2',
    ],
    ['of a loop', { 'main.bicep': main }, 'ml[3]', 'microsoft.storage/storageaccounts', [], 'main.bicep:1'],
    ['of another type', { 'main.bicep': main }, 'ml', 'microsoft.keyvault/vaults', [], nowhere],
    [
      'in two files',
      { 'main.bicep': main, 'other.bicep': main },
      'ml',
      'microsoft.storage/storageaccounts',
      [],
      nowhere,
    ],
    [
      'that one of two only looks up',
      { 'a.bicep': main.replace(' =', ' existing ='), 'b.bicep': main },
      'ml',
      'microsoft.storage/storageaccounts',
      [],
      'b.bicep:1',
    ],
    [
      'inside of another',
      { 'main.bicep': `resource st 'Microsoft.X/ys@1' = {\n  resource ml 'zs' = {}\n}` },
      'ml',
      'microsoft.x/ys/zs',
      [],
      'main.bicep:2',
    ],
    [
      'by its own name',
      { 'main.bicep': `${main}${main.replace('{', "{\n  name: 'st'")}` },
      '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st',
      'microsoft.storage/storageaccounts',
      [],
      'main.bicep:6',
    ],
    [
      'inside of another, by its own name',
      { 'main.bicep': "resource st 'Microsoft.X/ys/zs@1' = {\n  name: 'a/b'\n}" },
      '/subscriptions/s/resourceGroups/rg/providers/Microsoft.X/ys/a/zs/b',
      'microsoft.x/ys/zs',
      ['name'],
      'main.bicep:2',
    ],
    [
      'with a name that is put together',
      { 'main.bicep': main.replace('{', "{\n  name: 'st${suffix}'") },
      '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st1',
      'microsoft.storage/storageaccounts',
      [],
      nowhere,
    ],
    [
      'without a symbolic name',
      { 'main.bicep': main },
      '/subscriptions/x',
      'microsoft.storage/storageaccounts',
      [],
      nowhere,
    ],
    ['in a comment', { 'main.bicep': `/*\n${main}*/` }, 'ml', 'microsoft.storage/storageaccounts', [], nowhere],
    ['without end', { 'main.bicep': "resource a 'b/c' = {".repeat(20_000) }, 'b', 'b/c', [], nowhere],
  ])('%s', (_, sources, symbolicName, type, names, expected) => {
    expect(of(sources, symbolicName, type, names)).toBe(expected)
  })

  it.each<[string, Sources, string | null, string]>([
    ['beside it', { 'a/main.bicepparam': '', 'b/main.bicepparam': '' }, 'b/main.snapshot.json', 'b/main.bicepparam:1'],
    ['the only one', { 'a/main.bicepparam': '', 'b/dev.bicepparam': '' }, null, 'a/main.bicepparam:1'],
    ['one of two', { 'a/main.bicepparam': '', 'b/main.bicepparam': '' }, null, 'RUNNER_TEMP/main.snapshot.json'],
    ['none', {}, 'b/main.snapshot.json', 'b/main.snapshot.json'],
  ])('a snapshot stands for its parameters: %s', (_, sources, inWorkspace, expected) => {
    const plan = planOf('snapshot', [], 'RUNNER_TEMP/main.snapshot.json')
    const { file, line } = locator(plan, inWorkspace, checkout(sources))(changeOf('/subscriptions/x'))
    expect(line === null ? file : `${file}:${line}`).toBe(expected)
  })
})

describe('the sources of a checkout', () => {
  it('are no more than somebody wrote', () => {
    const large = `${account}${' '.repeat(1024 * 1024)}`
    expect(placeIn({ 'main.tf': large }, 'azurerm_storage_account.ml', [], null)).toBe(nowhere)
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at + 10}.tf`, ' '.repeat(1024 * 1024)]))
    expect(placeIn({ ...many, 'main.tf': account }, 'azurerm_storage_account.ml', [], null)).toBe(nowhere)
  })

  it('are none where nobody can look through all', () => {
    const entries = Array.from({ length: 300_000 }, (_, at) => ({ name: `${at}.tf`, kind: 'file' as const }))
    const files = { ...filesOf(new Map()), list: () => ({ entries }) }
    expect(checkoutOf('/work', files).files).toEqual([])
  })
})
