const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000

/** `24 Nov`, from a date that begins as ISO 8601 dates do. */
export function shortDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]}`
}

/** `24 Nov 2026` */
export function longDate(date: string): string {
  return `${shortDate(date)} ${date.slice(0, 4)}`
}

/** Days since 1970, of a date `2026-11-24`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY
}

/** `2026-11-24` */
export function dateOfDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

/** Whether it is one, and in the calendar. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = dayNumber(value)
  return !Number.isNaN(day) && dateOfDay(day) === value
}
