import { counts, failsJob } from '../../judge/policy.ts'
import type { Finding, PlanFinding } from '../../model.ts'
import { count, listed, oneLine } from '../../text.ts'
import { isRegraded } from '../view/foreseen.ts'
import { type Group, groupByCheck, type Item } from '../view/items.ts'
import { labelOf } from '../view/labels.ts'
import { severityWords } from '../view/names.ts'
import type { View } from '../view/view.ts'
import { told } from './failing.ts'
import { type Line, wrapped } from './line.ts'
import { blank, prose } from './prose.ts'

type Planned = Item<PlanFinding>

/** What plans would change: for the worse, for the better, and what nobody can tell. */
export function ifMerged(view: View, width: number): Line[] {
  const { foreseen, report } = view
  if (foreseen === null) return []
  const regraded = foreseen.leaves.filter(({ finding }) => isRegraded(finding))
  const parts = [
    introduced(foreseen.introduces, view, width),
    list('What the plans fix', foreseen.fixes, view, width),
    list('What the plans remove without repairing it', foreseen.gone, view, width),
    list('What would be undecided', foreseen.undecided, view, width),
    list('What becomes more or less severe', regraded, view, width),
    notLookedInto(view, width),
    report.workspaces.length > 0 ? [title('Live today')] : [],
  ].filter((part) => part.length > 0)
  return parts.flatMap((part, at) => (at === 0 ? part : [blank, ...part]))
}

function title(text: string): Line {
  return [{ text, style: 'bold' }]
}

/** What counts is told with what fixes it, the rest is listed. */
function introduced(items: Planned[], view: View, width: number): Line[] {
  const { policy, checks } = view.context
  const gates = (finding: Finding) => counts(finding, policy)
  const isTold = ({ findings }: Planned) => findings.some(gates)
  const groups = groupByCheck(items.filter(isTold), checks)
  const rest = list(
    'What else the plans introduce',
    items.filter((item) => !isTold(item)),
    view,
    width,
  )
  const symbol = view.report.conclusion === 'fail' && failsJob('fail', policy) ? '✗' : '!'
  const stories = groups.flatMap((group) => [blank, ...told(group, symbol, view, width), ...placed(group, view, width)])
  if (groups.length === 0) return rest
  return [title('What the plans introduce'), ...stories, ...(rest.length > 0 ? [blank, ...rest] : [])]
}

function placed({ items }: Group<PlanFinding>, { limits }: View, width: number): Line[] {
  const places = placesOf(items, limits.names)
  return places === '' ? [] : wrapped([{ text: `Set in ${places}` }], width, ['  ', '  '])
}

/** A line for each check; advice is left out. */
function list(heading: string, all: Planned[], view: View, width: number): Line[] {
  const { labels, limits, context } = view
  const groups = groupByCheck(
    all.filter(({ severity }) => severity !== 'info'),
    context.checks,
  )
  if (groups.length === 0) return []
  const lines = groups.slice(0, limits.rows).flatMap(({ check, severity, items }) => {
    const places = placesOf(items, limits.names)
    const names = items.map(({ resource }) => oneLine(labelOf(resource, labels)))
    const where = ` · ${listed(names, limits.names)}${places && ` · ${places}`}`
    const said = items[0]?.finding.change === 'undecided' ? check.title : check.failed
    return wrapped([{ text: `${severityWords[severity]} · ` }, ...prose(said), { text: where }], width, ['  ', '    '])
  })
  const left = groups.length - limits.rows
  return [title(heading), blank, ...lines, ...(left > 0 ? [[{ text: `  … and ${count(left)} more checks` }]] : [])]
}

function placesOf(items: Planned[], most: number): string {
  const places = items.flatMap(({ finding: { source } }) =>
    source === null ? [] : [oneLine(source.line === null ? source.file : `${source.file}:${source.line}`)],
  )
  return listed([...new Set(places)], most)
}

function notLookedInto({ report, limits }: View, width: number): Line[] {
  const parts = report.plan?.notLookedInto ?? []
  if (parts.length === 0) return []
  const shown = parts.slice(0, limits.resources).flatMap(({ address, reason }) => {
    const spans = [{ text: oneLine(address), style: 'bold' as const }, { text: ': ' }, ...prose(reason)]
    return wrapped(spans, width, ['  ', '    '])
  })
  const left = parts.length - limits.resources
  const more = left > 0 ? [[{ text: `  … and ${count(left)} more` }]] : []
  return [title('What could not be looked into, so that the result is incomplete'), blank, ...shown, ...more]
}
