import type { Policy, ReportHeader, Severity } from '../model.ts'
import { count, plural } from '../text.ts'
import { longDate, shortDate } from './view/dates.ts'
import { reaching } from './view/items.ts'
import { xml } from './view/xml.ts'

export interface Badge {
  label: string
  message: string
  color: keyof typeof colors
  /** whoever shows it may not give it another colour */
  isError: boolean
  /** the same in a sentence, for those who hear it or point at it */
  title: string
}

/** Names of shields.io, and shades of our own: white text on shields' yellow and green is hard to read. */
const colors = { brightgreen: '#1a7f37', yellow: '#8a6100', orange: '#bc4c00', red: '#cf222e', lightgrey: '#656d76' }

const LABEL = 'encryption'

const severityColors: Record<Severity, Badge['color']> = {
  high: 'red',
  medium: 'orange',
  low: 'yellow',
  info: 'yellow',
}

type Shown = Pick<ReportHeader, 'conclusion' | 'summary' | 'run'>

/**
 * What a README shows of a run. Green only where everything was decided and nothing failed at the threshold. The date
 * is part of it, because a picture cannot know how old it is.
 */
export function badgeOf(report: Shown, policy: Policy): Badge {
  const { message, words, color, isError = false } = outcomeOf(report, policy)
  const date = report.run.finishedAt
  return {
    label: LABEL,
    message: `${message} · ${shortDate(date)}`,
    color,
    isError,
    title: `${LABEL}: ${words}, checked on ${longDate(date)}`,
  }
}

interface Outcome {
  message: string
  words: string
  color: Badge['color']
  isError?: boolean
}

function outcomeOf({ conclusion, summary }: Shown, { failOnSeverity }: Policy): Outcome {
  if (conclusion === 'skipped') return { message: 'skipped', words: 'skipped', color: 'lightgrey' }
  // where nothing can fail, nothing can make the conclusion incomplete either
  if (conclusion === 'incomplete' || (failOnSeverity === 'never' && conclusion === 'pass' && summary.unknown > 0))
    return {
      message: 'incomplete',
      words: 'incomplete, not everything could be decided',
      color: 'yellow',
      isError: true,
    }
  const where = plural(summary.workspaces, 'workspace')
  const which = reaching(failOnSeverity === 'never' ? 'low' : failOnSeverity)
  const worst = which.find((severity) => summary.failedBySeverity[severity] > 0)
  const found = foundWords(summary, worst)
  if (conclusion === 'fail') return { ...found, color: severityColors[worst ?? 'high'], isError: true }
  if (!worst) return { message: `passing · ${where}`, words: `passing, ${where}`, color: 'brightgreen' }
  // the job passes because nothing can fail it, or because none of this is new: no reason for green
  const suffix = failOnSeverity === 'never' ? '' : ', none new'
  return { message: found.message + suffix, words: found.words + suffix, color: 'yellow' }
}

function foundWords({ failedBySeverity }: Shown['summary'], worst: Severity | undefined) {
  if (!worst) return { message: 'failing', words: 'failing' }
  const number = failedBySeverity[worst]
  return { message: `${count(number)} ${worst}`, words: plural(number, `${worst}-severity failure`) }
}

/** For a check that ended without a result, when its last result is too old to rely on. */
export function staleBadge(lastRun: string): Badge {
  return {
    label: LABEL,
    message: `stale · ${shortDate(lastRun)}`,
    color: 'lightgrey',
    isError: true,
    title: `${LABEL}: stale, last checked on ${longDate(lastRun)}`,
  }
}

/** What shields.io reads from an endpoint. */
export function badgeJson({ label, message, color, isError }: Badge): string {
  return `${JSON.stringify({ schemaVersion: 1, label, message, color, isError })}\n`
}

/** The same as a picture, in the flat style of shields.io. */
export function badgeSvg({ label, message, color, title }: Badge): string {
  const [left, right] = [widthOf(label), widthOf(message)].map((width) => Math.round(width) + 10) as [number, number]
  const width = left + right
  const name = xml(title)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${name}">
<title>${name}</title>
<linearGradient id="s" x2="0" y2="100%"><stop offset="0" stop-color="#bbb" stop-opacity=".1"/><stop offset="1" stop-opacity=".1"/></linearGradient>
<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><path fill="#555" d="M0 0h${left}v20H0z"/><path fill="${colors[color]}" d="M${left} 0h${right}v20H${left}z"/><path fill="url(#s)" d="M0 0h${width}v20H0z"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">
${writing(label, left / 2 + 0.5, left - 10)}
${writing(message, left + right / 2 - 0.5, right - 10)}
</g>
</svg>
`
}

/** The text and its shadow. */
function writing(text: string, x: number, length: number): string {
  const at = (y: number, more: string) => `<text x="${x}" y="${y}" textLength="${length}"${more}>${xml(text)}</text>`
  return at(15, ' fill="#010101" fill-opacity=".3"') + at(14, '')
}

/** Characters of Verdana by their width, in thousandths of its size; the others are as wide as a digit. */
const widths: [string, number][] = [
  ['fijlt.,·: ', 340],
  ['rszcJI', 500],
  ['mwMW', 900],
  ['ADNOSV', 720],
]

/** In pixels, about; `textLength` makes it so whatever the font. */
function widthOf(text: string): number {
  const width = (character: string) => widths.find(([some]) => some.includes(character))?.[1] ?? 615
  return [...text].reduce((sum, character) => sum + width(character), 0) * 0.011
}
