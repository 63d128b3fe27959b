import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BaselineError, compare, isNew, readBaseline } from '../../src/baseline/compare.ts'
import type { FindingStatus } from '../../src/model.ts'

const now = new Date('2026-11-24T03:00:00Z')
const group = '/subscriptions/01234567-89ab-cdef-0123-456789abcdef/resourceGroups/rg/providers'
const workspace = (name: string) => ({ id: `${group}/Microsoft.MachineLearningServices/workspaces/${name}`, name })

function reportOf(changes: object = {}) {
  return {
    schemaVersion: '1.0',
    run: { finishedAt: '2026-11-23T03:00:00.000Z' },
    conclusion: 'fail',
    workspaces: [
      {
        ...workspace('mlw-a'),
        findings: [
          { fingerprint: 'failed', status: 'fail' },
          { fingerprint: 'unknown', status: 'unknown' },
          { fingerprint: 'waived', status: 'waived' },
          { fingerprint: 'passed', status: 'pass' },
        ],
      },
    ],
    ...changes,
  }
}

const baselineOf = (changes: object = {}) => readBaseline(JSON.stringify(reportOf(changes)), 'base.json', now)

describe('what is new', () => {
  it.each<[FindingStatus, string, boolean]>([
    ['fail', 'failed', false],
    ['fail', 'unknown', true],
    ['fail', 'waived', true],
    ['fail', 'passed', true],
    ['fail', 'not there', true],
    ['unknown', 'failed', false],
    ['unknown', 'unknown', false],
    ['unknown', 'waived', true],
    ['unknown', 'passed', true],
    ['unknown', 'not there', true],
    ['waived', 'not there', false],
    ['pass', 'not there', false],
  ])('%s now, %s then: %s', (status, fingerprint, expected) => {
    expect(isNew({ status, fingerprint }, baselineOf())).toBe(expected)
  })

  it('nothing is said without a baseline', () => {
    expect(isNew({ status: 'fail', fingerprint: 'failed' }, null)).toBeNull()
  })
})

describe('a baseline that cannot be used', () => {
  it.each<[string, string, RegExp]>([
    ['no JSON', '{"a":', /^base\.json is not JSON\.$/],
    ['empty', '', /is not JSON/],
    ['a list', '[]', /not a JSON report of this action/],
    ['a word', '"report"', /not a JSON report/],
    ['null', 'null', /not a JSON report/],
    ['of something else', '{"schemaVersion":"1.0"}', /not a JSON report/],
    ['workspaces of another shape', '{"schemaVersion":"1.0","workspaces":{}}', /not a JSON report/],
    ['a newer schema', '{"schemaVersion":"2.0","workspaces":[]}', /schema version 2\.0.+reads 1\.x/],
    ['a version that is none', '{"schemaVersion":"latest","workspaces":[]}', /schema version latest/],
    ['a version that is a number', '{"schemaVersion":1,"workspaces":[]}', /not a JSON report/],
    ['skipped', '{"schemaVersion":"1.0","workspaces":[],"conclusion":"skipped"}', /skipped/],
  ])('%s', (_, text, expected) => {
    expect(() => readBaseline(text, 'base.json', now)).toThrow(expected)
  })

  it('any JSON is read or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          readBaseline(text, 'base.json', now)
        } catch (error) {
          expect(error).toBeInstanceOf(BaselineError)
        }
      }),
    )
  })

  it('findings that make no sense count as new, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (findings) => {
        const baseline = baselineOf({ workspaces: [{ ...workspace('mlw-a'), findings }, null, 3] })
        expect(isNew({ status: 'fail', fingerprint: 'failed' }, baseline)).toBe(true)
      }),
    )
  })
})

describe('how far a baseline can be relied on', () => {
  it.each<[string, object, RegExp[]]>([
    ['of yesterday', {}, []],
    ['seven days old', { run: { finishedAt: '2026-11-17T03:00:00Z' } }, []],
    ['eight days old', { run: { finishedAt: '2026-11-16T03:00:00Z' } }, [/is 8 days old/]],
    ['of the next hour', { run: { finishedAt: '2026-11-24T03:59:00Z' } }, []],
    ['of tomorrow', { run: { finishedAt: '2026-11-25T03:00:00Z' } }, [/in the future, on 2026-11-25T03:00:00\.000Z/]],
    ['without a date', { run: {} }, [/does not say when/]],
    ['without a run', { run: null }, [/does not say when/]],
    ['of a later minor version', { schemaVersion: '1.3' }, []],
  ])('%s', (_, changes, expected) => {
    expect(baselineOf(changes).notes).toEqual(expected.map((pattern) => expect.stringMatching(pattern)))
  })
})

describe('workspaces that came and went', () => {
  const alias = (id: string) => `ws-${id.length}`

  it.each<[string, string[], string[], string[], RegExp[]]>([
    ['the same', ['mlw-a'], [], [], []],
    ['in another case', ['MLW-A'], [], [], []],
    ['one more', ['mlw-a', 'mlw-b'], ['mlw-b'], [], []],
    ['another one', ['mlw-b'], ['mlw-b'], ['mlw-a'], [/of another scope: no workspace of this run is among its 1\./]],
    ['none', [], [], ['mlw-a'], []],
  ])('%s', (_, names, added, removed, notes) => {
    const found = compare(baselineOf(), names.map(workspace), { fixed: [], weighed: [], found: [] }, alias)
    expect(found).toMatchObject({ added, removed, since: '2026-11-23T03:00:00.000Z' })
    expect(found.notes).toEqual(notes.map((pattern) => expect.stringMatching(pattern)))
  })

  it('a published report calls them by their pseudonyms', () => {
    const baseline = baselineOf({ workspaces: [{ id: alias(workspace('mlw-a').id), name: 'ws-1', findings: [] }] })
    expect(compare(baseline, [workspace('mlw-a')], { fixed: [], weighed: [], found: [] }, alias)).toMatchObject({
      added: [],
      removed: [],
      notes: [],
    })
  })
})
