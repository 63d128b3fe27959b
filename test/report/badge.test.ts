import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conclusion, Policy, Severity } from '../../src/model.ts'
import { badgeJson, badgeOf, badgeSvg, staleBadge } from '../../src/report/badge.ts'
import { policy, report } from './builder.ts'

function header(conclusion: Conclusion, failed: Partial<Record<Severity, number>> = {}, workspaces = 12) {
  const { summary, run } = report()
  const failedBySeverity = { high: 0, medium: 0, low: 0, info: 0, ...failed }
  return {
    conclusion,
    run: { ...run, finishedAt: '2026-11-04T02:10:00.000Z' },
    summary: { ...summary, workspaces, failedBySeverity },
  }
}

describe('the badge', () => {
  it.each<[string, ReturnType<typeof header>, Partial<Policy>, string, string]>([
    ['pass', header('pass'), {}, 'passing · 12 workspaces', 'brightgreen'],
    ['pass, one workspace', header('pass', {}, 1), {}, 'passing · 1 workspace', 'brightgreen'],
    [
      'failures below the threshold',
      header('pass', { medium: 3, low: 9 }),
      {},
      'passing · 12 workspaces',
      'brightgreen',
    ],
    ['advice', header('pass', { info: 7 }), { failOnSeverity: 'low' }, 'passing · 12 workspaces', 'brightgreen'],
    ['fail', header('fail', { high: 2, medium: 3 }), {}, '2 high', 'red'],
    ['fail, worst first', header('fail', { high: 1, low: 9 }), { failOnSeverity: 'low' }, '1 high', 'red'],
    [
      'medium at its threshold',
      header('fail', { medium: 3, low: 9 }),
      { failOnSeverity: 'medium' },
      '3 medium',
      'orange',
    ],
    ['low at its threshold', header('fail', { low: 1234 }), { failOnSeverity: 'low' }, '1,234 low', 'yellow'],
    ['fail that does not fail the job', header('fail', { high: 2 }), { warnOnly: true }, '2 high', 'red'],
    ['fail without a count', header('fail'), {}, 'failing', 'red'],
    ['incomplete', header('incomplete', { medium: 3 }), {}, 'incomplete', 'yellow'],
    ['incomplete that lets the job pass', header('incomplete'), { onUnknown: 'warn' }, 'incomplete', 'yellow'],
    ['nothing new', header('pass', { high: 2 }), { failOnNewOnly: true }, '2 high, none new', 'yellow'],
    ['nothing can fail', header('pass', { high: 2 }), { failOnSeverity: 'never' }, '2 high', 'yellow'],
    [
      'nothing can fail and nothing does',
      header('pass'),
      { failOnSeverity: 'never' },
      'passing · 12 workspaces',
      'brightgreen',
    ],
    ['skipped', header('skipped', {}, 0), {}, 'skipped', 'lightgrey'],
  ])('%s', (_, of, changes, message, color) => {
    const badge = badgeOf(of, { ...policy, ...changes })
    expect(badge).toMatchObject({ label: 'encryption', message: `${message} · 4 Nov`, color })
    expect(badge.isError).toBe(of.conclusion === 'fail' || of.conclusion === 'incomplete')
  })

  it('is not green where nothing can fail and something was not decided', () => {
    const { summary, ...rest } = header('pass')
    const of = { ...rest, summary: { ...summary, unknown: 1 } }
    expect(badgeOf(of, { ...policy, failOnSeverity: 'never' })).toMatchObject({
      message: 'incomplete · 4 Nov',
      color: 'yellow',
    })
    expect(badgeOf(of, policy).color).toBe('brightgreen')
  })

  it('is never green unless everything was decided and nothing fails at the threshold', () => {
    const counts = fc.record({ high: fc.nat(3), medium: fc.nat(3), low: fc.nat(3), info: fc.nat(3) })
    const conclusions = fc.constantFrom<Conclusion>('pass', 'fail', 'incomplete', 'skipped')
    const policies = fc.record({
      failOnSeverity: fc.constantFrom<Policy['failOnSeverity']>('high', 'medium', 'low', 'never'),
      failOnNewOnly: fc.boolean(),
      warnOnly: fc.boolean(),
    })
    fc.assert(
      fc.property(conclusions, counts, policies, (conclusion, failed, changes) => {
        const { color } = badgeOf(header(conclusion, failed), { ...policy, ...changes })
        if (color === 'brightgreen') expect([conclusion, failed.high]).toEqual(['pass', 0])
      }),
    )
  })

  it('says itself to those who hear it, with the year', () => {
    const said = (of: ReturnType<typeof header>) => badgeOf(of, policy).title
    expect(said(header('pass'))).toBe('encryption: passing, 12 workspaces, checked on 4 Nov 2026')
    expect(said(header('fail', { high: 1 }))).toBe('encryption: 1 high-severity failure, checked on 4 Nov 2026')
    expect(said(header('incomplete'))).toMatch(/^encryption: incomplete, not everything could be decided, checked/)
  })

  it('is stale and grey, with the date of the last result', () => {
    expect(staleBadge('2026-11-01T02:10:00.000Z')).toMatchObject({
      message: 'stale · 1 Nov',
      color: 'lightgrey',
      isError: true,
    })
  })
})

describe('its files', () => {
  const badge = badgeOf(header('fail', { high: 2 }), policy)

  it('JSON is what shields.io takes from an endpoint, and no more', () => {
    expect(JSON.parse(badgeJson(badge))).toEqual({
      schemaVersion: 1,
      label: 'encryption',
      message: '2 high · 4 Nov',
      color: 'red',
      isError: true,
    })
  })

  it('SVG has both halves, a name, and no text outside of it', () => {
    const svg = badgeSvg(badge)
    const [, width] = /<svg [^>]*width="(\d+)"/.exec(svg) ?? []
    const halves = [...svg.matchAll(/<path fill="#[0-9a-f]+" d="M\d+ 0h(\d+)v20/g)].map(([, part]) => Number(part))
    expect(halves.reduce((sum, part) => sum + part, 0)).toBe(Number(width))
    expect(svg).toContain(`role="img" aria-label="${badge.title}"`)
    expect(svg).toContain(`<title>${badge.title}</title>`)
    expect(svg.match(/>2 high · 4 Nov<\/text>/g)).toHaveLength(2)
    expect(svg).toContain('fill="#cf222e"')
  })

  it('SVG escapes whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tags = badgeSvg({ ...badge, message: text, title: text }).replaceAll(/="[^"<>]*"/g, '')
        expect(tags.match(/<\/?\w+/g)).toEqual(
          badgeSvg(badge)
            .replaceAll(/="[^"<>]*"/g, '')
            .match(/<\/?\w+/g),
        )
        expect(tags).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)|[^\P{Cc}\n]/u)
      }),
    )
  })
})
