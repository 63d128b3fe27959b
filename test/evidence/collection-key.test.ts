import { expect, it } from 'vitest'
import { containerGroupsSegment, extensionsSegment } from '../../src/evidence/children.ts'
import {
  type CollectionParts,
  collectionKey,
  collectionParts,
  isCollectionOf,
} from '../../src/evidence/collection-key.ts'
import { ids } from '../checklist/builder.ts'

const principalId = '1b6f0c1e-0000-4000-8000-000000000001'
const kinds = Object.keys(collectionKey) as CollectionParts['of'][]
const lower = (text: string) => text.toLowerCase()

it.each<[string, string, CollectionParts]>([
  ['the stores of a group', collectionKey.group(ids.group), { of: 'group', id: lower(ids.group) }],
  ['a vault', collectionKey.vault('KV.vault.azure.net'), { of: 'vault', host: 'kv.vault.azure.net' }],
  ['an account', collectionKey.account('stData'), { of: 'account', name: 'stdata' }],
  ['assignments', collectionKey.roles(principalId), { of: 'roles', principalId }],
  [
    'assignments at a scope',
    collectionKey.assigned(ids.vault, principalId),
    { of: 'assigned', scope: lower(ids.vault), principalId },
  ],
  [
    'assignments of whoever has an address for a name',
    collectionKey.assigned(ids.vault, 'a@b.example'),
    { of: 'assigned', scope: lower(ids.vault), principalId: 'a@b.example' },
  ],
  [
    'a list',
    collectionKey.list(ids.workspace, 'onlineEndpoints'),
    { of: 'list', parent: lower(ids.workspace), segment: 'onlineendpoints' },
  ],
  [
    'a list of what is called like a path',
    collectionKey.list(`${ids.workspace}/onlineEndpoints/providers`, 'deployments'),
    { of: 'list', parent: `${lower(ids.workspace)}/onlineendpoints/providers`, segment: 'deployments' },
  ],
  ...[ids.cluster, ids.group].flatMap((parent) =>
    [extensionsSegment, containerGroupsSegment].map((segment): [string, string, CollectionParts] => [
      `${segment} below ${parent}`,
      collectionKey.list(parent, segment),
      { of: 'list', parent: lower(parent), segment: lower(segment) },
    ]),
  ),
])('the key of %s is taken apart into what it was made of', (_what, key, parts) => {
  expect(collectionParts(key)).toEqual(parts)
  expect(kinds.filter((kind) => isCollectionOf(key, kind))).toEqual([parts.of])
  expect(isCollectionOf(key, ...kinds)).toBe(true)
})

it.each(['', 'vault', 'moved:kv.vault.azure.net', ids.vault])('%j is no key of a collection', (key) => {
  expect(collectionParts(key)).toBe(null)
  expect(isCollectionOf(key, ...kinds)).toBe(false)
})
