import type { Changed } from '../../baseline/compare.ts'
import { undecidedCount } from '../../judge/policy.ts'
import type { JudgedFrom } from '../../model.ts'
import { count, listed } from '../../text.ts'
import { labelOf } from '../view/labels.ts'
import { ruleUrl } from '../view/names.ts'
import type { View } from '../view/view.ts'
import { weighedGroups } from '../view/weighed.ts'
import { idsWithoutVerdict } from '../view/without-verdict.ts'
import type { HtmlView } from './context.ts'
import { time } from './facts.ts'
import { code, html, link, list, paragraph, prose, resourceLink, section } from './markup.ts'

/** The numbers at a glance. */
export function numbers({ report: { plan, summary, coverage } }: View): string {
  const { failedBySeverity: failed } = summary
  const tiles: [kind: string, number: string, word: string][] = [
    ['high', count(failed.high), 'High'],
    ['medium', count(failed.medium), 'Medium'],
    ['low', count(failed.low), 'Low'],
    ['unknown', count(undecidedCount(summary)), 'Undecided'],
    ['waived', count(summary.waived), 'Waived'],
    ['pass', count(summary.pass), 'Passed'],
    ['', count(summary.workspaces), summary.workspaces === 1 ? 'Workspace' : 'Workspaces'],
    ['', coverage.percent === null ? '–' : `${coverage.percent} %`, 'Coverage'],
  ]
  const shown = tiles.map(([kind, number, word]) => {
    return `<div class="tile ${number === '0' ? '' : kind}"><dt>${word}</dt><dd>${number}</dd></div>`
  })
  return section('numbers', plan === null ? 'In numbers' : 'Live today', `<dl class="tiles">${shown.join('')}</dl>`)
}

/** What changed, and what this pull request accepts. */
export function changes({ report, context, labels }: View): string {
  const { comparison, accepted } = context
  const risks =
    accepted.length === 0
      ? ''
      : section('accepted', 'Accepted by this change', list(accepted.map((risk) => prose(risk))))
  if (comparison === null) return risks
  const { since, fixed, weighed, upgrade, added, removed } = comparison
  const title = since === '' ? 'Since the baseline' : `Since ${html(since.slice(0, 10))}`
  const parts = [
    paragraph(`${count(report.summary.new ?? 0)} new, ${count(fixed.length)} fixed.`),
    changed('Fixed', fixed, { context, labels }),
    ...weighedGroups(weighed).map(([words, those]) => changed(words, those, { context, labels }, 'failed')),
    changed(`Found since version ${html(report.tool.version)}, not new`, upgrade?.found ?? [], { context, labels }),
    added.length === 0 ? '' : paragraph(`Workspaces that the baseline does not have: ${names(added)}.`),
    removed.length === 0 ? '' : paragraph(`Workspaces that only the baseline has: ${names(removed)}.`),
  ]
  return risks + section('changes', title, parts.join('\n'))
}

/** @param what of the check is named: what holds when it passes, or when it fails */
function changed(
  word: string,
  all: Changed[],
  view: Pick<View, 'context' | 'labels'>,
  what: 'title' | 'failed' = 'title',
): string {
  const rows = all.map(({ check, resource, workspace }) => {
    const of =
      workspace.toLowerCase() === resource.toLowerCase() ? '' : `, workspace ${html(labelOf(workspace, view.labels))}`
    return `${word}: ${html(view.context.checks.get(check)?.[what] ?? check)} · ${resourceLink(resource, view)}${of}`
  })
  return rows.length === 0 ? '' : list(rows)
}

function names(all: string[]): string {
  return listed(
    all.map((name) => html(name, 100)),
    50,
  )
}

