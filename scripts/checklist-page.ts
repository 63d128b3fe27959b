import type { Check } from '../src/checklist/check.ts'
import { systems } from '../src/report/names.ts'

/** A page with every check, to which the reports link. */
export function checklistPage(checklist: readonly Check[]): string {
  const bySystem = Object.groupBy(checklist, ({ id }) => id.split('/')[0] ?? '')
  const sections = Object.entries(bySystem).map(([system, checks = []]) =>
    [`## ${systems[system] ?? system}`, ...checks.map(entry)].join('\n\n'),
  )
  return `${[introduction, ...sections].join('\n\n')}\n`
}

const introduction = `# The checklist

<!-- generated from src/checklist by \`npm run docs\` -->

What is asked of every workspace, in the order of the reports. A severity is that of a failure, in each profile; single
findings can have another where the rule says so. What could not be read is *unknown*, never passed.`

function entry(check: Check): string {
  const { id, title, why, reference, creationOnly } = check
  return [
    `<a id="${id.replaceAll('/', '-')}"></a>`,
    `### ${title}`,
    `\`${id}\` · ${severityOf(check)}${creationOnly ? ' · can only be chosen at creation' : ''}`,
    `**When it fails:** ${why}`,
    `[Microsoft's documentation](${reference})`,
  ].join('\n\n')
}

function severityOf({ severity }: Check): string {
  if (typeof severity === 'function') return 'severity by resource'
  const { 'cmk-required': strict, baseline } = severity
  return strict === baseline ? strict : `${strict} under \`cmk-required\`, ${baseline} under \`baseline\``
}
