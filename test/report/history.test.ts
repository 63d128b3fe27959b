import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, dayOf, historyJson, withDay } from '../../src/report/history.ts'
import { examples, finding, ids, report, workspace } from './builder.ts'

function day(date: string, changes: Partial<Day> = {}): Day {
  return {
    date,
    finishedAt: `${date}T02:10:00.000Z`,
    conclusion: 'pass',
    workspaces: 12,
    high: 0,
    medium: 3,
    low: 4,
    unknown: 0,
    waived: 1,
    coverage: 100,
    ...changes,
  }
}

const dates = (days: Day[]) => days.map(({ date }) => date)

it('a day is what the report says of itself, without recommendations among what failed or is undecided', () => {
  const failed = finding('storage/shared-key', ids.storage('st'), { severity: 'info' })
  const unknown = examples.unreadable('key-vault/soft-delete', { severity: 'info' })
  const found = [examples.purge(), examples.admin(), examples.tls(), failed, unknown, examples.waived()]
  const workspaces = [workspace('mlw', found)]
  const { run, ...rest } = report({ conclusion: 'fail', workspaces, percent: 97.5 })
  expect(dayOf({ ...rest, run: { ...run, finishedAt: '2026-11-24T23:59:59.000Z' } })).toEqual(
    day('2026-11-24', {
      finishedAt: '2026-11-24T23:59:59.000Z',
      conclusion: 'fail',
      workspaces: 1,
      high: 1,
      medium: 1,
      low: 1,
      coverage: 97.5,
      run: { id: '19612345678', sha: run.sha, version: '1.0.0', profile: 'baseline' },
    }),
  )
})

describe('the history', () => {
  const today = day('2026-11-24')

  it('begins with today', () => {
    expect(withDay(null, today)).toEqual({ days: [today], note: null })
  })

  it('is a line a day, oldest first', () => {
    const text = historyJson([day('2026-11-22'), day('2026-11-23')])
    const { days, note } = withDay(text, today)
    expect([dates(days), note]).toEqual([['2026-11-22', '2026-11-23', '2026-11-24'], null])
    const lines = historyJson(days).split('\n')
    expect([lines.length, lines[0], lines.at(-2)]).toEqual([6, '[', ']'])
    expect(JSON.parse(lines[3] ?? '')).toEqual(today)
  })

  it('a second run on a day replaces the first', () => {
    const text = historyJson([day('2026-11-23'), { ...today, high: 2 }])
    expect(withDay(text, today).days).toEqual([day('2026-11-23'), today])
  })

  it('keeps 400 days, and gaps', () => {
    const text = historyJson([day('2025-10-20'), day('2025-10-21'), day('2026-03-01')])
    expect(dates(withDay(text, today).days)).toEqual(['2025-10-21', '2026-03-01', '2026-11-24'])
  })

  it('keeps tomorrow, when a clock is a day off, but not the day after', () => {
    const text = historyJson([day('2026-11-25'), day('2026-11-26'), day('9999-01-01')])
    expect(dates(withDay(text, today).days)).toEqual(['2026-11-24', '2026-11-25'])
  })

  it.each([
    '',
    'no JSON',
    '{}',
    'null',
    '"text"',
    '[',
    '<<<<<<< HEAD\n[]',
  ])('starts again, and says so, after %j', (text) => {
    const { days, note } = withDay(text, today)
    expect([days, note]).toEqual([[today], expect.stringMatching(/could not be read, so a new history begins/)])
  })

  it.each<[string, unknown]>([
    ['no object', null],
    ['a number', 7],
    ['a list', []],
    ['another date', { ...today, date: '24 Nov' }],
    ['a date that is none', { ...today, date: '2026-02-30' }],
    ['no date', { ...today, date: undefined }],
    ['a conclusion that nobody knows', { ...today, conclusion: 'green' }],
    ['a count as text', { ...today, high: '0' }],
    ['a negative count', { ...today, low: -1 }],
    ['a broken count', { ...today, low: 1.5 }],
    ['no count', { ...today, unknown: undefined }],
    ['coverage above all', { ...today, coverage: 101 }],
    ['coverage as text', { ...today, coverage: '100' }],
  ])('leaves out a line with %s, and says how many', (_, line) => {
    const { days, note } = withDay(JSON.stringify([day('2026-11-23'), line]), today)
    expect([dates(days), note]).toEqual([['2026-11-23', '2026-11-24'], 'Ignored 1 invalid line of history.json.'])
  })

  it.each([
    undefined,
    'soon',
    '2026-11-20T00:00:00.000Z',
  ])('a day without the time of its run (%s) stays', (finishedAt) => {
    const [first] = withDay(JSON.stringify([{ ...day('2026-11-23'), finishedAt }]), today).days
    expect(first?.finishedAt).toBe('2026-11-23T00:00:00.000Z')
  })

  const run = { id: '9', sha: 'f'.repeat(40), version: '1.1.0', profile: 'baseline' as const }
  it.each<[string, unknown, Day['run']]>([
    ['of an older version, none', undefined, undefined],
    ['all', run, run],
    ['what GitHub does not know', { ...run, id: '', sha: '' }, { ...run, id: '', sha: '' }],
    ['nothing where it is no run', 'x', undefined],
    ['nothing where a version is none', { ...run, version: '<b>' }, undefined],
    ['nothing where a commit is none', { ...run, sha: 'main' }, undefined],
    ['nothing where nobody knows the profile', { ...run, profile: 'strict' }, undefined],
  ])('keeps of the run of a day %s', (_, written, kept) => {
    const [first] = withDay(JSON.stringify([{ ...day('2026-11-23'), run: written }]), today).days
    expect(first).toEqual(kept ? day('2026-11-23', { run: kept }) : day('2026-11-23'))
  })

  it('drops what it does not know of a line', () => {
    const [first] = withDay(JSON.stringify([{ ...day('2026-11-23'), html: '<script>' }]), today).days
    expect(first).toEqual(day('2026-11-23'))
  })

  it('whatever the file is: sorted, no day twice, at most 401 days, today among them', () => {
    const lines = fc.array(
      fc.oneof(
        fc.anything(),
        fc
          .date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
          .map((date) => day(date.toISOString().slice(0, 10))),
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          lines.map((all) => JSON.stringify(all)),
        ),
        (text) => {
          const found = dates(withDay(text, today).days)
          expect(found).toEqual([...new Set(found)].sort())
          expect(found).toContain('2026-11-24')
        },
      ),
    )
  })
})
