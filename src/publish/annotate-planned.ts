import { counts } from '../judge/policy.ts'
import type { PlanFinding, Report } from '../model.ts'
import type { Shown } from '../ports.ts'
import type { RenderContext } from '../report/view/context.ts'
import { causedIn, inCommit } from '../report/view/foreseen.ts'
import { type Item, merge } from '../report/view/items.ts'
import { sentenceOf } from '../report/view/sentence.ts'
import { rank } from '../severity.ts'
import { type Annotations, placesIn, SHOWN, sayHowManyMore } from './annotations.ts'

/**
 * What plans make fail, or leave undecided, worst first, each at the line that causes it.
 *
 * @param kept warnings that are still to come, and that everybody has to see
 * @returns how many errors were shown
 */
export function annotatePlanned(
  report: Report,
  context: RenderContext,
  { log, room }: Annotations,
  kept: number,
): number {
  const { policy } = context
  const decides = report.conclusion === 'fail' && report.plan?.conclusion === 'fail' && !policy.warnOnly
  const items = itemsIn(report).filter(({ finding }) => counts(finding, policy))
  const [errors, warnings] = [true, false].map((isError) =>
    items.filter(({ finding }) => (decides && finding.status === 'fail') === isError),
  ) as [Planned[], Planned[]]
  const where = placesIn(report)
  const show = (say: typeof log.error, some: Planned[], limit: number) => {
    for (const item of some.slice(0, limit))
      say(`${where([item])}: ${sentenceOf(item.finding, policy)}`, shownAt(item, report, context))
    sayHowManyMore(some.length - limit, 'finding of the plan', log, 'findings of the plan')
  }
  // the sentence that fails the job is an error as well
  show(log.error, errors, SHOWN - 1)
  show(log.warning, warnings, Math.max(0, room() - kept))
  return Math.min(errors.length, SHOWN - 1)
}

type Planned = Item<PlanFinding>

function itemsIn(report: Report): Planned[] {
  const items = new Map<string, Planned>()
  for (const finding of causedIn(report)) if (finding.status !== 'waived') merge(items, finding, finding.workspace)
  return [...items.values()].sort((a, b) => rank(a.severity) - rank(b.severity))
}

function shownAt({ check, severity, finding }: Planned, report: Report, { checks }: RenderContext): Shown {
  const info = checks.get(check)
  const what = finding.status === 'fail' ? (info?.failed ?? check) : `"${info?.title ?? check}" undecided`
  const place = inCommit(finding, report)
  return {
    title: `If merged, ${severity}: ${what}`,
    ...(place && { file: place.file, startLine: place.line ?? 1 }),
  }
}
