import { markdownTable } from 'markdown-table'
import type { Check } from '../src/checklist/check.ts'
import { type GuidanceRow, guidance } from '../src/checklist/guidance.ts'
import { type Mapping, mappingOf } from '../src/controls/controls.ts'
import { systems } from '../src/report/view/names.ts'
import { anchor, entry } from './checklist-entry.ts'
import { type Observation, observe } from './observations.ts'

/** A page with the rows of the guidance, and every check, to which the reports link. */
export function checklistPage(checklist: readonly Check[]): string {
  const seen = observe(checklist)
  const mapping = mappingOf(checklist)
  const bySystem = Object.groupBy(checklist, ({ id }) => id.split('/')[0] ?? '')
  const sections = Object.entries(bySystem).map(([system, checks = []]) =>
    [`## ${systems[system] ?? system}`, ...checks.map((check) => entry(check, seen.get(check.id), mapping))].join(
      '\n\n',
    ),
  )
  return `${[introduction, rows(checklist, seen), frameworks(mapping), ...sections].join('\n\n')}\n`
}

const introduction = `# The checklist

<!-- generated from src/checklist by \`npm run docs\` -->

What is asked of every workspace: first [row by row](#the-guidance-row-by-row), as Microsoft's guidance on encryption
puts it, then check by check, in the order of the reports.

A severity is that of a failure, in each profile; where a way to fail has another one, the check says so. What cannot be
read, for want of a permission or otherwise, is *undecided*, never passed; *when it cannot tell* names what leaves a check
undecided although the resource can be read. What a workspace does not have is not judged.`

function rows(checklist: readonly Check[], seen: Map<string, Observation>): string {
  const answers = ({ id }: GuidanceRow) =>
    checklist.filter((check) => check.rows.includes(id)).map((check) => linkTo(check.id) + nature(seen.get(check.id)))
  const table = guidance.map((row) => [
    `<a id="${row.id.toLowerCase()}"></a>${row.id}`,
    row.statement,
    answers(row).join('<br>') || 'none',
    row.note ?? '',
  ])
  return `## The guidance, row by row

What [Data encryption with Azure Machine Learning](https://learn.microsoft.com/azure/machine-learning/concept-data-encryption)
said on 2021-04-21, in our words; the checks that answer it; what has changed since, or why there is little to check.
*Attested* is what Microsoft guarantees, *manual* what only people can judge: neither can fail.

${markdownTable([['Row', 'What it says', 'Checks', 'Since then'], ...table], { alignDelimiters: false })}`
}

/** Whose mapping the controls are. */
function frameworks({ source: { repository, commit, date }, frameworks }: Mapping): string {
  const address = `https://github.com/${repository}/tree/${commit}/built-in-policies/policySetDefinitions`
  const table = frameworks.map(({ name, title, version, initiative, size, controls }) => [
    `\`${name}\``,
    `${title} ${version}`,
    initiative,
    `${controls.length} of ${size}`,
  ])
  return `## Frameworks

In the built-in initiatives of Azure Policy, Microsoft assigns policies to the controls of frameworks. A check has the
controls of the policies that ask the same, or nearly the same; a check without such a policy has none. The assignments
are [Microsoft's](${address}), of ${date}, for Azure's public cloud; nothing is added to them. Some policies are off by default, as those for
customer-managed keys in Microsoft's own benchmark. **A policy is not the whole
control:** checks that pass are evidence for a part of it, and never show that a control is met. The input \`frameworks\`
takes the names.

${markdownTable([['Name', 'Framework', 'Initiative and its version', 'Controls with checks'], ...table], { alignDelimiters: false })}`
}

const linkTo = (id: string) => `[${id}](#${anchor(id)})`

/** What never fails says what it is instead. */
function nature(observation: Observation | undefined): string {
  const kind = (['attested', 'manual'] as const).find((status) => observation?.statuses.has(status))
  return kind ? ` (${kind})` : ''
}
