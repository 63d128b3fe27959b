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

/**
 * Options of Node under which time passes at a signal: SIGUSR2 ends the next wait of a minute or more, and whatever
 * would have ended until half a minute after it: of several signals at once a process sees only one, and of several tries
 * that wait each began a little later. For what must not wait for ever, however long a test may take.
 */
export function timeAtSignal(): string[] {
  const code = `const { now } = performance
const real = { setTimeout, clearTimeout }
const waiting = new Map()
let ahead = 0
performance.now = () => now.call(performance) + ahead
globalThis.setTimeout = (call, wait = 0, ...given) => {
  const end = () => { waiting.delete(timer); call(...given) }
  const timer = real.setTimeout(end, wait)
  waiting.set(timer, { at: performance.now() + wait, wait, end })
  return timer
}
globalThis.clearTimeout = (timer) => { waiting.delete(timer); real.clearTimeout(timer) }
process.on('SIGUSR2', () => {
  const all = [...waiting].sort(([, one], [, other]) => one.at - other.at)
  const next = all.find(([, { wait }]) => wait >= 60_000)
  if (!next) return
  const until = next[1].at + 30_000
  ahead += Math.max(0, until - performance.now())
  for (const [timer, { at, end }] of all)
    if (at <= until) { real.clearTimeout(timer); end() }
})`
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`]
}
