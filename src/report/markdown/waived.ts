import type { Waiver } from '../../model.ts'
import { count, listed } from '../../text.ts'
import { text } from '../view/escape.ts'
import type { Item } from '../view/items.ts'
import { resourceNames } from '../view/labels.ts'
import { ruleLink } from '../view/names.ts'
import type { View } from '../view/view.ts'
import { idsWithoutVerdict } from '../view/without-verdict.ts'

/** What is waived, by whom and until when. */
export function waived({ items, context, labels, limits }: View): string[] {
  const groups = new Map<string, Item[]>()
  for (const item of items.waived) {
    // waivers that say the same are one line, wherever each stands
    const key = JSON.stringify([item.check, terms(item.finding.waiver)])
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  if (groups.size === 0) return []
  const lines = [...groups.values()].slice(0, limits.resources).map((group) => {
    const [{ check, finding }] = group as [Item]
    const resources = resourceNames(
      group.map(({ resource }) => resource),
      labels,
      limits.names,
    )
    return `- ${ruleLink(text(context.checks.get(check)?.title ?? check), check, context)} on ${resources}${terms(finding.waiver)}`
  })
  const left = groups.size - lines.length
  return [`**Waived**\n\n${lines.join('\n')}${left > 0 ? `\n- … and ${count(left)} more` : ''}`]
}

function terms(waiver: Waiver | null): string {
  if (waiver === null) return ''
  const { owner, reason, expires, ticket } = waiver
  return `, by ${text(owner, 80)} until ${text(expires, 20)}: ${text(reason)}${ticket === null ? '' : ` (${text(ticket, 80)})`}`
}

/** Checks that no reading can decide, and those that are switched off. */
export function withoutVerdict({ report, context }: View): string[] {
  return idsWithoutVerdict(report).map(([words, ids]) => {
    const names = ids.map((id) => ruleLink(text(context.checks.get(id)?.title ?? id), id, context))
    return `${words}: ${listed(names, 25)}.`
  })
}
