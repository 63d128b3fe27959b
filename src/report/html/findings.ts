import { parseResourceId } from '../../evidence/resource-id.ts'
import type { Finding, FindingStatus, Severity } from '../../model.ts'
import { severities } from '../../severity.ts'
import { count, listed, plural } from '../../text.ts'
import { type Group, groupByCheck, type Item } from '../view/items.ts'
import { labelOf } from '../view/labels.ts'
import { reasonWords, resourceKind, ruleUrl, severityWords } from '../view/names.ts'
import { sentenceOf } from '../view/sentence.ts'
import type { HtmlView } from './context.ts'
import { chosenIn } from './frameworks.ts'
import { html, link, paragraph, pill, prose, resourceLink, stepsOf } from './markup.ts'
import { readingsOf, sourceOf } from './readings.ts'

/** Above this, the names of workspaces are only counted. */
const NAMES = 30

/** A browser has to open the page of 5,000 workspaces. */
const ITEMS = 1000

/** Commands for more resources are left to the JSON report. */
const FIXES = 200

/** Findings under a heading. */
export interface Kind {
  id: string
  title: string
  intro: string
  items: Item[]
}

/** Findings of one kind, a group a check, in pieces. */
export function* findings({ id, title, intro, items }: Kind, view: HtmlView): Generator<string> {
  yield `<section id="${id}" class="findings" aria-labelledby="${id}-h">\n<h2 id="${id}-h">${title}</h2>\n${paragraph(intro)}\n`
  for (const severity of severities) {
    const alike = items.filter((item) => item.severity === severity)
    for (const group of groupByCheck(alike, view.context.checks)) yield* groupOf(group, severity, view)
  }
  yield '</section>\n'
}

export const statusWords: Record<FindingStatus, string> = {
  pass: 'Passed',
  fail: 'Failed',
  unknown: 'Undecided',
  waived: 'Waived',
}

function* groupOf({ check, reason, items }: Group, severity: Severity, view: HtmlView): Generator<string> {
  const [first] = items as [Item]
  const { status } = first.finding
  const system = check.id.split('/', 1)[0] ?? ''
  const said = new Set(items.map(({ finding }) => sentenceOf(finding, view.context.policy)))
  const [common = ''] = said
  const isSame = said.size === 1
  yield `<section class="group" data-severity="${severity}" data-status="${status}" data-system="${html(system)}"${frameworksOf(check.id, view)}>
<h3>${pill(severity, severityWords[severity])} ${pill(status, statusWords[status])} ${html(status === 'fail' ? check.failed : check.title)}</h3>
${paragraph(factsOf(items, reason && reasonWords[reason]), 'facts')}
${paragraph(html(check.why, 1000))}
${isSame ? paragraph(`<strong>${prose(common)}</strong>`) : ''}
<ul class="resources">
`
  for (const item of items.slice(0, ITEMS)) yield `<li${weightOf(item)}>${itemOf(item, isSame, view)}\n`
  const left = items.length - ITEMS
  const fixes = items.map(({ finding }) => finding).filter(({ steps }) => steps.length > 0)
  const how = `<h4>How to fix ${fixes.length > 1 ? 'them' : 'it'}</h4>\n${stepsOf(fixes, view.labels, FIXES)}\n`
  const fix = fixes.length > 0 ? how : ''
  const links = [
    link('About this check', ruleUrl(check.id, view.context)),
    link('Microsoft’s documentation', check.reference),
  ]
  yield `</ul>\n${paragraph(left > 0 ? `… and ${count(left)} more, which the JSON report has.` : '')}${fix}${paragraph(links.slice(0, check.reference === '' ? 1 : 2).join(' · '), 'facts')}\n</section>\n`
}

/** What the filter chooses by, of those that are shown. */
function frameworksOf(check: string, view: HtmlView): string {
  const chosen = chosenIn(view)
  const names = chosen.filter(({ controls }) => controls.some(({ checks }) => checks.includes(check)))
  return chosen.length === 0 ? '' : ` data-framework="${names.map(({ name }) => name).join(' ')}"`
}

/** What several workspaces share stands here once and is counted for each. */
function weightOf({ findings: { length } }: Item): string {
  return length > 1 ? ` data-findings="${length}"` : ''
}

function factsOf(items: Item[], reason: string | null): string {
  const added = items.filter((item) => item.new).length
  const findings = items.reduce((sum, item) => sum + item.findings.length, 0)
  return [
    plural(items.length, 'resource'),
    findings > items.length ? `${plural(findings, 'finding')}, one for each workspace` : '',
    added > 0 ? `${count(added)} new` : '',
    reason ?? '',
    items.some(({ finding }) => finding.creationOnly) ? 'can only be chosen when the resource is created' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function itemOf({ finding, resource, workspaces, new: isNew }: Item, isSame: boolean, view: HtmlView): string {
  const kind = resourceKind(resource)
  const group = parseResourceId(resource)?.resourceGroup
  const names = workspaces.map((id) => html(labelOf(id, view.labels), 200))
  const isWorkspace = workspaces.some((id) => id.toLowerCase() === resource.toLowerCase())
  const where = [
    `${kind ?? ''}${group ? ` in ${html(group)}` : ''}`.trim(),
    isWorkspace ? '' : `used by ${listed([...new Set(names)], NAMES, 'workspaces')}`,
  ].filter((part) => part !== '')
  return [
    `<b>${resourceLink(resource, view)}</b> <span class="facts">${where.join(' · ')}</span>`,
    isNew ? ` ${pill('new', 'new')}` : '',
    isSame ? '' : paragraph(prose(sentenceOf(finding, view.context.policy))),
    paragraph(termsOf(finding)),
    paragraph(readings(finding, view), 'facts'),
  ].join('')
}

function termsOf({ waiver }: Finding): string {
  if (waiver === null) return ''
  const { owner, expires, reason, ticket, line } = waiver
  const where = [ticket === null ? '' : html(ticket), `line ${line} of the config file`].filter((one) => one !== '')
  return `Waived by ${html(owner)} until ${html(expires, 20)}: ${prose(reason)} (${where.join(', ')})`
}

/** Values under a heading; the evidence of the workspace has more. */
const VALUES = 8

function readings(finding: Finding, view: HtmlView): string {
  if (finding.evidence.length === 0) return ''
  const source = sourceOf(finding.resource, view)
  return `Read${source && ` from ${source}`}: ${readingsOf(finding, VALUES, view)}`
}
