import { failsJob } from '../../judge/policy.ts'
import { count, plural } from '../../text.ts'
import { text } from '../view/escape.ts'
import type { Group, Item } from '../view/items.ts'
import { ruleLink, severityWords } from '../view/names.ts'
import { spread, tally } from '../view/tally.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { fixes } from './fixes.ts'
import { place } from './place.ts'
import { stepsOf } from './steps.ts'
import { creationOnly, evidence, links, problemOf, subject } from './subject.ts'

/** From here on, resources are listed below their check instead of told one by one. */
const MANY = 6

const unit: [string, string] = ['finding', 'findings']

/** What makes the conclusion `fail`, check by check. */
export function failing(view: View): Section[] {
  const { failing: groups, report, context } = view
  if (groups.length === 0) return []
  const items = groups.flatMap((group) => group.items)
  const isFailing = failsJob(report.conclusion, context.policy)
  const title = isFailing ? '### What fails the job' : '### What would fail the job'
  const heading = report.plan === null ? title : '### What reaches the threshold today'
  return [{ rank: 1, open: heading + shared(items, view), rows: [] }, ...stories(groups, isFailing ? '❌' : '⚠️', view)]
}

/** Failures, check by check. */
export function stories(groups: Group[], symbol: string, view: View): Section[] {
  const items = groups.flatMap((group) => group.items)
  const tell = items.length < MANY ? told : outlined
  return groups.flatMap((group) => tell(group, symbol, view))
}

function shared(items: Item[], { gates }: View): string {
  const where = spread(items, gates)
  return where && `\n\n${plural(tally(items, gates), 'finding')} on ${where}; shared resources are listed once.`
}

function told(group: Group, symbol: string, view: View): Section[] {
  const { check, items } = group
  const { heading, shared, of } = problemOf(group, view)
  const general = paragraph(shared, text(check.why, 600))
  const isOne = items.length === 1
  const rows = items.map((item) => story(item, isOne ? [general, fixOf([item], view)] : [of(item), ''], view))
  const open = [`#### ${symbol} ${heading}`, isOne ? '' : general].filter((part) => part !== '').join('\n\n')
  const fix = isOne ? '' : fixOf(items, view)
  const close = fix && `\n\n${fix}`
  return [{ rank: 1, open: `${open}\n\n`, rows, gap: '\n\n', close, unit, sizes: sizesOf(items, view) }]
}

function fixOf(items: Item[], { labels, limits }: View): string {
  return stepsOf(
    items.map(({ finding }) => finding),
    labels,
    limits.fixes,
  )
}

function sizesOf(items: Item[], { gates }: View): number[] {
  return items.map((item) => tally([item], gates))
}

function paragraph(...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function story(item: Item, [said, fix]: [said: string, fix: string], view: View): string {
  const { finding } = item
  const parts = [
    `**${severityWords[item.severity]}${item.new ? ' · new' : ''}** · ${subject(item, view)}${place(item, view)}`,
    said,
    evidence(finding, view.labels),
    fix,
    paragraph(finding.creationOnly ? creationOnly : '', links(item, view)),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function outlined(group: Group, symbol: string, view: View): Section[] {
  const { check, severity, items } = group
  const { heading, shared, of } = problemOf(group, view)
  const isNew = items.filter((item) => item.new).length
  const facts = [
    `**${severityWords[severity]}** · ${plural(items.length, 'resource')}`,
    items.some(({ finding }) => finding.creationOnly) ? ', only at creation' : '',
    isNew > 0 ? `, ${count(isNew)} new` : '',
    ` · ${ruleLink('About this check', check.id, view.context)}`,
  ]
  const read = new Set(items.map((item) => evidence(item.finding, view.labels)))
  const [common = ''] = read.size === 1 ? read : []
  const above = [facts.join(''), paragraph(shared, text(check.why, 600)), common]
    .filter((part) => part !== '')
    .join('\n\n')
  return [
    {
      rank: 1,
      open: `#### ${symbol} ${heading}\n\n${above}\n\n`,
      rows: items.map((item) =>
        bullet(item, of(item) || (read.size === 1 ? '' : evidence(item.finding, view.labels)), view),
      ),
      most: view.limits.resources,
      sizes: sizesOf(items, view),
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit,
    },
    ...fixes([group], 3, view),
  ]
}

function bullet(item: Item, detail: string, view: View): string {
  return `- ${subject(item, view)}${place(item, view)}${item.new ? ' · **new**' : ''}${detail && ` · ${detail}`}`
}
