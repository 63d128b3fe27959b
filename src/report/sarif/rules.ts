import type { ReportingDescriptor } from 'sarif'
import type { CheckInfo, Severity } from '../../model.ts'
import { worst } from '../../severity.ts'
import { link, text } from '../view/escape.ts'
import { infoOf } from '../view/items.ts'
import { ruleUrl, systems } from '../view/names.ts'
import { unseenInfo } from '../view/unseen.ts'
import type { SarifContext } from './context.ts'
import { type Entry, levels } from './results.ts'
import { relationshipsOf } from './taxonomies.ts'

/** From 7.0 on code scanning says high, from 4.0 on medium, above 0 low. */
const scores: Partial<Record<Severity, string>> = { high: '8.0', medium: '5.5', low: '3.0' }

/** Code scanning takes no more of a rule. */
const TAGS = 20

const problems = { high: 'error', medium: 'warning', low: 'recommendation', info: 'recommendation' }

/** Every check, so that one without results counts as passed and not as unheard of; with the worst severity of its results. */
export function rulesOf(context: SarifContext, entries: Entry[]): ReportingDescriptor[] {
  const severities = new Map<string, Severity>()
  for (const { ruleId, severity } of entries)
    severities.set(ruleId, worst([severity, severities.get(ruleId) ?? 'info']))
  // what files hold can be a question that no workspace is asked
  const others = [...severities.keys()].filter((id) => id !== unseenInfo.id && !context.checks.has(id))
  const asked = others.map((id) => infoOf(id, context.checks))
  return [...context.checks.values(), ...asked, unseenInfo].map((check) =>
    rule(check, severities.get(check.id), context),
  )
}

function rule(check: CheckInfo, severity: Severity | undefined, context: SarifContext): ReportingDescriptor {
  const { id, title, why, reference, rows } = check
  const { docs } = context
  const url = id === unseenInfo.id ? docs && `${docs}/README.md` : ruleUrl(id, context)
  const fix = remedy(check)
  const relationships = relationshipsOf(id, context.mapping.frameworks)
  const tags = [
    'security',
    'encryption',
    'azure',
    systems[id.split('/', 1)[0] ?? ''] ?? 'coverage',
    ...rows.slice(0, 6),
  ]
  const frameworks = new Set(relationships.map(({ target }) => target.toolComponent?.name ?? ''))
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: sentence(title) },
    fullDescription: { text: sentence(why || title) },
    ...(url && { helpUri: url }),
    help: {
      text: [sentence(title), why, fix, url].filter((part) => part !== '').join(' '),
      markdown: [
        `**When it fails:** ${text(why || title, 1000)}`,
        `**To fix it:** ${text(fix)}`,
        [docs && link('About this check', url), reference && link('Microsoft’s documentation', reference)]
          .filter((part) => part !== '')
          .join(' · '),
      ].join('\n\n'),
    },
    ...(severity && { defaultConfiguration: { level: levels[severity] } }),
    ...(relationships.length > 0 && { relationships }),
    properties: {
      tags: [...tags, ...frameworks].slice(0, TAGS),
      precision: 'very-high',
      ...(severity && { 'problem.severity': problems[severity] }),
      ...(severity && scores[severity] && { 'security-severity': scores[severity] }),
    },
  }
}

function remedy({ id, creationOnly }: CheckInfo): string {
  if (id === unseenInfo.id) return 'Correct the name, or give the identity of the workflow the Reader role there.'
  return creationOnly
    ? 'The setting can only be chosen when the resource is created; each result has the steps.'
    : 'Each result has the command or the steps for its resource.'
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}

/** `KeyVaultPurgeProtection` */
function pascalCase(id: string): string {
  return id.replace(/(?:^|[^a-z0-9]+)([a-z0-9])/gi, (_, first: string) => first.toUpperCase())
}
