import { describe, expect, it } from 'vitest'
import { createVersions } from '../../../src/azure/reader/versions.ts'
import { ReadFailure } from '../../../src/azure/requests/read-failure.ts'

const all = ['2026-01-01', '2025-01-01', '2024-01-01']
const unsupported = new ReadFailure('api-unsupported', 'No.', 400)

/** A cloud that knows these, and what it was asked with. */
function cloudWith(...known: string[]) {
  const asked: string[] = []
  const read = async (version: string) => {
    asked.push(version)
    if (!known.includes(version)) throw unsupported
    return version
  }
  return { asked, read, known }
}

describe('api-versions', () => {
  it('are tried best first, and the one that works comes first from then on', async () => {
    const { asked, read } = cloudWith('2024-01-01')
    const { inTurn } = createVersions()
    for (let time = 0; time < 3; time += 1) await inTurn('a/b', all, read)
    expect(asked).toEqual([...all, '2024-01-01', '2024-01-01'])
  })

  it('are known type by type', async () => {
    const { asked, read } = cloudWith('2024-01-01')
    const { inTurn } = createVersions()
    await inTurn('a/b', all, read)
    await inTurn('a/c', all, read)
    expect(asked).toEqual([...all, ...all])
  })

  it('that worked and are refused elsewhere give way to the others', async () => {
    const cloud = cloudWith('2024-01-01')
    const { inTurn } = createVersions()
    await inTurn('a/b', all, cloud.read)
    cloud.known.splice(0, 1, '2025-01-01')
    expect(await inTurn('a/b', all, cloud.read)).toEqual({ answer: '2025-01-01', apiVersion: '2025-01-01' })
  })

  it('of which none is known: the last refusal', async () => {
    const { asked, read } = cloudWith()
    await expect(createVersions().inTurn('a/b', all, read)).rejects.toBe(unsupported)
    expect(asked).toEqual(all)
  })

  it('are no cure for what fails otherwise', async () => {
    const asked: string[] = []
    const read = async (version: string) => {
      asked.push(version)
      throw new ReadFailure('forbidden', 'No.', 403)
    }
    await expect(createVersions().inTurn('a/b', all, read)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(asked).toEqual(['2026-01-01'])
  })
})

describe('of many reads at once', () => {
  it('two find out for all', async () => {
    const { asked, read } = cloudWith('2024-01-01')
    const { behindScouts } = createVersions()
    await Promise.all(Array.from({ length: 50 }, () => behindScouts('a/b', all, read)))
    expect(asked).toHaveLength(2 * 3 + 48)
  })

  it('one that hangs holds up nobody', async () => {
    const { behindScouts } = createVersions()
    void behindScouts('a/b', all, () => new Promise(() => undefined))
    const others = Array.from({ length: 5 }, () => behindScouts('a/b', all, async () => 'here'))
    expect(await Promise.all(others)).toHaveLength(5)
  })

  it('those that fail let the others try', async () => {
    const { behindScouts } = createVersions()
    const failing = Array.from({ length: 2 }, () =>
      behindScouts('a/b', all, async () => {
        throw new ReadFailure('throttled', 'Later.', 429)
      }).catch(() => 'failed'),
    )
    expect(await behindScouts('a/b', all, async () => 'here')).toMatchObject({ answer: 'here' })
    expect(await Promise.all(failing)).toEqual(['failed', 'failed'])
  })

  it('nobody waits where there is nothing to find out', async () => {
    const { behindScouts } = createVersions()
    const hangs = () => new Promise<string>(() => undefined)
    for (let time = 0; time < 3; time += 1) void behindScouts('a/b', ['2026-01-01'], hangs)
    expect(await behindScouts('a/b', ['2026-01-01'], async () => 'here')).toMatchObject({ answer: 'here' })
  })
})
