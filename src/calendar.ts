/** Milliseconds. */
export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR

/** `2026-11-24`, in UTC. */
export function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** Whether it is one, and in the calendar: `2026-02-30` would otherwise pass as 2 March. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = dayNumber(value)
  return !Number.isNaN(day) && dateOfDay(day) === value
}

/** Days since 1970, of a date. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

export function dateOfDay(day: number): string {
  return dateOf(new Date(day * DAY))
}
