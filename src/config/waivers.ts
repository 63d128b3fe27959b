import type { Finding } from '../model.ts'
import { oneLine } from '../text.ts'
import { daysUntil } from './day.ts'
import type { Config, ConfigWaiver } from './model.ts'
import { covers, matchesResource } from './pattern.ts'
import type { NamedWorkspace } from './rules.ts'

const warningDays = 14

export interface WaiverMatch {
  /** of all that cover the finding, the one that lasts longest */
  waiver: ConfigWaiver
  /** it has no effect any more: the finding says whose waiver ran out */
  isExpired: boolean
  /** in `config.waivers`, of every one that covers the finding; for `waiverNotes` */
  indexes: number[]
}

/**
 * The waiver of a finding that failed or is unknown, if the config file has one, expired or not.
 *
 * @param workspace null: the finding is of no workspace, and a waiver of some says nothing of it
 */
export function waiverFor(
  { waivers }: Config,
  finding: Pick<Finding, 'check' | 'resource' | 'status'>,
  workspace: NamedWorkspace | null,
  now: Date,
): WaiverMatch | null {
  const indexes = [...waivers.keys()].filter((index) => isMeant(waivers[index] as ConfigWaiver, finding, workspace))
  const [longest] = indexes
    .map((index) => waivers[index] as ConfigWaiver)
    .sort((one, other) => (one.expires === other.expires ? 0 : one.expires > other.expires ? -1 : 1))
  return longest ? { waiver: longest, isExpired: daysUntil(longest.expires, now) < 0, indexes } : null
}

function isMeant(
  waiver: ConfigWaiver,
  { check, resource, status }: Pick<Finding, 'check' | 'resource' | 'status'>,
  workspace: NamedWorkspace | null,
): boolean {
  // nobody accepts for a whole system what nobody has seen
  const isRuled = status === 'unknown' ? waiver.check === check : status === 'fail' && covers(waiver.check, check)
  if (!isRuled) return false
  const subject = { id: resource, name: resource.slice(resource.lastIndexOf('/') + 1) }
  return (
    (waiver.workspace === undefined || (workspace !== null && matchesResource(waiver.workspace, workspace))) &&
    (waiver.resource === undefined || matchesResource(waiver.resource, subject))
  )
}

/**
 * What somebody should do about the waivers: renew, remove or correct them.
 *
 * @param used the `indexes` of all matches of this run
 */
export function waiverNotes({ waivers }: Config, used: ReadonlySet<number>, now: Date): string[] {
  return waivers.flatMap((waiver, index) => {
    const notes = [...endOf(waiver, now), ...(used.has(index) ? [] : ['matches nothing that failed or is unknown'])]
    if (notes.length === 0) return []
    const which = `The waiver of ${waiver.check} by ${oneLine(waiver.owner, 80)} (line ${waiver.line} of the config file)`
    return [`${which} ${notes.join(', and ')}.`]
  })
}

function endOf(waiver: ConfigWaiver, now: Date): string[] {
  const days = daysUntil(waiver.expires, now)
  if (days < 0) return [`expired on ${waiver.expires} and has no effect`]
  if (days > warningDays) return []
  return [`expires on ${waiver.expires}, ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`]
}