/** Checks that no reading can decide, and those that are switched off. */
export function withoutVerdict({ report, context }: View): string {
  const parts = idsWithoutVerdict(report).map(([words, ids]) => {
    const names = ids.map((id) => link(html(context.checks.get(id)?.title ?? id), ruleUrl(id, context)))
    return `<h3>${words}</h3>\n${list(names, 'columns')}`
  })
  return parts.length === 0 ? '' : section('others', 'Without a verdict', parts.join('\n'))
}

/** Where all of this comes from: who looked, when, with what rights and by which rules. */
export function origin({ report: { run, tool, plan }, context }: HtmlView): string {
  const { policy, serverUrl, reportId, docs } = context
  const repository = `${serverUrl}/${run.repository}`
  const facts: [string, string][] = [
    ['Tool', link(html(`${tool.name} ${tool.version}`), `${docs}/README.md`)],
    ['Report', html(reportId)],
    ['Repository', link(html(run.repository), repository)],
    ['Commit', run.sha === '' ? '' : link(code(run.sha.slice(0, 7)), `${repository}/commit/${run.sha}`)],
    ['Run', link(html(run.event), run.url)],
    ['Time', html(`${time(run.startedAt)} to ${time(run.finishedAt)} UTC`)],
    ['Tenant', run.tenant === null ? '' : code(run.tenant)],
    ['Identity that read', run.identity === null ? '' : html(run.identity)],
    [
      'Role that it needs',
      `${link('Reader, or the role in docs/permissions.md', `${docs}/docs/permissions.md`)}, on all subscriptions of the scope and on what else the workspaces depend on`,
    ],
    ['Profile', code(policy.profile)],
    [
      'Fails the job',
      `${gate(policy)}${policy.warnOnly ? '; <code>warn-only</code>: nothing does' : ''}${plan === null ? '' : `; decided by ${gateOnWords[run.gate.gateOn]}`}`,
    ],
    ['Config file', run.config === null ? 'none' : `${code(run.config.path)}, SHA-256 ${code(run.config.sha256)}`],
    ['Judged from', run.judgedFrom === null ? '' : judgedFrom(run.judgedFrom, serverUrl)],
  ]
  const shown = facts.flatMap(([name, value]) => (value === '' ? [] : `<div><dt>${name}</dt><dd>${value}</dd></div>`))
  return section('run', 'This run', `<dl class="run">${shown.join('\n')}</dl>`)
}

const gateOnWords = {
  live: 'what is live',
  planned: 'what the plan makes of it',
  both: 'the worse of what is live and what the plan makes of it',
}

function judgedFrom(
  { file, sha256, collectedAt, version, repository, sha, url }: JudgedFrom,
  serverUrl: string,
): string {
  const of = [
    `collected at ${html(time(collectedAt))} UTC`,
    version === '' ? '' : `by version ${html(version)}`,
    url === '' ? '' : `in ${link('an earlier run', url)}`,
    repository === '' || sha === ''
      ? ''
      : `of ${link(html(`${repository}@${sha.slice(0, 7)}`), `${serverUrl}/${repository}/commit/${sha}`)}`,
  ]
  return `${code(file)}, SHA-256 ${code(sha256)}, ${of.filter((one) => one !== '').join(' ')}`
}

/** Where somebody signs what is printed. */
export function review(): string {
  const lines = ['Reviewer', 'Date', 'Signature', 'Remarks'].map((word) => `<div><dt>${word}</dt><dd></dd></div>`)
  return `<section id="review" class="print" aria-labelledby="review-h">\n<h2 id="review-h">Review</h2>\n<dl class="sign">${lines.join('')}</dl>\n</section>\n`
}

function gate({ failOnSeverity, onUnknown, failOnNewOnly }: View['context']['policy']): string {
  if (failOnSeverity === 'never') return 'no finding'
  const what = failOnSeverity === 'high' ? 'high severity' : `${failOnSeverity} severity or above`
  return `${failOnNewOnly ? 'new findings of ' : ''}${what}${onUnknown === 'fail' ? ', undecided checks of it as well' : ''}`
}
