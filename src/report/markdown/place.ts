import type { PlanFinding } from '../../model.ts'
import { code, link } from '../view/escape.ts'
import { isForeseen, sourceUrl } from '../view/foreseen.ts'
import type { Item } from '../view/items.ts'
import type { View } from '../view/view.ts'

/** Where a planned finding comes from, or what becomes of a live one, after what says whose it is. */
export function place({ finding, findings }: Item, view: View): string {
  if (isForeseen(finding)) return finding.source === null ? '' : ` · ${sourceOf(finding, view)}`
  const [change, ...more] = new Set(findings.map(({ fingerprint }) => view.leaving.get(fingerprint)))
  if (change === undefined || more.length > 0) return ''
  return change === 'gone' ? ' · **gone if merged**' : ' · **fixed if merged**'
}

/** `main.tf:42`, which opens it at the head commit; empty where nothing of the plans leads to it. */
export function sourceOf(finding: PlanFinding, { report, context }: View): string {
  const { source } = finding
  if (source === null) return ''
  const { file, line } = source
  const label = code(line === null ? file : `${file}:${line}`)
  return link(label, sourceUrl(finding, report, context.serverUrl))
}
