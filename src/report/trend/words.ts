import { count, listed, plural } from '../../text.ts'
import type { Day } from '../history.ts'
import { longDate } from '../view/dates.ts'

/** Not everything was decided on that day. */
export function isIncomplete({ conclusion }: Day): boolean {
  return conclusion !== 'pass' && conclusion !== 'fail'
}

/** `1 Sep 2026 to 24 Nov 2026` */
export function span(days: Day[]): string {
  const [first, last] = [days[0] as Day, days.at(-1) as Day].map(({ date }) => longDate(date))
  return first === last ? `${last}` : `${first} to ${last}`
}

/** What the picture shows, for those who do not see it. */
export function inWords(days: Day[]): string {
  const last = days.at(-1) as Day
  const worst = days.reduce((a, b) => (b.high > a.high ? b : a))
  const incomplete = days.filter(isIncomplete).length
  const sentences = [
    `Last run on ${longDate(last.date)}: ${counted(last)} failed${isIncomplete(last) ? ', and not everything could be decided' : ''}.`,
    last.coverage === null ? '' : `${last.coverage} % of the evidence could be read.`,
    worst.high > last.high
      ? `The highest number of high-severity failures was ${count(worst.high)}, on ${longDate(worst.date)}.`
      : '',
    incomplete > 0 ? `${count(incomplete)} of ${plural(days.length, 'run')} could not decide everything.` : '',
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function counted({ high, medium, low }: Day): string {
  return listed([`${count(high)} high`, `${count(medium)} medium`, `${count(low)} low`], 3)
}
