import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import type { Graph } from '../../src/report/view/context.ts'
import { graphOf, worstWorkspace } from '../../src/report/view/graph.ts'
import { mlDatastore } from '../../src/resources/datastore.ts'
import { mlWorkspace } from '../../src/resources/workspace.ts'
import { block, context, examples, finding, ids, report, workspace } from './builder.ts'

const { purge, tls, waived, unreadable } = examples

function evidenceOf(bodies: Record<string, object>, collected: Record<string, string[]> = {}): EvidenceSet {
  const resources = Object.entries(bodies).map(([id, body]) => {
    const record = { state: 'read', id, source: 'resource-graph', apiVersion: null, body }
    return [idKey(id), record] as const
  })
  const collections = Object.entries(collected).map(([key, ids]) => [key, { state: 'read', ids }] as const)
  const found = { resources: new Map(resources), collections: new Map(collections), keyHosts: anyKeyHosts }
  return found as unknown as EvidenceSet
}

const names = ({ nodes }: Graph) => nodes.map(({ name, state }) => `${name} ${state}`)
const arrows = ({ nodes, edges }: Graph) => edges.map(([from, to]) => `${nodes[from]?.name} → ${nodes[to]?.name}`)

describe('what a workspace depends on', () => {
  const key = ids.key('kv-fraud-cmk', 'cmk')
  const account = ids.storage('st1')
  const bodies = {
    [ids.workspace('mlw')]: { type: mlWorkspace.type, properties: { storageAccount: account.toUpperCase() } },
    [account]: {
      type: 'Microsoft.Storage/storageAccounts',
      properties: {
        encryption: {
          keySource: 'Microsoft.Keyvault',
          keyvaultproperties: { keyvaulturi: 'https://KV-fraud-cmk.vault.azure.net', keyname: 'cmk' },
        },
      },
    },
  }
  const estate = evidenceOf(bodies, {
    [collectionKey.vault('kv-fraud-cmk.vault.azure.net')]: [ids.vault('kv-fraud-cmk')],
  })

  it('follows ids in any case, keys by their address, and keys into their vault', () => {
    const findings = [
      finding('storage/minimum-tls', account, { status: 'pass' }),
      finding('key/readable', key, { status: 'pass' }),
      purge('kv-fraud-cmk'),
      finding('container-registry/admin-user', ids.registry('cr'), { status: 'pass' }),
    ]
    const graph = graphOf(estate, workspace('mlw', findings))
    expect(graph.nodes[0]).toEqual({ name: 'mlw', kind: 'workspace', state: 'passed' })
    expect(names(graph).slice(1).sort()).toEqual([
      'cr passed',
      'kv-fraud-cmk high',
      'kv-fraud-cmk/cmk passed',
      'st1 passed',
    ])
    expect(arrows(graph).sort()).toEqual([
      'kv-fraud-cmk/cmk → kv-fraud-cmk',
      'mlw → cr',
      'mlw → st1',
      'st1 → kv-fraud-cmk/cmk',
    ])
  })

  it('finds what is only listed, and an account by its name', () => {
    const datastore = `${ids.workspace('mlw')}/datastores/training`
    const named = {
      ...bodies,
      [datastore]: { type: mlDatastore.type, properties: { accountName: 'ST2' } },
    }
    const known = evidenceOf(named, {
      [collectionKey.list(ids.workspace('mlw'), 'datastores')]: [datastore],
      [collectionKey.account('st2')]: [ids.storage('st2')],
    })
    const findings = [
      finding('datastore/credentials', datastore, { status: 'pass' }),
      finding('storage/minimum-tls', ids.storage('st2'), { status: 'pass' }),
    ]
    expect(arrows(graphOf(known, workspace('mlw', findings))).sort()).toEqual(['mlw → training', 'training → st2'])
  })

  it.each([
    ['the worst counts', [tls('st1'), purge('kv'), finding('key-vault/soft-delete', ids.vault('kv'))], 'high'],
    ['undecided is worse than medium', [unreadable('key-vault/soft-delete')], 'undecided'],
    ['advice is only advice', [tls('st1', { severity: 'info' })], 'advice'],
    ['a waiver is shown', [waived('st1')], 'waived'],
  ])('%s', (_, findings, state) => {
    const graph = graphOf(evidenceOf({}), workspace('mlw', findings))
    expect(graph.nodes[1]?.state).toBe(state)
  })

  it('draws thirty nodes, the worst, and counts the others', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      tls(`st${index}`, { severity: index === 40 ? 'high' : 'low' }),
    )
    const graph = graphOf(evidenceOf({}), workspace('mlw', many))
    expect(graph.nodes).toHaveLength(30)
    expect(graph.nodes[1]?.name).toBe('st40')
    expect(graph.left).toBe(21)
  })
})

describe('the workspace to look at first', () => {
  it('has the worst failures', () => {
    const low = workspace(
      'mlw-low',
      Array.from({ length: 9 }, (_, index) => tls(`st${index}`)),
    )
    const high = workspace('mlw-high', [purge()])
    expect(worstWorkspace([low, high, workspace('mlw')])?.name).toBe('mlw-high')
    expect(worstWorkspace([workspace('mlw', [waived(), tls('st', { severity: 'info' })])])).toBeNull()
  })
})

describe('the drawing', () => {
  const graph: Graph = {
    nodes: [
      { name: 'mlw', kind: 'workspace', state: 'passed' },
      { name: 'kv', kind: 'key vault', state: 'high' },
      { name: 'st', kind: '', state: 'undecided' },
    ],
    edges: [
      [0, 1],
      [0, 2],
    ],
    left: 3,
  }

  it('says states in words, in the summary only', () => {
    const all = report({ conclusion: 'fail', workspaces: [workspace('mlw', [purge('kv')])] })
    expect(renderComment(all, context({ graph }))).not.toContain('mermaid')
    const drawn = block(renderSummary(all, context({ graph })), '### What mlw depends on')
    expect(drawn).toContain(
      [
        '```mermaid',
        'flowchart LR',
        '  n0["mlw<br>workspace<br>passed"]',
        '  n1["kv<br>key vault<br>high-severity failure"]:::fails',
        '  n2["st<br>undecided"]:::undecided',
        '  n0 --> n1',
        '  n0 --> n2',
      ].join('\n'),
    )
    expect(drawn).toContain('… and 3 more with fewer findings.')
  })

  it('no name can say anything but itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const hostile = { ...graph, nodes: [{ name, kind: 'workspace', state: 'high' as const }], edges: [], left: 0 }
        const summary = renderSummary(report({ workspaces: [workspace('mlw')] }), context({ graph: hostile }))
        const line = summary.split('```mermaid\n')[1]?.split('\n')[1]
        expect(line).toMatch(/^ {2}n0\["[\p{L}\p{N} ._/-]+<br>workspace<br>high-severity failure"\]:::fails$/u)
      }),
    )
  })
})
