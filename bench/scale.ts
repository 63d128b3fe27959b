import { serialDepth } from '../simulator/depth.ts'
import { oneEstate } from '../simulator/estates/one.ts'
import { scaleEstate } from '../simulator/estates/scale.ts'
import { compileQuery } from '../simulator/kql.ts'
import type { Figure } from './figure.ts'
import { scan } from './scan.ts'

/** Milliseconds for an answer to one workspace: long beside the time to take answers in, which tells apart what belongs together. */
const LATENCY = 250

/** What scans of 1, 1,000 and 10,000 workspaces cost against the quotas that Azure documents. */
export async function scaleFigures(): Promise<Figure[]> {
  compileQuery('resources | project id')
  const one = await scan(oneEstate(), LATENCY)
  const thousand = await scan(scaleEstate({ workspaces: 1000, subscriptions: 10 }))
  const tenThousand = await scan(scaleEstate({ workspaces: 10_000, subscriptions: 100 }))
  const quota = Math.max(5 * (Math.ceil(tenThousand.queries / 15) - 1), (tenThousand.requests / 100 - 250) / 25)
  const azure = one.cloud.requests.filter(({ kind }) => kind !== 'github')
  return [
    { name: 'Resource Graph queries, 1 workspace with all links', measured: one.queries, bound: 9, unit: '' },
    {
      name: 'round trips one behind the other before the comment, 1 workspace',
      measured: serialDepth(azure),
      bound: 9,
      unit: '',
    },
    {
      name: 'Resource Graph queries, 1,000 workspaces in 10 subscriptions',
      measured: thousand.queries,
      bound: 20,
      unit: '',
    },
    {
      name: 'Resource Graph queries, 10,000 workspaces in 100 subscriptions',
      measured: tenThousand.queries,
      bound: 120,
      unit: '',
    },
    {
      name: `time for 10,000 workspaces, over the ${Math.round(quota)} s that the quotas ask for`,
      measured: tenThousand.seconds / quota,
      bound: 1.1,
      unit: '×',
    },
    {
      name: `processor time of the action for that, over the same (the simulated cloud took ${Math.round(tenThousand.busy.cloud)} s beside it)`,
      measured: tenThousand.busy.action / quota,
      bound: 1.5,
      unit: '×',
    },
    {
      name: 'requests refused for too many (429)',
      measured: one.throttled + thousand.throttled + tenThousand.throttled,
      bound: 0,
      unit: '',
    },
    { name: 'memory at 10,000 workspaces', measured: tenThousand.megabytes, bound: 512, unit: 'MB' },
    {
      name: 'requests, 10,000 over 1,000 workspaces',
      measured: tenThousand.requests / thousand.requests,
      bound: 10.5,
      unit: '×',
    },
    {
      name: 'memory, 10,000 over 1,000 workspaces',
      measured: tenThousand.megabytes / thousand.megabytes,
      bound: 10.5,
      unit: '×',
    },
  ]
}
