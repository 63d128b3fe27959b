import { dayNumber, isDate } from '../calendar.ts'
import { parsed } from '../json.ts'
import { undecidedCount } from '../judge/policy.ts'
import type { Conclusion, Profile, ReportHeader } from '../model.ts'
import { plural } from '../text.ts'

/** The last run of a day. */
export interface Day {
  /** UTC, `2026-11-24` */
  date: string
  /** ISO 8601, UTC */
  finishedAt: string
  conclusion: Conclusion
  workspaces: number
  /** failed checks; recommendations are counted neither here nor among the undecided */
  high: number
  medium: number
  low: number
  unknown: number
  waived: number
  /** percent; null when nothing was needed */
  coverage: number | null
  /** what it was, which version 1.0 did not say */
  run?: RunOfDay
}

interface RunOfDay {
  /** by which GitHub knows it; empty where it does not */
  id: string
  /** the commit */
  sha: string
  /** of this tool */
  version: string
  profile: Profile
}

/** Days that are kept, the newest included. */
const DAYS = 400

export function dayOf({
  run,
  tool,
  conclusion,
  summary,
  coverage,
}: Omit<ReportHeader, 'schemaVersion' | 'checks' | 'controls'>): Day {
  const { workspaces, failedBySeverity, waived } = summary
  const { high, medium, low } = failedBySeverity
  return {
    date: run.finishedAt.slice(0, 10),
    finishedAt: run.finishedAt,
    conclusion,
    workspaces,
    high,
    medium,
    low,
    unknown: undecidedCount(summary),
    waived,
    coverage: coverage.percent,
    run: {
      id: /\/actions\/runs\/(\d+)$/.exec(run.url)?.[1] ?? '',
      sha: run.sha,
      version: tool.version,
      profile: run.profile,
    },
  }
}

/**
 * The history with one more day, oldest first; a second run on a day replaces the first. Lines that make no sense are
 * left out, and so is what a clock that was wrong dated into the future: it would be the last run for ever.
 *
 * @param previous the file as it is, null when there is none
 * @returns note: a sentence when something of the file was lost
 */
export function withDay(previous: string | null, today: Day): { days: Day[]; note: string | null } {
  const { days, note } = readHistory(previous)
  const now = dayNumber(today.date)
  const kept = days.filter(({ date }) => dayNumber(date) > now - DAYS && dayNumber(date) <= now + 1)
  const byDate = new Map([...kept, today].map((day) => [day.date, day]))
  return { days: [...byDate.values()].sort((a, b) => dayNumber(a.date) - dayNumber(b.date)), note }
}

/** The file: JSON, a day on a line of its own so that changes are easy to see. */
export function historyJson(days: Day[]): string {
  return `[\n${days.map((day) => JSON.stringify(day)).join(',\n')}\n]\n`
}

export function readHistory(text: string | null): { days: Day[]; note: string | null } {
  if (text === null) return { days: [], note: null }
  const lines = parsed(text)
  if (!Array.isArray(lines))
    return { days: [], note: 'history.json on the status branch could not be read, so a new history begins.' }
  const days = lines.flatMap((line) => readDay(line) ?? [])
  const lost = lines.length - days.length
  return {
    days,
    note: lost === 0 ? null : `Ignored ${plural(lost, 'invalid line', 'invalid lines')} of history.json.`,
  }
}

const counts = ['workspaces', 'high', 'medium', 'low', 'unknown', 'waived'] as const

function readDay(line: unknown): Day | null {
  if (typeof line !== 'object' || line === null) return null
  const { date, finishedAt, conclusion, coverage, run, ...numbers } = line as Record<string, unknown>
  if (!isDate(date) || !isConclusion(conclusion) || !isPercent(coverage)) return null
  if (!counts.every((name) => Number.isSafeInteger(numbers[name]) && Number(numbers[name]) >= 0)) return null
  const { workspaces, high, medium, low, unknown, waived } = numbers as Record<(typeof counts)[number], number>
  const known = readRun(run)
  const moment = typeof finishedAt === 'string' && finishedAt.startsWith(date) && !Number.isNaN(Date.parse(finishedAt))
  return {
    date,
    finishedAt: moment ? finishedAt : `${date}T00:00:00.000Z`,
    conclusion,
    workspaces,
    high,
    medium,
    low,
    unknown,
    waived,
    coverage,
    ...(known && { run: known }),
  }
}

/** What somebody may have changed is not passed on. */
function readRun(value: unknown): RunOfDay | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, sha, version, profile } = value as Record<string, unknown>
  const fits = (text: unknown, pattern: RegExp): text is string => typeof text === 'string' && pattern.test(text)
  if (!fits(id, /^\d{0,20}$/) || !fits(sha, /^[0-9a-f]{0,64}$/) || !fits(version, /^[\w.+-]{1,40}$/)) return null
  return profile === 'baseline' || profile === 'cmk-required' ? { id, sha, version, profile } : null
}

function isConclusion(value: unknown): value is Conclusion {
  return value === 'pass' || value === 'fail' || value === 'incomplete' || value === 'skipped'
}

function isPercent(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && value >= 0 && value <= 100)
}
