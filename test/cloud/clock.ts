/** Options of Node under which a process thinks that it is another day; for `runAction`. */
export function daysLater(days: number): string[] {
  return withNow(`Real.now() + ${days * 24 * 60 * 60 * 1000}`)
}

/** The same for a moment at which its calendar stands still. */
export function onDay(moment: string): string[] {
  return withNow(String(Date.parse(moment)))
}

function withNow(now: string): string[] {
  const code = `const Real = Date
const now = () => ${now}
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(now()) : super(...given) }
  static now() { return now() }
}`
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}
