import { dateOf, dateOfDay, dayNumber, isDate } from '../calendar.ts'
import { type Parser, Refusal } from '../inputs/values.ts'
import { type Shape, text } from './shape.ts'

/** A waiver has to be thought about once a year. */
export const mostDaysAhead = 366

/** The last day of something. */
export function lastDay(now: Date): Shape<string> {
  const parse: Parser<string> = (typed) => {
    if (!isDate(typed)) throw new Refusal('it must be a day of the calendar as YYYY-MM-DD')
    if (daysUntil(typed, now) <= mostDaysAhead) return typed
    const latest = dateOfDay(dayNumber(dateOf(now)) + mostDaysAhead)
    throw new Refusal(`it must be at most ${mostDaysAhead} days ahead, ${latest} or earlier`)
  }
  return text('it must be a day as YYYY-MM-DD', parse, { pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
}

/** Days from today to a day, in UTC: 0 on the day itself, negative after it. */
export function daysUntil(day: string, now: Date): number {
  return dayNumber(day) - dayNumber(dateOf(now))
}
