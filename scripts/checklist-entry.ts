import type { Check } from '../src/checklist/check.ts'
import type { MappedFramework, Mapping } from '../src/controls/controls.ts'
import type { Part, PerProfile, Severity, Step } from '../src/model.ts'
import { commandLine } from '../src/report/view/command.ts'
import { nameIn } from '../src/said.ts'
import { shellQuoted } from '../src/shell.ts'
import type { Observation } from './observations.ts'

/** Where the reports link to. */
export const anchor = (id: string) => id.replaceAll('/', '-')

/** One check, in the parts that help pages of rules have: what, when, why, how to fix, links. */
export function entry(check: Check, observation: Observation | undefined, { frameworks }: Mapping): string {
  const { id, title, rows, passes, fails, cannotTell, why, creationOnly } = check
  const answers = rows.map((row) => `[${row}](#${row.toLowerCase()})`).join(', ')
  return [
    `<a id="${anchor(id)}"></a>`,
    `### ${id}`,
    `**${title}.** Answers ${answers}.`,
    `**What it reads:**${reads(observation)}`,
    `**When it passes:** ${passes}`,
    `**When it fails:** ${fails}`,
    `**When it cannot tell:** ${cannotTell}`,
    `**Why it matters:** ${why}`,
    `**Severity:** ${severity(severitiesOf(check, observation))}${creationOnly ? ' Can only be chosen at creation.' : ''}`,
    ...remedy(observation?.steps ?? []),
    `**[Controls](#frameworks):** ${controls(check, frameworks)}`,
    `**Links:** ${links(check)}`,
  ].join('\n\n')
}

function reads(observation: Observation | undefined): string {
  const all = [...(observation?.reads ?? [])]
  if (!observation?.severities.length) return ' files that `plan-files` names; nothing of a workspace.'
  if (all.length === 0) return ' nothing.'
  return `\n\n${all.map(([type, paths]) => `- ${type}: ${[...paths].map((path) => `\`${path}\``).join(', ')}`).join('\n')}`
}

/** Of what no workspace has, nothing is observed. */
function severitiesOf({ severity }: Check, observation: Observation | undefined): PerProfile<Severity>[] {
  if (observation?.severities.length) return observation.severities
  return typeof severity === 'object' ? [severity] : []
}

function severity(all: PerProfile<Severity>[]): string {
  const texts = all.map(({ 'cmk-required': strict, baseline }) =>
    strict === baseline ? strict : `${strict} under \`cmk-required\`, ${baseline} under \`baseline\``,
  )
  return `${texts.join('; for other resources ')}.`
}

function remedy(steps: Step[]): string[] {
  if (steps.length === 0) return []
  const shown = steps.map((step) =>
    'command' in step ? `\`\`\`sh\n${commandLine(step.command, unquoted)}\n\`\`\`` : prose(step.instruction),
  )
  return ['**How to fix:**', ...shown]
}

/** What is to be filled in needs no quotes against the shell. */
function unquoted(word: string): string {
  return word.includes('<') ? word : shellQuoted(word)
}

/** Placeholders are no HTML, unless they are in code already. */
function prose(parts: Part[]): string {
  return parts
    .map(nameIn)
    .join('')
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`')
}

function controls({ id, policies = [] }: Check, frameworks: MappedFramework[]): string {
  if (policies.length === 0) return 'none; no built-in policy is known that asks this.'
  const found = frameworks.flatMap(({ name, controls }) => {
    const ids = controls.filter(({ checks }) => checks.includes(id)).map((control) => control.id)
    return ids.length === 0 ? [] : [`\`${name}\` ${ids.join(', ')}`]
  })
  return found.join(' · ') || 'none; Microsoft assigns the policy to no control of these frameworks.'
}

function links({ reference, policies = [] }: Check): string {
  const definitions = policies.map(({ name, id }) => `Azure Policy "${name.replace(/\.$/, '')}" (\`${id}\`)`)
  return [`[Microsoft's documentation](${reference})`, ...definitions].join(' · ')
}
