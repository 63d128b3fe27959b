import { describe, expect, it } from 'vitest'
import { prune } from '../../src/evidence/prune.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import type { ResourceType } from '../../src/resources/type.ts'

const entry = (...keep: string[]) => ({ keep })

describe('prune', () => {
  it.each<[string, string[], object, object]>([
    ['keeps what is asked for', ['properties.a'], { properties: { a: 1, b: 2 } }, { properties: { a: 1 } }],
    [
      'always keeps who it is',
      [],
      { id: '/x', type: 't', name: 'n', location: 'l', etag: 'e' },
      { id: '/x', type: 't', name: 'n', location: 'l' },
    ],
    [
      'finds it in any case, and writes it as the type does',
      ['properties.WorkspaceResourceId'],
      { Properties: { workspaceresourceid: 'x' } },
      { properties: { WorkspaceResourceId: 'x' } },
    ],
    [
      'keeps false, 0 and empty lists',
      ['properties.a', 'properties.b', 'properties.c'],
      { properties: { a: false, b: 0, c: [] } },
      { properties: { a: false, b: 0, c: [] } },
    ],
    [
      'leaves out null and the empty text',
      ['properties.a', 'properties.b'],
      { properties: { a: null, b: '' } },
      { properties: {} },
    ],
    [
      'an object without the wanted member is there',
      ['properties.encryption.status'],
      { properties: { encryption: { other: 1 } } },
      { properties: { encryption: {} } },
    ],
    [
      'an object that is absent is absent',
      ['properties.encryption.status'],
      { properties: { a: 1 } },
      { properties: {} },
    ],
    [
      'a container does not wipe out what is in it',
      ['properties.e.a', 'properties.e.b'],
      { properties: { e: { a: 1 } } },
      { properties: { e: { a: 1 } } },
    ],
    [
      'nor the other way round',
      ['properties.e.b', 'properties.e.a'],
      { properties: { e: { a: 1 } } },
      { properties: { e: { a: 1 } } },
    ],
    [
      'what is empty gives way to what is not',
      ['properties.e', 'properties.e.a'],
      { properties: { e: { a: 1, b: 2 } } },
      { properties: { e: { a: 1, b: 2 } } },
    ],
    ['a list in place of an object', ['properties.e.a'], { properties: { e: [1] } }, { properties: { e: [] } }],
    ['a text in place of an object', ['properties.e.a'], { properties: { e: 'secret' } }, { properties: { e: '…' } }],
    ['a number in place of an object', ['properties.e.a'], { properties: { e: 7 } }, { properties: { e: 7 } }],
    ['nothing at all', ['properties.e.a'], {}, {}],
    ['an empty object twice', ['properties.e', 'properties.e.a'], { properties: { e: {} } }, { properties: { e: {} } }],
  ])('%s', (_, keep, body, kept) => {
    expect(prune(body as Record<string, unknown>, entry(...keep))).toEqual(kept)
  })

  it.each([
    ['an id', `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/A.B/c/d`, null],
    ['a text', 'hunter2', '…'],
    ['a path', '/hunter2', '…'],
    ['a number', 7, null],
    ['a list', ['hunter2'], []],
    ['an object', { a: 'hunter2' }, {}],
  ])('keeps of what people write as they like nothing but ids: %s', (_, ResourceId, kept) => {
    const metadata = { ResourceId, note: 'hunter2' }
    const type = 'microsoft.machinelearningservices/workspaces/connections'
    const body = prune({ properties: { metadata } }, resourceTypes[type] as ResourceType)
    expect(body).toMatchObject({ properties: { metadata: { ResourceId: kept ?? ResourceId } } })
    expect(JSON.stringify(body)).not.toContain('hunter2')
  })

  it('looks for secrets only in what can hold variables', () => {
    const body = { properties: { environmentVariables: { DB_PASSWORD: 'hunter2' } } }
    expect(prune(body, entry())).not.toHaveProperty('secrets')
    expect(prune(body, { ...entry(), secrets: true })).toMatchObject({ secrets: [{ name: 'DB_PASSWORD', length: 7 }] })
  })

  it('drops the secrets of Application Insights', () => {
    const properties = {
      ConnectionString: 'secret',
      InstrumentationKey: 'secret',
      IngestionMode: 'LogAnalytics',
      WorkspaceResourceId: '/x',
    }
    const kept = prune({ id: '/y', properties }, resourceTypes['microsoft.insights/components'] as ResourceType)
    expect(kept).toEqual({ id: '/y', properties: { IngestionMode: 'LogAnalytics', WorkspaceResourceId: '/x' } })
  })

  it('keeps ids and names, and of other texts that may be secret the length and class', () => {
    const password = ['https://me:hush', '@example.com/'].join('')
    const body = { id: `/${password}`, name: password, tags: { password: 'hunter2' }, properties: { uri: password } }
    expect(prune(body, entry('tags', 'properties.uri'))).toEqual({
      id: `/${password}`,
      name: password,
      tags: { password: '7 characters, name' },
      properties: { uri: '28 characters, credential:url-password' },
    })
  })
})
