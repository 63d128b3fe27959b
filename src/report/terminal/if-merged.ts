import { counts, failsJob } from '../../judge/policy.ts'
import type { Finding, PlanFinding } from '../../model.ts'
import { count, listed, oneLine } from '../../text.ts'
import { changedIn, headings, INCOMPLETE } from '../view/if-merged.ts'
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
  const changed = changedIn(foreseen)
  const parts = [
    introduced(changed.introduced, view, width),
    list('fixed', changed.fixed, view, width),
    list('gone', changed.gone, view, width),
    list('undecided', changed.undecided, view, width),
    list('regraded', changed.regraded, view, width),
    list('inFiles', changed.inFiles, view, width),
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
  const rest = lines(
    items.filter((item) => !isTold(item)),
    view,
    width,
  )
  if (groups.length + rest.length === 0) return []
  const symbol = view.report.conclusion === 'fail' && failsJob('fail', policy) ? '✗' : '!'
  const stories = groups.flatMap((group) => [blank, ...told(group, symbol, view, width), ...placed(group, view, width)])
  return [title(headings.introduced), ...stories, ...(rest.length > 0 ? [blank, ...rest] : [])]
}

function placed({ items }: Group<PlanFinding>, { limits }: View, width: number): Line[] {
  const places = placesOf(items, limits.names)
  return places === '' ? [] : wrapped([{ text: `Set in ${places}` }], width, ['  ', '  '])
}

function list(heading: keyof typeof headings, all: Planned[], view: View, width: number): Line[] {
  const found = lines(all, view, width)
  return found.length === 0 ? [] : [title(headings[heading]), blank, ...found]
}

/** A line for each check; advice is left out. */
function lines(all: Planned[], view: View, width: number): Line[] {
  const { labels, limits, context } = view
  const groups = groupByCheck(
    all.filter(({ severity }) => severity !== 'info'),
    context.checks,
  )
  const shown = groups.slice(0, limits.rows).flatMap(({ check, severity, items }) => {
    const places = placesOf(items, limits.names)
    const names = items.map(({ resource }) => oneLine(labelOf(resource, labels)))
    const where = ` · ${listed(names, limits.names)}${places && ` · ${places}`}`
    const said = items[0]?.finding.change === 'undecided' ? check.title : check.failed
    return wrapped([{ text: `${severityWords[severity]} · ` }, ...prose(said), { text: where }], width, ['  ', '    '])
  })
  const left = groups.length - limits.rows
  return [...shown, ...(left > 0 ? [[{ text: `  … and ${count(left)} more checks` }]] : [])]
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
  const about = wrapped([{ text: INCOMPLETE }], width, ['  ', '  '])
  const left = parts.length - limits.resources
  const more = left > 0 ? [[{ text: `  … and ${count(left)} more` }]] : []
  return [title(headings.notJudged), ...about, blank, ...shown, ...more]
}
