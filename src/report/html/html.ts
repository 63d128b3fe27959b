import { createHash } from 'node:crypto'
import type { Report } from '../../model.ts'
import type { Item } from '../view/items.ts'
import { verdict } from '../view/verdict.ts'
import { type View, viewOf } from '../view/view.ts'
import type { HtmlContext, HtmlView } from './context.ts'
import { coverage } from './coverage.ts'
import { criteria } from './criteria.ts'
import { evidence } from './evidence.ts'
import { filter } from './filter.ts'
import { findings, type Kind } from './findings.ts'
import { anchorOf, chosenIn, frameworks, titleOf } from './frameworks.ts'
import { ifMerged } from './if-merged.ts'
import { html, paragraph, prose } from './markup.ts'
import { changes, numbers, origin, review, withoutVerdict } from './run.ts'
import { scope } from './scope.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { trend } from './trend.ts'
import { waivers } from './waivers.ts'
import { matrix, workspaceTable } from './workspaces.ts'

/**
 * The report as one page that needs nothing else: no network, and no script to be read. In pieces, so that the page of
 * 5,000 workspaces need not be in memory at once.
 */
export function* htmlReport(report: Report, context: HtmlContext): Generator<string> {
  const unlimited = { rows: Infinity, names: Infinity, resources: Infinity, fixes: Infinity }
  const view: HtmlView = { ...viewOf(report, context, unlimited), context }
  const kinds = kindsOf(view).filter(({ items }) => items.length > 0)
  const isEmpty = report.workspaces.length === 0
  yield head(view)
  yield navigation([
    ...(report.plan === null ? [] : [['if-merged', 'If merged'] as [string, string]]),
    ...kinds.map(({ id, title }): [string, string] => [id, title]),
    ...(isEmpty ? [] : tables),
    ...(isEmpty ? [] : chosenIn(view).map((one): [string, string] => [anchorOf(one), html(titleOf(one))])),
    ...(context.trend === null ? [] : [['trend', 'Trend'] as [string, string]]),
    ['coverage', 'Coverage'],
    ['run', 'This run'],
    ['scope', 'Scope'],
    ...(context.config.waivers.length === 0 ? [] : [['waivers', 'Waivers'] as [string, string]]),
    ['criteria', 'Checks in force'],
    ...(isEmpty ? [] : [['evidence', 'Evidence'] as [string, string]]),
  ])
  yield `<main id="main">\n${ifMerged(view)}${numbers(view)}${changes(view)}`
  yield filter(
    kinds.flatMap(({ items }) => items),
    isEmpty ? [] : chosenIn(view),
  )
  for (const kind of kinds) yield* findings(kind, view)
  if (!isEmpty) yield* workspaceTable(view)
  if (!isEmpty) yield* matrix(view)
  if (!isEmpty) yield* frameworks(view)
  yield trend(view) + coverage(view) + origin(view) + scope(view) + waivers(view)
  yield withoutVerdict(view) + review() + criteria(view)
  if (!isEmpty) yield* evidence(view)
  yield `</main>\n<footer>${html(report.tool.name)} reads configuration; it never changes anything in Azure.</footer>\n`
  yield `<script>${script}</script>\n</body>\n</html>\n`
}

const tables: [string, string][] = [
  ['workspaces', 'Workspaces'],
  ['matrix', 'What was checked'],
]

function kindsOf({ items: { fail, unknown, waived } }: View): Kind[] {
  const isAdvice = ({ severity }: Item) => severity === 'info'
  const isMore = (item: Item) => !isAdvice(item)
  return [
    { id: 'failed', title: 'Failed', intro: '', items: fail.filter(isMore) },
    {
      id: 'open',
      title: 'Undecided',
      intro: 'Undecided checks do not count as passed.',
      items: unknown.filter(isMore),
    },
    { id: 'waived', title: 'Waived', intro: 'Accepted in the config file until the given day.', items: waived },
    {
      id: 'advice',
      title: 'Recommendations',
      intro: 'Recommendations never fail a job.',
      items: [...fail, ...unknown].filter(isAdvice),
    },
  ]
}

function head({ report, context }: HtmlView): string {
  const { run, conclusion } = report
  const title = html(verdict(report, context), 400)
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}';${context.trend === null ? '' : ' img-src data:;'} base-uri 'none'; form-action 'none'`
  const about = [
    html(report.tool.name),
    html(run.repository),
    html(`${run.finishedAt.slice(0, 16).replace('T', ' ')} UTC`),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<div class="top ${conclusion}"><header>
${paragraph(about.filter((part) => part !== '').join(' · '), 'name')}
<h1>${title}</h1>
${context.notes.map((note) => paragraph(prose(note))).join('\n')}
</header></div>
`
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function navigation(parts: [id: string, title: string][]): string {
  const links = parts.map(([id, title]) => `<li><a href="#${id}">${title}</a>`)
  return `<nav aria-label="On this page"><ul>${links.join('')}</ul></nav>\n`
}
