import { count, listed, oneLine, plural } from '../../text.ts'
import { labelOf } from '../view/labels.ts'
import { severityWords } from '../view/names.ts'
import type { View } from '../view/view.ts'
import { type Line, padded, type Style, wrapped } from './line.ts'
import { blank, prose } from './prose.ts'

const styles: Record<string, Style> = { high: 'red', medium: 'yellow' }

/** Failures that fail nothing, a line a check; recommendations are only counted. */
export function below({ below: groups, advice, labels, limits }: View, width: number): Line[] {
  const shown = groups.slice(0, limits.rows)
  const left = groups.length - shown.length
  const counted =
    advice === 0
      ? ''
      : `${plural(advice, 'recommendation is', 'recommendations are')} not listed here; --html-file <path> writes everything.`
  const rows = shown.flatMap(({ check, severity, items }) => {
    const names = items.map(({ resource }) => oneLine(labelOf(resource, labels)))
    const word: Line = [{ text: '  ' }, { text: padded(severityWords[severity], 8), style: styles[severity] }]
    return wrapped([...prose(check.failed), { text: ` · ${listed(names, limits.names)}` }], width, [
      word,
      ' '.repeat(10),
    ])
  })
  const more = left > 0 ? [[{ text: `  … and ${count(left)} more checks` }]] : []
  const title: Line = [{ text: 'Other findings (not failing the run)', style: 'bold' }]
  return [
    ...(rows.length > 0 ? [title, blank, ...rows, ...more] : []),
    ...(counted ? [blank, [{ text: counted }]] : []),
  ]
}
