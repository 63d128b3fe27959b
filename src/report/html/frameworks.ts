import type { Control, MappedFramework } from '../../controls/controls.ts'
import { count, plural } from '../../text.ts'
import { noResults, type Results, resultsByCheck, sumOf, type Without } from '../view/by-check.ts'
import { ruleUrl } from '../view/names.ts'
import type { HtmlView } from './context.ts'
import { html, link, paragraph, scrolling } from './markup.ts'

/** Those that were chosen, in the order of the table. */
export function chosenIn({ context: { frameworks, mapping } }: Pick<HtmlView, 'context'>): MappedFramework[] {
  return mapping.frameworks.filter(({ name }) => frameworks.includes(name))
}

/** The chosen frameworks: each control, the checks that have to do with it, and what became of them. In pieces. */
export function* frameworks(view: HtmlView): Generator<string> {
  const chosen = chosenIn(view)
  if (chosen.length === 0) return
  const results = resultsByCheck(wholeOf(view))
  for (const framework of chosen) yield sectionOf(framework, results, view)
}

function* wholeOf({ report, context }: HtmlView) {
  for (const { id } of report.workspaces) yield context.whole(id)
}

export const anchorOf = ({ name }: MappedFramework) => `framework-${name}`

export const titleOf = ({ title, version }: MappedFramework) => `${title} ${version}`

function sectionOf(framework: MappedFramework, results: Map<string, Results>, view: HtmlView): string {
  const heads = ['Passed', 'Failed', 'Undecided', 'Waived'].map((head) => `<th scope="col" class="n">${head}`).join('')
  const bodies = framework.controls.map((control) => bodyOf(control, results, view)).join('')
  const table = `<table class="controls"><thead><tr><th scope="col">Control and checks${heads}<th scope="col">Not judged</thead>\n${bodies}</table>`
  const [id, title] = [anchorOf(framework), html(titleOf(framework))]
  const parts = [...introOf(framework, view), scrolling(`${title}, a table`, table)]
  return `<section id="${id}" class="framework" data-framework="${framework.name}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title}</h2>\n${parts.join('\n')}\n</section>\n`
}

function introOf({ initiative, size, controls }: MappedFramework, { report, context }: HtmlView): string[] {
  const { repository, commit, date } = context.mapping.source
  const source = link('Microsoft', `https://github.com/${repository}/tree/${commit}/built-in-policies`)
  const related = new Set(controls.flatMap(({ checks }) => checks))
  const others = [...context.checks.keys()].filter((id) => !related.has(id)).length
  const left = size - controls.length
  const isWhole = !report.coverage.missing.some(({ named }) => named)
  const hidden = isWhole
    ? ''
    : ' <strong>What the workflow names and this run cannot see is not among them</strong>: <a href="#coverage">Coverage</a> has it.'
  const unseen = left === 0 ? '' : ` This report does not look at the other ${count(left)}.`
  return [
    paragraph(
      `The initiative “${html(initiative)}” of Azure Policy lists ${plural(size, 'control')}. Checks have to do with <strong>${count(controls.length)} of them</strong>.${unseen}`,
    ),
    paragraph(
      `<strong>A policy is not the whole control.</strong> These checks ask the same as some of the policies that ${source} assigns to a control (as of ${date}, for Azure’s public cloud), or nearly the same. That they pass is evidence for a part of a control, and does not show that it is met.`,
    ),
    paragraph(
      `The numbers are findings${report.plan === null ? '' : ' of what is live'}, one for each workspace and resource, recommendations included; a check can belong to several controls. ${plural(others, 'check')} of this report ${others === 1 ? 'belongs' : 'belong'} to no control here.${hidden}`,
      'facts',
    ),
  ]
}

function bodyOf({ id, policies, assigned, checks }: Control, results: Map<string, Results>, view: HtmlView): string {
  const found = checks.map((check) => [check, results.get(check) ?? noResults()] as const)
  const rows = found.map(([check, result]) => {
    const title = html(view.context.checks.get(check)?.title ?? check)
    return `<tr><th scope="row">${link(title, ruleUrl(check, view.context))}${numbers(result.findings)}<td>${notJudged(result)}\n`
  })
  const share = policies === 1 ? 'its only policy' : `${count(assigned)} of its ${count(policies)} policies`
  const sum = sumOf(found.map(([, result]) => result))
  return `<tbody><tr class="control"><th scope="rowgroup">${html(id)} <span class="facts">${share}</span>${numbers(sum)}<td>\n${rows.join('')}</tbody>`
}

function numbers({ pass, fail, unknown, waived }: Results['findings']): string {
  const cell = (number: number, kind = '') => `<td class="n${number > 0 && kind ? ` ${kind}` : ''}">${count(number)}`
  return [cell(pass), cell(fail, 'bad'), cell(unknown, 'undecided'), cell(waived)].join('')
}

const words: Record<Without, string> = {
  attested: 'guaranteed by the platform',
  manual: 'for people to judge',
  disabled: 'switched off',
  inherited: 'inherited from the hub',
  'not-used': 'not used',
  absent: 'resource gone',
}

/** By how many workspaces, because nobody counted what is not there. */
function notJudged({ without }: Results): string {
  const all = Object.entries(words).flatMap(([why, word]) => {
    const workspaces = without[why as Without]
    return workspaces ? [`${word} in ${plural(workspaces, 'workspace')}`] : []
  })
  return all.join('; ')
}
