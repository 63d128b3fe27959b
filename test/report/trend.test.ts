import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumber } from '../../src/calendar.ts'
import type { Day } from '../../src/report/history.ts'
import { trendSvg } from '../../src/report/trend/trend.ts'

const end = dayNumber('2026-11-24')

function day(ago: number, changes: Partial<Day> = {}): Day {
  const date = dateOfDay(end - ago)
  const counts = { workspaces: 12, high: 1, medium: 2, low: 3, unknown: 0, waived: 0 }
  return { date, finishedAt: `${date}T02:10:00.000Z`, conclusion: 'fail', ...counts, coverage: 100, ...changes }
}

const nights = (count: number) => Array.from({ length: count }, (_, index) => day(count - 1 - index))

/** The bars of a severity: left, bottom and top of each, and their width. */
function bars(svg: string, severity: string) {
  const [, path = ''] = new RegExp(`<path class="${severity}" d="([^"]*)"`).exec(svg) ?? []
  return [...path.matchAll(/M([\d.-]+) ([\d.]+)V([\d.]+)h([\d.]+)/g)].map((found) => {
    const [left, bottom, top, width] = found.slice(1).map(Number) as [number, number, number, number]
    return { left, bottom, top, width }
  })
}

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('failed checks', () => {
  it('are stacked: high at the bottom, each as high as its count', () => {
    const svg = trendSvg(nights(7))
    const [high, medium, low] = ['high', 'medium', 'low'].map((severity) => bars(svg, severity)[0])
    expect(high && medium && low).toBeTruthy()
    const heights = [high, medium, low].map((bar) => Math.round(((bar?.bottom ?? 0) - (bar?.top ?? 0)) * 10) / 10)
    expect([medium?.bottom, low?.bottom]).toEqual([high?.top, medium?.top])
    expect(heights[1]).toBeCloseTo(2 * (heights[0] ?? 0), 0)
    expect(heights[2]).toBeCloseTo(3 * (heights[0] ?? 0), 0)
  })

  it('a day without a run is a gap', () => {
    const lefts = bars(trendSvg([day(3), day(2), day(0)]), 'high').map(({ left }) => left)
    const [first = 0, second = 0, third = 0] = lefts
    expect(lefts).toHaveLength(3)
    expect(third - second).toBeCloseTo(2 * (second - first), 0)
  })

  it('none are said to be none', () => {
    const clean = { conclusion: 'pass', high: 0, medium: 0, low: 0 } as const
    const svg = trendSvg([day(1, clean), day(0, clean)])
    expect(texts(svg)).toContain('No failed checks')
    expect(svg).not.toContain('NaN')
    expect(texts(trendSvg(nights(2)))).not.toContain('No failed checks')
  })

  it('of the last run stand in the legend, by name', () => {
    const shown = texts(trendSvg([day(1), day(0, { high: 2, medium: 0, low: 12_345 })]))
    expect(shown.join(' ')).toContain('High 2 Medium 0 Low 12,345')
    expect(shown).toContain('Last run, 24 Nov')
  })

  it('differ in pattern: only high is plain', () => {
    const svg = trendSvg(nights(1))
    expect(svg).toMatch(/<pattern id="medium".*<\/pattern>\n<pattern id="low"/)
    expect(svg).toContain('.medium{fill:url(#medium)}.low{fill:url(#low)}')
  })

  it('a day that was not decided is marked, and so is what the mark means', () => {
    const svg = trendSvg([day(1), day(0, { conclusion: 'incomplete', high: 0, medium: 0, low: 0 })])
    expect(svg).toMatch(/<path class="incomplete" d="M[\d.]+ 208l3 4l-3 4l-3-4z"\/>/)
    expect(texts(svg)).toContain('Run was incomplete')
    expect(texts(trendSvg(nights(2)))).not.toContain('Run was incomplete')
  })
})

