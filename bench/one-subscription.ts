import { serialDepth } from '../simulator/depth.ts'
import { scaleEstate } from '../simulator/estates/scale.ts'
import { closeClouds, openWorld } from '../test/azure/world.ts'
import type { Figure } from './figure.ts'
import { type Scan, scan } from './scan.ts'

/** Milliseconds that every answer takes. */
const LATENCY = 50

/** Workspaces without keys, endpoints and attached resources, in one resource group of one subscription. */
const plain = (workspaces: number) =>
  scaleEstate({ workspaces, subscriptions: 1, sharedVault: true, sharedGroup: true })

/** What many workspaces of one subscription cost, whose quota they all have to share: 250 reads, then 25 a second. */
export async function oneSubscriptionFigures(): Promise<Figure[]> {
  const one = await scan(plain(1), LATENCY)
  // the fastest of three: nobody else is to be measured
  const forties = [await scan(plain(40), LATENCY), await scan(plain(40), LATENCY), await scan(plain(40), LATENCY)]
  const [forty] = forties.sort((a, b) => a.seconds - b.seconds) as [Scan, ...Scan[]]
  const many = await scan(plain(200), LATENCY)
  const trips = (serialDepth(one.cloud.requests.filter(({ kind }) => kind !== 'github')) * LATENCY) / 1000
  const quota = (many.reads - 250) / 25
  return [
    {
      name: 'Resource Manager reads a workspace, each further one of plain workspaces',
      measured: (many.reads - forty.reads) / 160,
      bound: 6,
      unit: '',
    },
    {
      name: `40 workspaces in one subscription, over the ${Math.round(trips * 1000)} ms that one takes, ${LATENCY} ms an answer`,
      measured: forty.seconds / trips,
      bound: 4,
      unit: '×',
    },
    { name: 'waits for the quota meanwhile', measured: await waits(40), bound: 0, unit: '' },
    {
      name: `time for 200 workspaces in one subscription, over the ${Math.round(quota)} s that the quota asks for`,
      measured: many.seconds / quota,
      bound: 1.1,
      unit: '×',
    },
    { name: 'requests refused for too many (429), in one subscription', measured: many.throttled, bound: 0, unit: '' },
  ]
}

/** How often anybody waits, on a clock that stands still until somebody does. */
async function waits(workspaces: number): Promise<number> {
  const world = await openWorld(plain(workspaces))
  await world.collect()
  closeClouds()
  return world.clock.slept.length
}
