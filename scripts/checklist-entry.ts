import type { Check } from '../src/checklist/check.ts'
import type { PerProfile, Severity } from '../src/model.ts'
import { stepsOf } from '../src/report/view/command.ts'
import type { Observation } from './observations.ts'

/** Where the reports link to. */
export const anchor = (id: string) => id.replaceAll('/', '-')

/** One check, in the parts that help pages of rules have: what, when, why, how to fix, links. */
export function entry(check: Check, observation: Observation | undefined): string {
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
    `**Severity:** ${severity(observation?.severities ?? [])}${creationOnly ? ' Can only be chosen at creation.' : ''}`,
    ...remedy(observation?.remedy ?? null),
    `**Links:** ${links(check)}`,
  ].join('\n\n')
}

function reads(observation: Observation | undefined): string {
  const all = [...(observation?.reads ?? [])]
  if (all.length === 0) return ' nothing.'
  return `\n\n${all.map(([type, paths]) => `- ${type}: ${[...paths].map((path) => `\`${path}\``).join(', ')}`).join('\n')}`
}

function severity(all: PerProfile<Severity>[]): string {
  const texts = all.map(({ 'cmk-required': strict, baseline }) =>
    strict === baseline ? strict : `${strict} under \`cmk-required\`, ${baseline} under \`baseline\``,
  )
  return `${texts.join('; for other resources ')}.`
}

function remedy(text: string | null): string[] {
  if (text === null) return []
  const steps = stepsOf(text).map(({ kind, text: step }) =>
    kind === 'command' ? `\`\`\`sh\n${unquoted(step)}\n\`\`\`` : prose(step),
  )
  return ['**How to fix:**', ...steps]
}

/** What is to be filled in needs no quotes against the shell. */
function unquoted(command: string): string {
  return command.replaceAll(/'([^'\n]*<[^'\n]*)'/g, '$1')
}

/** Placeholders are no HTML, unless they are in code already. */
function prose(sentence: string): string {
  return sentence
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`')
}

function links({ reference, policy, benchmark }: Check): string {
  const policies = (policy?.split('; ') ?? []).map((one) => {
    const [, name, id] = /^(.*?)\.? \(([0-9a-f-]{36})\)$/.exec(one) ?? []
    return `Azure Policy "${name}" (\`${id}\`)`
  })
  const control = benchmark ? [`Microsoft cloud security benchmark v1: ${benchmark}`] : []
  return [`[Microsoft's documentation](${reference})`, ...policies, ...control].join(' · ')
}
