/** Options of Node under which a process thinks that it is another day; for `runAction`. */
export function daysLater(days: number): string[] {
  const code = `const later = ${days * 24 * 60 * 60 * 1000}
const Real = Date
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(Real.now() + later) : super(...given) }
  static now() { return Real.now() + later }
}`
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}
