import { type Parser, Refusal } from '../inputs/values.ts'
import { type Shape, text } from './shape.ts'

const form = /^\d{4}-\d{2}-\d{2}$/
const millisecondsOfDay = 86_400_000

/** A waiver has to be thought about once a year. */
export const mostDaysAhead = 366

/** The last day of something. */
export function lastDay(now: Date): Shape<string> {
  const parse: Parser<string> = (typed) => {
    if (!isDay(typed)) throw new Refusal('it must be a day of the calendar as YYYY-MM-DD')
    if (daysUntil(typed, now) <= mostDaysAhead) return typed
    const latest = dateOf(new Date(Date.parse(dateOf(now)) + mostDaysAhead * millisecondsOfDay))
    throw new Refusal(`it must be at most ${mostDaysAhead} days ahead, ${latest} or earlier`)
  }
  return text('it must be a day as YYYY-MM-DD', parse, { pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
}

/** `2026-02-30` would otherwise pass as 2 March. */
function isDay(typed: string): boolean {
  const day = new Date(form.test(typed) ? `${typed}T00:00:00Z` : Number.NaN)
  return !Number.isNaN(day.getTime()) && dateOf(day) === typed
}

/** Days from today to a day, in UTC: 0 on the day itself, negative after it. */
export function daysUntil(day: string, now: Date): number {
  return (Date.parse(day) - Date.parse(dateOf(now))) / millisecondsOfDay
}

function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
