import type { Finding, Report, WorkspaceReport } from '../../model.ts'
import { count } from '../../text.ts'
import { labelOf } from '../view/labels.ts'
import type { HtmlView } from './context.ts'
import { bodyOf, END_OF_FOLD, foldOf, rowOf } from './evidence-rows.ts'
import { time } from './facts.ts'
import { statusWords } from './findings.ts'
import { html, paragraph } from './markup.ts'
import { type Shared, share, sharedOf } from './shared.ts'
import { byWorst } from './workspaces.ts'

/** A browser has to open the page: rows of all workspaces together. */
const ROWS = 50_000

/** What every check read of every workspace, whatever came of it, in pieces. */
export function* evidence(view: HtmlView): Generator<string> {
  const { ids, isShared } = extentOf(view)
  const shared: Shared = new Map()
  yield `<section id="evidence" aria-labelledby="evidence-h">\n<h2 id="evidence-h">Evidence</h2>\n${introOf(view, ids.length)}\n`
  for (const id of ids) yield* workspaceOf(view.context.whole(id), isShared, shared, view)
  if (shared.size > 0) yield* sharedOf(shared, view)
  yield '</section>\n'
}

function introOf({ report }: HtmlView, shown: number): string {
  const all = report.workspaces.length
  const left = `<strong>${count(shown)} of ${count(all)} workspaces are here; the JSON report has all of them.</strong>`
  return [
    paragraph(
      `What the checks read, whatever came of it, ${whenRead(report)}. Each resource says whether Azure Resource Graph or Azure Resource Manager answered for it, and by which api-version where that is told; a list below it, as <code>jobs[]</code>, comes from either. Of values that may be secret no more is kept than their path and length.`,
    ),
    paragraph('Resources that several workspaces use stand once, at the end. Printed, everything is open.', 'facts'),
    shown < all ? paragraph(left) : '',
  ].join('')
}

function whenRead({ run }: Report): string {
  const { startedAt, finishedAt, judgedFrom } = run
  if (judgedFrom !== null) return `by an earlier run that began to read at ${html(time(judgedFrom.collectedAt))} UTC`
  return `between ${html(time(startedAt))} and ${html(time(finishedAt))} UTC`
}

/** As many workspaces as there is room for, the worst first, and what several of them use. */
function extentOf({ report, context }: HtmlView): { ids: string[]; isShared: (resource: string) => boolean } {
  const ids: string[] = []
  const users = new Map<string, number>()
  let rows = 0
  for (const { id } of byWorst(report.workspaces)) {
    const { findings } = context.whole(id)
    rows += findings.length
    if (rows > ROWS && ids.length > 0) break
    ids.push(id)
    for (const key of new Set(findings.map(({ resource }) => resource.toLowerCase())))
      users.set(key, (users.get(key) ?? 0) + 1)
  }
  return { ids, isShared: (resource) => (users.get(resource.toLowerCase()) ?? 0) > 1 }
}

function* workspaceOf(
  { id, counts, findings }: WorkspaceReport,
  isShared: (resource: string) => boolean,
  shared: Shared,
  view: HtmlView,
): Generator<string> {
  const own = byResource(findings.filter(({ resource }) => !isShared(resource)))
  const others = byResource(findings.filter(({ resource }) => isShared(resource)))
  const said = (['pass', 'fail', 'unknown', 'waived'] as const).flatMap((status) =>
    counts[status] > 0 ? `${count(counts[status])} ${statusWords[status].toLowerCase()}` : [],
  )
  yield foldOf(html(labelOf(id, view.labels), 200), said.join(' · '), 'ws')
  for (const all of own) {
    const rows = all.map((one) => rowOf(one, view))
    yield bodyOf(all[0].resource, rows, view)
  }
  const links = others.map((all) => {
    const { resource } = all[0]
    const { anchor } = share(resource, all, id, shared, view)
    return `<a href="#${anchor}">${html(labelOf(resource, view.labels), 200)}</a>`
  })
  if (links.length > 0) yield `<tbody><tr><th colspan="3" scope="rowgroup">Shared: ${links.join(', ')}`
  yield END_OF_FOLD
}

/** Of each resource its findings, at least one. */
function byResource(findings: Finding[]): [Finding, ...Finding[]][] {
  return [...Map.groupBy(findings, ({ resource }) => resource.toLowerCase()).values()] as [Finding, ...Finding[]][]
}
