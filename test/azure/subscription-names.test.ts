import { afterEach, describe, expect, it } from 'vitest'
import type { Estate } from '../../simulator/estate.ts'
import { demoEstate } from '../../simulator/estates/demo.ts'
import type { Fault } from '../../simulator/traffic.ts'
import { nameSubscriptions } from '../../src/azure/subscription-names.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { closeClouds, openWorld } from './world.ts'

afterEach(closeClouds)

async function named(estate: Estate, asked: EvidenceSet['subscriptions'], faults: Fault[] = []) {
  const world = await openWorld(estate)
  world.cloud.faults.push(...faults)
  await nameSubscriptions(world.client, asked)
  return { names: asked.map(({ name }) => name), queries: world.queries() }
}

const idAt = (estate: Estate, index: number) => estate.subscriptions[index]?.id ?? ''

describe('the names of subscriptions', () => {
  it('are asked for together, once', async () => {
    const estate = demoEstate()
    const asked = estate.subscriptions.map(({ id }) => ({ id: id.toUpperCase(), visible: true }))
    const { names, queries } = await named(estate, asked)
    expect(names).toEqual(estate.subscriptions.map(({ name }) => name))
    expect(queries).toHaveLength(1)
  })

  it('of those that cannot be seen are not asked for', async () => {
    const estate = demoEstate()
    const { names, queries } = await named(estate, [{ id: idAt(estate, 0), visible: false }])
    expect([names, queries]).toEqual([[undefined], []])
  })

  const answer = (change: (row: object) => object): Fault => ({
    kind: 'transform',
    transform: (body) => ({ ...(body as object), data: (body as { data: object[] }).data.map(change) }),
  })

  it.each<[string, Fault]>([
    ['refused', { kind: 'status', status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }],
    ['null', answer((row) => ({ ...row, name: null }))],
    ['empty', answer((row) => ({ ...row, name: '' }))],
    ['a number', answer((row) => ({ ...row, name: 7 }))],
    ['absent', answer((row) => ({ ...row, name: undefined }))],
  ])('that are %s leave the id alone', async (_, fault) => {
    const estate = demoEstate()
    const { names } = await named(estate, [{ id: idAt(estate, 0), visible: true }], [fault])
    expect(names).toEqual([undefined])
  })
})
