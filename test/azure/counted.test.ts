import { afterEach, expect, it } from 'vitest'
import { oneEstate } from '../../simulator/estates/one.ts'
import type { Fault } from '../../simulator/traffic.ts'
import { closeClouds, openWorld } from './world.ts'

afterEach(closeClouds)

type Rows = { id: string; type: string }[]
const isStore = ({ type }: Rows[number]) => /documentdb|searchservices/i.test(type)
const aSite = (id: string) => ({
  id: id.replace(/providers.*/, 'providers/Microsoft.Web/sites/x'),
  type: 'Microsoft.Web/sites',
})

const lists: [string, string, (query: string) => boolean, (row: Rows[number]) => boolean][] = [
  ['the metadata stores of a group', 'group:', (query) => query.includes('azureml-rg-'), isStore],
]
const changes: [string, (row: Rows[number], data: Rows) => unknown][] = [
  ['another one twice', (row, data) => data.find((other) => other !== row)],
  ['one of another type', ({ id }) => aSite(id)],
  ['one that nobody can place', ({ type }) => ({ id: '/odd', type })],
  ['one without an id', ({ type }) => ({ type })],
]

/** As many rows as were announced, and still one of those asked for is missing. */
it.each(
  lists.flatMap(([list, key, isQuery, isRow]) =>
    changes.map(([what, change]) => ({ list, what, key, isQuery, isRow, change })),
  ),
)('$list, of which there is $what in place of one: the list is incomplete', async ({ key, isQuery, isRow, change }) => {
  const world = await openWorld(oneEstate())
  const fault: Fault = {
    kind: 'transform',
    match: ({ resourceGraphQuery = '' }) => isQuery(resourceGraphQuery),
    transform: (body) => {
      const { data, ...rest } = body as { data: Rows }
      const index = data.findIndex(isRow)
      expect(index).toBeGreaterThanOrEqual(0)
      return { ...rest, data: data.map((row, at) => (at === index ? change(row, data) : row)) }
    },
  }
  world.cloud.faults.push(fault)
  const { evidence } = await world.collect()
  const collections = [...evidence.collections].filter(([each]) => each.startsWith(key))
  expect(collections.length).toBeGreaterThan(0)
  for (const [, collection] of collections)
    expect(collection).toMatchObject({ state: 'unreadable', reason: 'truncated' })
})
