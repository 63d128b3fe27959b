const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `24 Nov`, from a date that begins as ISO 8601 dates do. */
export function shortDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]}`
}

/** `24 Nov 2026` */
export function longDate(date: string): string {
  return `${shortDate(date)} ${date.slice(0, 4)}`
}
