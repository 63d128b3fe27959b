import { parseResourceId } from '../../evidence/resource-id.ts'
import type { Finding } from '../../model.ts'
import { labelOf } from '../view/labels.ts'
import { resourceKind, severityWords } from '../view/names.ts'
import { sentenceOf } from '../view/sentence.ts'
import type { HtmlView } from './context.ts'
import { statusWords } from './findings.ts'
import { html, prose } from './markup.ts'
import { readingsOf, sourceOf } from './readings.ts'

/** Values of a finding. */
const VALUES = 20

const head = '<table><thead><tr><th scope="col">Result<th scope="col">Check<th scope="col">Read</thead>'

/** Opens a part that is folded; bodies of its table follow, and `END_OF_FOLD`. */
export function foldOf(title: string, facts: string, kind = ''): string {
  return `<details${kind && ` class="${kind}"`}><summary><b>${title}</b> <span class="facts">${facts}</span></summary>${head}`
}

export const END_OF_FOLD = '</table></details>\n'

/** The rows of a resource, below what it is and where it was read. */
export function bodyOf(resource: string, rows: string[], view: HtmlView, users = '', anchor = ''): string {
  const facts = [resourceKind(resource) ?? '', sourceOf(resource, view)].filter((one) => one !== '').join(' · ')
  const id = parseResourceId(resource) === null ? '' : ` <code>${html(resource, 1000)}</code>`
  const opening = `<th colspan="3" scope="rowgroup"${anchor && ` id="${anchor}"`}>`
  return `<tbody><tr>${opening}${html(labelOf(resource, view.labels), 200)} <span class="facts">${facts}${users}${id}</span>\n${rows.join('\n')}\n`
}

/** What a check says, and what it read. */
export function rowOf(finding: Finding, view: HtmlView): string {
  const { check, status, severity } = finding
  const info = view.context.checks.get(check)
  const title = (status === 'fail' ? info?.failed : info?.title) ?? check
  const result = `${statusWords[status]}${status === 'pass' ? '' : ` (${severityWords[severity].toLowerCase()})`}`
  return `<tr><td${status === 'pass' ? '' : ` class="${status === 'fail' ? severity : status}"`}>${result}<td>${html(title)}<td>${wordsOf(finding, title, view)}`
}

/** What was read; first what came of it, where that is more than the title says. */
function wordsOf(finding: Finding, title: string, view: HtmlView): string {
  const { waiver, evidence } = finding
  const said = sentenceOf(finding, view.context.policy)
  const parts = [
    said === `${title}.` && evidence.length > 0 ? '' : prose(said),
    waiver === null ? '' : `Waived by ${html(waiver.owner)} until ${html(waiver.expires, 20)}.`,
    readingsOf(finding, VALUES, view),
  ]
  return parts.filter((part) => part !== '').join(' ')
}
