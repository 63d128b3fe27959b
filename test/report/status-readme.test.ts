import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/report/history.ts'
import { mayReplaceReadme, type StatusPage, statusReadme } from '../../src/report/status-readme.ts'

function day(date: string, changes: Partial<Day> = {}): Day {
  const counts = { workspaces: 12, high: 1, medium: 2, low: 1234, unknown: 5, waived: 6 }
  return { date, finishedAt: `${date}T02:10:00.000Z`, conclusion: 'fail', ...counts, coverage: 97.5, ...changes }
}

function page(changes: Partial<StatusPage> = {}): string {
  return statusReadme({
    reportId: 'default',
    days: [day('2026-11-24')],
    runUrl: 'https://github.com/contoso/ml-platform/actions/runs/1',
    repositoryUrl: 'https://github.com/contoso/ml-platform',
    branch: 'encryption-status',
    at: (file) => file,
    docs: 'https://github.com/OWNER/azureml-encryption-check/blob/v1.0.0',
    ...changes,
  })
}

describe('the front page of the status branch', () => {
  it('shows badge and trend, in words too', () => {
    expect(page()).toContain('![Badge: the outcome in short](badge.svg)')
    expect(page()).toMatch(/!\[Failed checks and coverage, 24 Nov 2026; .+\]\(trend\.svg\)/)
    expect(page()).toContain('Last run on 24 Nov 2026: 1 high, 2 medium and 1,234 low failed.')
    expect(page()).toContain('[Open the run](https://github.com/contoso/ml-platform/actions/runs/1)')
  })

  it('has a table of the last runs, newest first', () => {
    const days = Array.from({ length: 30 }, (_, index) => day(`2026-11-${String(index + 1).padStart(2, '0')}`))
    const rows = page({ days: [...days, day('2026-12-01', { conclusion: 'incomplete', coverage: null })] })
      .split('\n')
      .filter((line) => /^\| \d/.test(line))
    expect(rows).toHaveLength(14)
    expect(rows[0]).toBe('| 1 Dec 2026 | ⚠️ incomplete | 1 | 2 | 1,234 | 5 | 6 | 12 | – |')
    expect(rows[1]).toBe('| 30 Nov 2026 | ❌ failed | 1 | 2 | 1,234 | 5 | 6 | 12 | 97.5 % |')
  })

  it.each<[string, Partial<StatusPage>, string]>([
    [
      'at the root',
      {},
      '[![encryption](https://github.com/contoso/ml-platform/raw/encryption-status/badge.svg)](https://github.com/contoso/ml-platform/tree/encryption-status)',
    ],
    [
      'in a folder',
      { reportId: 'payments', at: (file) => `payments/${file}` },
      '/raw/encryption-status/payments/badge.svg)](https://github.com/contoso/ml-platform/tree/encryption-status/payments)',
    ],
    ['on an odd branch', { branch: 'état/#1' }, '/raw/%C3%A9tat/%231/badge.svg)'],
  ])('says how to show the badge: %s', (_, changes, expected) => {
    expect(page(changes)).toContain(expected)
  })

  it('says who writes it, and what to do about an old badge', () => {
    expect(page()).toMatch(
      /azureml-encryption-check.+ writes this branch .+ do not edit them; it leaves other files alone/,
    )
    expect(page()).toContain('If the date on the badge is older than yesterday, check that the workflow still runs.')
  })
})

describe('the README of the branch', () => {
  it.each<[string, string | null, string, boolean]>([
    ['there is none', null, 'default', true],
    ['it is ours', page(), 'default', true],
    ['it is ours, with other line ends', page().replaceAll('\n', '\r\n'), 'default', true],
    ['it is of another report', page(), 'payments', false],
    ['somebody wrote it', '# My branch\n', 'default', false],
    ['it is empty', '', 'default', false],
  ])('may be replaced when %s', (_, previous, reportId, expected) => {
    expect(mayReplaceReadme(previous, reportId)).toBe(expected)
  })
})
