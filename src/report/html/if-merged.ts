import type { PlanFinding } from '../../model.ts'
import { asText } from '../../said.ts'
import { count, listed } from '../../text.ts'
import { balanceOf, failedIfMerged, isPlanOnly, sourceUrl } from '../view/foreseen.ts'
import { changedIn, headings, INCOMPLETE } from '../view/if-merged.ts'
import { groupByCheck, type Item } from '../view/items.ts'
import { labelOf } from '../view/labels.ts'
import { ruleUrl, severityWords } from '../view/names.ts'
import type { HtmlView } from './context.ts'
import { code, html, link, list, paragraph, pill, prose, section, stepsOf } from './markup.ts'
import { readingsOf } from './readings.ts'

type Planned = Item<PlanFinding>

/** Values of a finding, then and now. */
const VALUES = 8

/** What merging would make of the findings. */
export function ifMerged(view: HtmlView): string {
  const { report, foreseen } = view
  if (report.plan === null || foreseen === null) return ''
  const changed = changedIn(foreseen)
  const parts = report.plan.notLookedInto.map(({ address, reason }) => `${code(address)}: ${prose(reason)}`)
  return section(
    'if-merged',
    'If merged',
    [
      paragraph(countsOf(view)),
      part(headings.introduced, changed.introduced, view),
      part(headings.fixed, changed.fixed, view),
      part(headings.gone, changed.gone, view),
      part(headings.undecided, changed.undecided, view),
      part(headings.regraded, changed.regraded, view),
      part(headings.inFiles, changed.inFiles, view),
      parts.length === 0 ? '' : `<h3>${headings.notJudged}</h3>\n${paragraph(INCOMPLETE)}\n${list(parts)}`,
    ].join('\n'),
  )
}

function countsOf({ report }: HtmlView): string {
  if (report.plan === null) return ''
  const then = failedIfMerged(report, balanceOf(report.plan))
  const words = (counts: typeof then) =>
    (['high', 'medium', 'low'] as const).map((severity) => `${count(counts[severity])} ${severity}`).join(', ')
  const live = isPlanOnly(report)
    ? 'Nothing of what is live was read'
    : `Live today: ${words(report.summary.failedBySeverity)}`
  const stale = report.plan.files.filter((file) => file.stale).map(({ path }) => code(path))
  const again = stale.length === 0 ? '' : ` Stale, to be made again: ${listed(stale, 5)}.`
  return `${live}; if merged: ${words(then)}.${again}`
}

function part(title: string, items: Planned[], view: HtmlView): string {
  const groups = groupByCheck(items, view.context.checks)
  const rows = groups.flatMap((group) => group.items.map((item) => row(item, view)))
  return rows.length === 0 ? '' : `<h3>${title}</h3>\n${list(rows, 'resources')}`
}

function row({ check, severity, finding, resource, workspaces }: Planned, view: HtmlView): string {
  const info = view.context.checks.get(check)
  const called = finding.change === 'undecided' ? info?.title : info?.failed
  const where = [resource, ...workspaces.filter((id) => id.toLowerCase() !== resource.toLowerCase())]
  const names = where.map((id) => html(labelOf(id, view.labels), 200))
  return [
    `${pill(severity, severityWords[severity])} ${link(html(called ?? check), ruleUrl(check, view.context))}`,
    ` <b>${names[0]}</b> <span class="facts">${[listed(names.slice(1), 30, 'workspaces'), placeOf(finding, view)].filter((one) => one !== '').join(' · ')}</span>`,
    paragraph(prose(asText(finding.message))),
    paragraph(readings(finding, view), 'facts'),
    stepsOf([finding], view.labels, 1),
  ].join('')
}

function placeOf(finding: PlanFinding, { report, context }: HtmlView): string {
  const { source } = finding
  if (source === null) return ''
  const label = code(source.line === null ? source.file : `${source.file}:${source.line}`)
  return link(label, sourceUrl(finding, report, context.serverUrl))
}

function readings({ evidence, live, resource }: PlanFinding, view: HtmlView): string {
  const words = (values: typeof evidence) => readingsOf({ evidence: values, resource }, VALUES, view)
  const [then, now] = [words(evidence), words(live?.evidence ?? [])]
  return [then && `Planned: ${then}`, now !== '' && now !== then ? `Now: ${now}` : '']
    .filter((one) => one !== '')
    .join('. ')
}
