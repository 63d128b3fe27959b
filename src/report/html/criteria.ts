import type { Config } from '../../config/model.ts'
import { disabledReason, severityFor } from '../../config/rules.ts'
import { plural } from '../../text.ts'
import { severityWords } from '../view/names.ts'
import type { HtmlView } from './context.ts'
import { code, html, list, paragraph, prose, section } from './markup.ts'

/** The checks that were made, with what passes and fails them, and what the config file changes of them. */
export function criteria(view: HtmlView): string {
  const { checks, config } = view.context
  const made = [...checks.keys()].filter((id) => disabledReason(config, id) === null)
  const heads = '<th scope="col">Check<th scope="col">Passes<th scope="col">Fails'
  const rows = made.map((id) => row(id, view))
  const table = `<table><thead><tr>${heads}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return section(
    'criteria',
    'Checks in force',
    [
      paragraph(limits(config)),
      ...changesBy(config),
      `<details><summary>${plural(made.length, 'check')} and their criteria</summary>${table}</details>`,
    ].join('\n'),
  )
}

function row(id: string, { context }: HtmlView): string {
  const { passes = '', fails = '' } = context.criteria.get(id) ?? {}
  const severity = severityFor(context.config, id)
  const set = severity === null ? '' : ` · ${severityWords[severity].toLowerCase()} severity, by the config file`
  const name = `${html(context.checks.get(id)?.title ?? id)} <span class="facts">${code(id)}${set}</span>`
  return `<tr><th scope="row">${name}<td>${prose(passes, 2000)}<td>${prose(fails, 2000)}`
}

function limits({ thresholds, jobNames }: Config): string {
  const { keyMinimumBits, keyMaximumAgeDays, keyMaximumValidityDays, keyExpiryWarningDays, jobsPerWorkspace } =
    thresholds
  const facts = [
    `keys of at least ${keyMinimumBits} bits`,
    `not older than ${plural(keyMaximumAgeDays, 'day')}`,
    keyMaximumValidityDays === null ? '' : `valid for at most ${plural(keyMaximumValidityDays, 'day')}`,
    `renewed ${plural(keyExpiryWarningDays, 'day')} before they expire`,
    `at most ${plural(jobsPerWorkspace, 'job')} of a workspace looked at`,
  ].filter((fact) => fact !== '')
  const denied =
    jobNames.length === 0 ? '' : ` Names that jobs must not have: ${jobNames.map((one) => code(one)).join(', ')}.`
  return `Thresholds: ${facts.join(', ')}.${denied}`
}

/** What else the config file sets. */
function changesBy({ profiles, severity, disable, enable }: Config): string[] {
  const all = [
    ...profiles.map(({ workspaces, tags, profile }) => {
      const who = [
        ...workspaces.map((pattern) => code(pattern)),
        ...Object.entries(tags).map(([name, value]) => `tag ${code(name)} = ${code(value)}`),
      ]
      return `Profile ${code(profile)} for ${who.length === 0 ? 'all workspaces' : who.join(', ')}`
    }),
    ...severity.map(({ check, severity: one }) => `Severity of ${code(check)}: ${one}`),
    ...enable.map((check) => `Switched on: ${code(check)}`),
    ...disable.map(({ check, reason }) => `Switched off: ${code(check)}, ${prose(reason)}`),
  ]
  return all.length === 0 ? [] : [paragraph('The config file sets:'), list(all)]
}
