import { idKey } from '../evidence/resource-id.ts'
import { counts } from '../judge/policy.ts'
import type { Policy, Report } from '../model.ts'
import type { Log } from '../ports.ts'
import type { RenderContext } from '../report/view/context.ts'
import { leavingIn } from '../report/view/foreseen.ts'
import { type Item, mergeFindings } from '../report/view/items.ts'
import { type Labels, labelOf, labelsOf } from '../report/view/labels.ts'
import { sentenceOf } from '../report/view/sentence.ts'
import { asText } from '../said.ts'
import { rank } from '../severity.ts'
import { count, listed, oneLine, plural } from '../text.ts'

/** The runner shows ten of a kind for a step, and nobody sees those that come later. */
export const SHOWN = 10

/** Names of workspaces in one annotation. */
const NAMES = 5

/** What GitHub shows on the page of the run; kept within what the runner shows. */
export interface Annotations {
  log: Log
  /** of the warnings, how many there is still room for */
  room: () => number
}

/** A log that knows how many warnings there is still room for. */
export function annotationsOn(log: Log): Annotations {
  let warnings = 0
  const warning: Log['warning'] = (...words) => {
    warnings++
    log.warning(...words)
  }
  return { log: { ...log, warning }, room: () => Math.max(0, SHOWN - warnings) }
}

/**
 * What fails the job, worst first; warnings where nothing may fail it.
 *
 * @param kept warnings that are still to come, and that everybody has to see
 * @param shown errors that were shown before
 */
export function annotateFailures(
  report: Report,
  context: RenderContext,
  { log, room }: Annotations,
  kept: number,
  shown = 0,
) {
  const { policy, checks } = context
  const all = worstFirst(mergeFindings(report).fail, report, policy)
  // the sentence that fails the job is an error as well
  const limit = (policy.warnOnly ? room() - kept : SHOWN - 1) - shown
  const isAllowed = allowing(report, policy)
  const where = placesIn(report)
  for (const item of all.slice(0, limit)) {
    const show = isAllowed(item) ? log.warning : log.error
    show(`${where([item])}: ${sentenceOf(item.finding, policy)}`, {
      title: `${item.severity}: ${checks.get(item.check)?.failed ?? item.check}`,
    })
  }
  sayHowManyMore(all.length - limit, 'failure', log)
}

/** Whether a failure does not fail the job: with a plan, what is live need not. */
function allowing(report: Report, { warnOnly }: Policy): (item: Item) => boolean {
  const { plan, conclusion } = report
  if (plan === null || warnOnly) return () => warnOnly
  if (conclusion !== 'fail') return () => true
  const leaving = leavingIn(report)
  return ({ findings }) => plan.conclusion === 'fail' && findings.every(({ fingerprint }) => leaving.has(fingerprint))
}

/** What a waiver, or what else is configured, is to be looked at for: in one, so that it takes no room from failures. */
export function annotateConfiguration(sentences: string[], { log }: Annotations): void {
  if (sentences.length === 0) return
  const more = sentences.length - SHOWN
  const lines = [...sentences.slice(0, SHOWN), ...(more > 0 ? [`… and ${count(more)} more.`] : [])]
  log.warning(lines.map((sentence) => oneLine(sentence)).join('\n'), { title: 'Configuration' })
}

/** What could not be decided and counts: one for each cause, whatever the number of checks that it keeps from an answer. */
export function annotateUndecided(report: Report, { policy, checks }: RenderContext, { log, room }: Annotations): void {
  const causes = byCause(worstFirst(mergeFindings(report).unknown, report, policy))
  const limit = room()
  const where = placesIn(report)
  for (const items of causes.slice(0, limit)) {
    const [{ check, severity, finding }] = items
    const undecided = new Set(items.map((item) => item.check)).size
    const which = undecided > 1 ? plural(undecided, 'check') : `"${checks.get(check)?.title ?? check}"`
    log.warning(`${where(items)}: ${asText(finding.message)}`, { title: `${severity}: ${which} undecided` })
  }
  sayHowManyMore(causes.length - limit, 'cause of undecided checks', log, 'causes of undecided checks')
}

export function sayHowManyMore(more: number, one: string, log: Log, many?: string): void {
  if (more > 0)
    log.info(`… and ${plural(more, `more ${one}`, `more ${many ?? `${one}s`}`)}; the job summary lists all.`)
}

function worstFirst(items: Item[], { summary }: Report, policy: Policy): Item[] {
  return items
    .filter(({ severity, new: isNew }) => counts({ severity, new: summary.new === null ? null : isNew }, policy))
    .sort((a, b) => rank(a.severity) - rank(b.severity))
}

/** What could not be read is one cause, whatever the resources that it hides; else what is said of a resource is. */
function byCause(items: Item[]): [Item, ...Item[]][] {
  const causes = Map.groupBy(items, ({ resource, finding: { missing, message } }) =>
    JSON.stringify(missing === null ? [idKey(resource), asText(message)] : [idKey(missing)]),
  )
  return [...causes.values()] as [Item, ...Item[]][]
}

/** `kv-shared (workspaces mlw-a and mlw-b)` */
export function placesIn(report: Report): (items: [Item, ...Item[]]) => string {
  let known: Labels | null = null
  return (items) => {
    known ??= labelsOf(report)
    const labels = known
    const named = (ids: string[]) => {
      const distinct = new Map(ids.map((id) => [idKey(id), id]))
      return [...distinct.values()].map((id) => labelOf(id, labels))
    }
    const resources = listed(named(items.map(({ resource }) => resource)), NAMES)
    const workspaces = named(items.flatMap((item) => item.workspaces))
    if (workspaces.length === 0) return resources
    return `${resources} (${workspaces.length > 1 ? 'workspaces' : 'workspace'} ${listed(workspaces, NAMES)})`
  }
}
