import type { MappedFramework } from '../../controls/controls.ts'
import type { Item } from '../view/items.ts'
import { severityWords, systems } from '../view/names.ts'
import { statusWords } from './findings.ts'
import { titleOf } from './frameworks.ts'
import { html } from './markup.ts'

/** What chooses among findings. Hidden until the script that makes it work has run. */
export function filter(items: Item[], frameworks: MappedFramework[]): string {
  const present = new Set(items.map(({ check }) => check.split('/', 1)[0] ?? ''))
  return `<div class="filter" role="search" aria-label="Findings" hidden>
<label class="wide">Search resources, workspaces, checks<input type="search" name="text" autocomplete="off"></label>
${select('Severity', Object.entries(severityWords))}
${select(
  'Status',
  (['fail', 'unknown', 'waived'] as const).map((status) => [status, statusWords[status]]),
)}
${select(
  'System',
  [...present].map((id) => [id, systems[id] ?? id]),
)}
${
  frameworks.length === 0
    ? ''
    : select(
        'Framework',
        frameworks.map((one) => [one.name, titleOf(one)]),
      )
}
<output aria-live="polite"></output>
</div>
`
}

function select(label: string, choices: [value: string, word: string][]): string {
  const options = [['', 'All'], ...choices].map(
    ([value = '', word = '']) => `<option value="${html(value)}">${html(word)}</option>`,
  )
  return `<label>${label}<select name="${label.toLowerCase()}">${options.join('')}</select></label>`
}
