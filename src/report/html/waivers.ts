import { daysUntil } from '../../config/day.ts'
import type { ConfigWaiver } from '../../config/model.ts'
import type { Report } from '../../model.ts'
import { plural } from '../../text.ts'
import type { HtmlView } from './context.ts'
import { day } from './facts.ts'
import { code, html, link, pill, prose, scrolling, section } from './markup.ts'

/** Every waiver of the config file: whose it is, until when, why, and where it stands. */
export function waivers(view: HtmlView): string {
  const { waivers: all } = view.context.config
  if (all.length === 0) return ''
  const used = usesOf(view.report)
  const heads = ['Check', 'Responsible', 'Until', 'Reason', 'Config file', 'Covers']
  const rows = all.map((waiver) => row(waiver, used.get(waiver.line) ?? 0, view))
  const table = `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}`).join('')}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return section('waivers', 'Waivers of the config file', scrolling('Waivers of the config file, a table', table))
}

/** How many findings each covers, by its line. */
function usesOf({ workspaces }: Report): Map<number, number> {
  const used = new Map<number, number>()
  for (const { waiver } of workspaces.flatMap(({ findings }) => findings))
    if (waiver !== null) used.set(waiver.line, (used.get(waiver.line) ?? 0) + 1)
  return used
}

function row(waiver: ConfigWaiver, used: number, view: HtmlView): string {
  const { check, workspace, resource, owner, expires, reason, ticket } = waiver
  const of = [workspace && `workspace ${code(workspace)}`, resource && `resource ${code(resource)}`].filter(Boolean)
  const isOver = daysUntil(expires, new Date(view.report.run.finishedAt)) < 0
  return [
    `<tr><th scope="row">${code(check)}${of.length > 0 ? `, ${of.join(', ')}` : ''}`,
    `<td>${html(owner)}`,
    `<td>${html(expires, 20)}${isOver ? ` ${pill('unknown', 'Expired')}` : ''}`,
    `<td>${prose(reason)}${ticket === null ? '' : ` (${link(html(ticket), ticket)})`}`,
    `<td>${placeOf(waiver, view)}`,
    `<td>${plural(used, 'finding')}`,
  ].join('')
}

/** Its line, and the commit that last changed it, where that is known. */
function placeOf({ line, changed }: ConfigWaiver, { report: { run }, context }: HtmlView): string {
  const repository = `${context.serverUrl}/${run.repository}`
  const file =
    run.config === null ? '' : `${repository}/blob/${run.sha}/${encodeURI(run.config.path.toWellFormed())}#L${line}`
  const commit = changed && link(code(changed.sha.slice(0, 7)), `${repository}/commit/${changed.sha}`)
  return `${link(`line ${line}`, file)}${changed === null ? '' : `, last changed by ${commit} on ${html(day(changed.at))}`}`
}
