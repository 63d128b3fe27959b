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

/** What somebody hears, or sees who points at it. */
describe('the title says the same in a sentence', () => {
  it.each<[words: string, ReturnType<typeof header>, Partial<Policy>]>([
    ['passing, 12 workspaces', header('pass'), {}],
    ['skipped', header('skipped'), {}],
    ['incomplete, not everything could be decided', header('incomplete'), {}],
    ['1 high-severity failure', header('fail', { high: 1 }), {}],
    ['2 medium-severity failures', header('fail', { medium: 2 }), { failOnSeverity: 'medium' }],
    ['failing', header('fail'), {}],
    ['2 high-severity failures, none new', header('pass', { high: 2 }), { failOnNewOnly: true }],
    ['2 low-severity failures', header('pass', { low: 2 }), { failOnSeverity: 'never' }],
  ])('%s', (words, of, changes) => {
    expect(badgeOf(of, { ...policy, ...changes }).title).toBe(`encryption: ${words}, checked on 4 Nov 2026`)
  })

  it('of a stale one, too', () => {
    expect(staleBadge('2026-11-04T02:10:00.000Z').title).toBe('encryption: stale, last checked on 4 Nov 2026')
  })
})

describe('the picture', () => {
  const drawn = (label: string, message: string) => {
    const svg = badgeSvg({ label, message, color: 'red', isError: false, title: 't' })
    const [left, right] = [...svg.matchAll(/<path fill="#[0-9a-f]+" d="M\d+ 0h(\d+)v20/g)].map(([, width]) =>
      Number(width),
    )
    const texts = [...svg.matchAll(/<text x="([\d.]+)" y="(\d+)" textLength="(\d+)"([^>]*)>([^<]*)</g)]
    return { svg, left: left as number, right: right as number, texts: texts.map((match) => match.slice(1)) }
  }

  it('has each text, with its shadow, in the middle of its half', () => {
    const { svg, left, right, texts } = drawn('ab', 'cdef')
    const shadow = ' fill="#010101" fill-opacity=".3"'
    const [first, second] = [String(left / 2 + 0.5), String(left + right / 2 - 0.5)]
    expect(texts).toEqual([
      [first, '15', String(left - 10), shadow, 'ab'],
      [first, '14', String(left - 10), '', 'ab'],
      [second, '15', String(right - 10), shadow, 'cdef'],
      [second, '14', String(right - 10), '', 'cdef'],
    ])
    expect(svg).toContain(`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20"`)
    expect(svg).toContain(`d="M${left} 0h${right}v20H${left}z"`)
  })

  // Verdana at 11 pixels, as shields.io has it
  it.each([
    ['iiii', 15],
    ['rrrr', 22],
    ['eeee', 27],
    ['DDDD', 32],
    ['mmmm', 40],
  ])('is as wide as %s is', (text, width) => {
    expect(drawn(text, 'x').left).toBe(width + 10)
  })
})
