import { describe, expect, it } from 'vitest'
import { instruction } from '../../src/checklist/remedy.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { findingsOf } from '../../src/report/issue/findings.ts'
import { renderIssue } from '../../src/report/issue/issue.ts'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import { sarifReport } from '../../src/report/sarif/sarif.ts'
import { graphOf } from '../../src/report/view/graph.ts'
import { labelsOfIds } from '../../src/report/view/labels.ts'
import { context, examples, finding, htmlContext, ids, policy, report, workspace } from './builder.ts'

const elsewhere = (id: string) =>
  id.replace('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222')
const datastore = (id: string) => `${id}/datastores/workspaceblobstore`
const here = ids.workspace('mlw', 'rg-a')

describe('a name that is used twice', () => {
  it.each<[string, string[], string[]]>([
    ['is enough where it is used once', [here, ids.vault('kv')], ['mlw', 'kv']],
    ['is enough for things of different kinds', [ids.vault('same'), ids.storage('same')], ['same', 'same']],
    ['is told apart by the group', [here, ids.workspace('MLW', 'rg-b')], ['mlw in rg-a', 'MLW in rg-b']],
    [
      'is told apart by the workspace',
      [datastore(ids.workspace('mlw-a')), datastore(ids.workspace('mlw-b'))],
      ['mlw-a/workspaceblobstore', 'mlw-b/workspaceblobstore'],
    ],
    [
      'is told apart by the group of the workspace',
      [datastore(here), datastore(ids.workspace('mlw', 'rg-b'))],
      ['mlw/workspaceblobstore in rg-a', 'mlw/workspaceblobstore in rg-b'],
    ],
    [
      'is told apart by the subscription',
      [here, elsewhere(here)],
      [
        'mlw in rg-a, subscription 11111111-1111-4111-8111-111111111111',
        'mlw in rg-a, subscription 22222222-2222-4222-8222-222222222222',
      ],
    ],
    [
      'is told apart for lists and providers, too',
      [`${here}/computes`, `${elsewhere(here)}/computes`],
      [
        'mlw/computes in rg-a, subscription 11111111-1111-4111-8111-111111111111',
        'mlw/computes in rg-a, subscription 22222222-2222-4222-8222-222222222222',
      ],
    ],
    [
      'needs nothing where it stands for an id',
      ['ws-1a2b3c4d', 'https://kv.vault.azure.net'],
      ['ws-1a2b3c4d', 'kv.vault.azure.net'],
    ],
  ])('%s', (_what, all, labels) => {
    expect([...labelsOfIds(all).values()]).toEqual(labels)
  })

  it('is that of one thing, however its id is written', () => {
    expect([...labelsOfIds([here, here.toUpperCase()]).values()]).toEqual(['MLW'])
  })
})

describe('two workspaces of one name, with datastores of one name', () => {
  const names = ['mlw in rg-a', 'mlw in rg-b']
  const stores = ['mlw/workspaceblobstore in rg-a', 'mlw/workspaceblobstore in rg-b']
  const workspaces = ['rg-a', 'rg-b'].map((group) => {
    const id = ids.workspace('mlw', group)
    const store = { id: datastore(id), name: 'workspaceblobstore' }
    const credentials = { severity: 'high' as const, steps: [instruction`Register ${store} again.`] }
    return workspace('mlw', [finding('datastore/credentials', datastore(id), credentials)], { id })
  })
  const content = report({ conclusion: 'fail', workspaces })

  it.each<[string, string]>([
    ['the comment', renderComment(content, context())],
    ['the summary', renderSummary(content, context())],
    ['the issue', renderIssue(content, context())],
    ['the page', [...htmlReport(content, htmlContext(content))].join('')],
    ['the text for code scanning', sarifReport(content, { ...context(), location: 'a.yml' })],
  ])('are told apart in %s', (_what, text) => {
    for (const name of [...names, ...stores]) expect(text).toContain(name)
  })

  it('are told apart in what the issue remembers, and in the drawing', () => {
    expect(findingsOf(content, policy).map(({ name }) => name)).toEqual(stores)
    const both = workspace(
      'mlw',
      workspaces.flatMap(({ findings }) => findings),
    )
    const { nodes } = graphOf({ resources: new Map() } as never, both)
    expect(nodes.slice(1).map(({ name }) => name)).toEqual(stores)
  })

  it('are told apart where one advice is for both', () => {
    expect(renderComment(content, context())).toContain(`Register ${stores.join(' and ')} again.`)
  })
})

it('forty datastores of one name are forty', () => {
  const workspaces = Array.from({ length: 40 }, (_, index) => {
    const id = ids.workspace(`mlw-${index}`)
    return workspace(`mlw-${index}`, [finding('datastore/credentials', datastore(id))], { id })
  })
  const comment = renderComment(report({ workspaces }), context())
  expect(comment).toContain(
    '| `mlw-0/workspaceblobstore`, `mlw-1/workspaceblobstore`, `mlw-2/workspaceblobstore` and 37 more |',
  )
})

it('a resource of another group is named with it where it was read', () => {
  const evidence = [{ path: 'properties.x', value: 1, resource: ids.vault('kv', 'rg-b') }]
  const findings = [examples.purge('kv', { evidence }), examples.purge('kv', { resource: ids.vault('kv', 'rg-b') })]
  const comment = renderComment(report({ conclusion: 'fail', workspaces: [workspace('mlw', findings)] }), context())
  expect(comment).toContain('`properties.x` of `kv in rg-b`')
})