describe('coverage', () => {
  const line = (svg: string) => /<path class="line" d="([^"]*)"/.exec(svg)?.[1]?.match(/[ML]/g)?.join('') ?? ''
  const dots = (svg: string) => svg.match(/<circle class="dot"/g)?.length ?? 0

  it.each<[string, Day[], string, number]>([
    ['nights in a row are a line', nights(3), 'MLL', 0],
    ['a gap breaks it', [day(4), day(3), day(1), day(0)], 'MLML', 0],
    ['a night on its own is a dot', [day(4), day(1), day(0)], 'ML', 1],
    ['every week', [day(14), day(7), day(0)], '', 3],
    ['a single run', [day(0)], '', 1],
    ['where nothing was needed there is none', [day(2), day(1, { coverage: null }), day(0)], '', 2],
  ])('%s', (_, days, path, points) => {
    const svg = trendSvg(days)
    expect([line(svg), dots(svg)]).toEqual([path, points])
  })

  it('of the last run is said', () => {
    expect(texts(trendSvg([day(0, { coverage: 97.5 })]))).toContain('97.5 %')
    expect(texts(trendSvg([day(0, { coverage: null })])).filter((text) => text?.endsWith(' %'))).toEqual([
      '0 %',
      '50 %',
      '100 %',
    ])
  })
})

describe('dates', () => {
  it.each<[string, Day[], string[]]>([
    ['one', nights(1), ['24 Nov']],
    ['a week', nights(4), ['21 Nov', '22 Nov', '23 Nov', '24 Nov']],
    ['two months', nights(61), ['25 Sep', '10 Oct', '25 Oct', '9 Nov', '24 Nov']],
    ['over new year', nights(400), ['21 Oct 2025', '29 Jan 2026', '9 May 2026', '16 Aug 2026', '24 Nov 2026']],
  ])('%s', (_, days, expected) => {
    const shown = texts(trendSvg(days)).filter((text) => /^\d+ [A-Z][a-z]{2}( \d{4})?$/.test(text ?? ''))
    expect(shown).toEqual(expected)
  })
})

describe('for those who do not see it', () => {
  it('there is a title and a description', () => {
    const days = [day(2, { high: 9 }), day(1, { conclusion: 'incomplete' }), day(0, { coverage: 97.5 })]
    const svg = trendSvg(days)
    expect(svg).toContain('role="img" aria-labelledby="title desc"')
    expect(svg).toContain('<title id="title">Failed checks and coverage, 22 Nov 2026 to 24 Nov 2026</title>')
    expect(svg).toContain(
      '<desc id="desc">Last run on 24 Nov 2026: 1 high, 2 medium and 3 low failed. 97.5 % of the evidence could be read. The highest number of high-severity failures was 9, on 22 Nov 2026. 1 of 3 runs could not decide everything.</desc>',
    )
  })

  it('colours follow the system, on a ground of their own', () => {
    expect(trendSvg(nights(1))).toMatch(/\.card\{fill:#fff.*@media\(prefers-color-scheme:dark\)\{\.card\{fill:#0d1117/s)
  })
})

it('whatever the days: everything is inside the picture and a number', () => {
  const any = fc.record({
    conclusion: fc.constantFrom('pass' as const, 'fail' as const, 'incomplete' as const),
    high: fc.nat(1_000_000),
    medium: fc.nat(50),
    low: fc.nat(5),
    coverage: fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
  })
  const history = fc
    .uniqueArray(fc.nat(399), { minLength: 1, maxLength: 60 })
    .chain((ages) => fc.tuple(...ages.sort((a, b) => b - a).map((age) => any.map((changes) => day(age, changes)))))
  fc.assert(
    fc.property(history, (days) => {
      const svg = trendSvg(days)
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
      for (const severity of ['high', 'medium', 'low']) {
        for (const { left, bottom, top, width } of bars(svg, severity)) {
          expect(left).toBeGreaterThanOrEqual(40)
          expect(left + width).toBeLessThanOrEqual(576)
          expect(bottom).toBeLessThanOrEqual(204)
          expect(top).toBeGreaterThanOrEqual(64)
        }
      }
    }),
  )
})
