import { describe, expect, it } from 'vitest'
import { scaleEstate } from '../cloud/estates/scale.ts'
import { act, cloudOf } from './act.ts'

const azure = 'management.azure.com:443'

describe('behind a proxy', () => {
  it('a scan opens a tunnel for what is under way at once, not for each request', async () => {
    const cloud = await cloudOf({ estate: scaleEstate({ workspaces: 60, subscriptions: 1 }) })
    await act(cloud)
    expect(cloud.count('resource-manager')).toBeGreaterThan(500)
    expect(cloud.tunnels.filter((authority) => authority === azure).length).toBeLessThanOrEqual(64 + 2)
  })

  it('what NO_PROXY names is reached without one', async () => {
    const cloud = await cloudOf()
    const { resourceManager, authority } = cloud.urls
    const inputs = { environment: 'custom', 'resource-manager-url': resourceManager, 'authority-host': authority }
    const { outputs } = await act(cloud, { inputs, door: 'direct' })
    expect(outputs.conclusion).toBe('fail')
    expect(cloud.tunnels).toEqual([])
  })
})
