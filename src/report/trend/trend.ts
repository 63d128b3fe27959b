import { dayNumber } from '../../calendar.ts'
import { count } from '../../text.ts'
import type { Day } from '../history.ts'
import { shortDate } from '../view/dates.ts'
import { xml } from '../view/xml.ts'
import { countAxis, dateAxis, percentAxis, percentY, plot, round, type Scale, scaleOf, xOf, yOf } from './scale.ts'
import { style } from './style.ts'
import { inWords, isIncomplete, span } from './words.ts'

const [WIDTH, HEIGHT] = [760, 344]

const severities = ['high', 'medium', 'low'] as const
const names = { high: 'High', medium: 'Medium', low: 'Low' }

/**
 * A picture of the history: failed checks by severity, stacked, and below them how much of the evidence could be read.
 * Days without a run are gaps.
 *
 * @param days at least one, oldest first
 */
export function trendSvg(days: Day[]): string {
  const scale = scaleOf(days)
  const parts = [
    ...countAxis(scale),
    ...bars(days, scale),
    ...incomplete(days, scale),
    ...legend(days),
    ...percentAxis(),
    ...coverage(days, scale),
    ...dateAxis(scale),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">${xml(`Failed checks and coverage, ${span(days)}`)}</title>
<desc id="desc">${xml(inWords(days))}</desc>
${style}
<rect class="card" x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="6"/>
<text class="head" x="16" y="28">Failed checks by severity</text>
<text class="head" x="16" y="${plot.read.top - 17}">Evidence that could be read</text>
${parts.join('\n')}
</svg>
`
}

function bars(days: Day[], scale: Scale): string[] {
  const width = barWidth(days, scale)
  const drawn = severities.flatMap((severity, index) => {
    const below = severities.slice(0, index)
    const path = days
      .filter((day) => day[severity] > 0)
      .map((day) => {
        const bottom = below.reduce((sum, each) => sum + day[each], 0)
        const [low, high] = [yOf(bottom, scale), yOf(bottom + day[severity], scale)]
        return `M${round(xOf(day.date, scale) - width / 2)} ${low}V${high}h${width}V${low}z`
      })
    return path.length === 0 ? [] : [`<path class="${severity}" d="${path.join('')}"/>`]
  })
  const middle = (plot.left + plot.right) / 2
  const none = `<text x="${middle}" y="${plot.failed.bottom - 12}" text-anchor="middle">No failed checks</text>`
  return drawn.length === 0 ? [none] : drawn
}

/** As broad as the runs are close, within reason; those of a year of nights touch each other. */
function barWidth(days: Day[], { step }: Scale): number {
  const numbers = days.map(({ date }) => dayNumber(date))
  const closest = Math.min(Infinity, ...numbers.slice(1).map((day, index) => day - Number(numbers[index])))
  const room = closest * step
  return round(Math.min(22, room < 4 ? Math.max(1.2, room) : room * 0.8))
}

/** A day on which not everything was decided must not look like a clean one. */
function incomplete(days: Day[], scale: Scale): string[] {
  const marks = days.filter(isIncomplete).map(({ date }) => diamond(xOf(date, scale), plot.failed.bottom + 4))
  return marks.length === 0 ? [] : [`<path class="incomplete" d="${marks.join('')}"/>`]
}

function diamond(x: number, top: number): string {
  return `M${x} ${top}l3 4l-3 4l-3-4z`
}

/** With the figures of the last run, so that nobody has to measure. */
function legend(days: Day[]): string[] {
  const last = days.at(-1) as Day
  const x = plot.right + 24
  const end = WIDTH - 24
  const top = plot.failed.top
  const rows = severities.map((severity, index) => {
    const y = top + 6 + (2 - index) * 26
    return `<rect class="${severity}" x="${x}" y="${y}" width="18" height="14"/><text x="${x + 28}" y="${y + 11}">${names[severity]}</text><text class="value" x="${end}" y="${y + 11}" text-anchor="end">${count(last[severity])}</text>`
  })
  const mark = `<path class="incomplete" d="${diamond(x + 9, top + 95)}"/><text x="${x + 28}" y="${top + 103}">Run was incomplete</text>`
  const read = `<text class="value" x="${end}" y="${percentY(last.coverage ?? 0) + 4}" text-anchor="end">${last.coverage} %</text>`
  return [
    `<text x="${x}" y="${top - 8}">Last run, ${shortDate(last.date)}</text>`,
    ...rows,
    ...(days.some(isIncomplete) ? [mark] : []),
    ...(last.coverage === null ? [] : [read]),
  ]
}

/** A line through days that follow each other; a day on its own is a dot. */
function coverage(days: Day[], scale: Scale): string[] {
  const runs: Day[][] = []
  for (const day of days) {
    if (day.coverage === null) continue
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && dayNumber(day.date) - dayNumber(before.date) === 1) run.push(day)
    else runs.push([day])
  }
  const point = (day: Day) => `${xOf(day.date, scale)} ${percentY(day.coverage ?? 0)}`
  const lines = runs.filter(({ length }) => length > 1).map((run) => `M${run.map(point).join('L')}`)
  const dots = runs.filter(({ length }) => length === 1).flat()
  return [
    ...(lines.length === 0 ? [] : [`<path class="line" d="${lines.join('')}"/>`]),
    ...dots.map(({ date, coverage }) => {
      return `<circle class="dot" cx="${xOf(date, scale)}" cy="${percentY(coverage ?? 0)}" r="2.5"/>`
    }),
  ]
}
