import { counts, failsJob } from '../../judge/policy.ts'
import type { CheckInfo, Policy, Report, Severity } from '../../model.ts'
import { asText } from '../../said.ts'
import { rank } from '../../severity.ts'
import { oneLine, plural } from '../../text.ts'
import type { RenderContext } from './context.ts'
import { ifMerged } from './if-merged.ts'
import { type Item, mergeFindings, reaching } from './items.ts'
import { type Labels, labelOf, labelsOf } from './labels.ts'
import { tally } from './tally.ts'
import { missingIn } from './unreadable.ts'

type Context = Pick<RenderContext, 'checks' | 'policy'>

/** ❌ the job fails for a finding, ⚠️ something is to be looked at, ✅ nothing is. */
export function symbol(report: Report, policy: Policy): string {
  if (report.conclusion === 'skipped') return '⏭️'
  if (report.conclusion === 'fail') return failsJob(report.conclusion, policy) ? '❌' : '⚠️'
  if (report.conclusion === 'incomplete' || isOnlyReported(report, policy)) return '⚠️'
  return '✅'
}

/** The outcome in one sentence without Markdown. */
export function verdict(report: Report, context: Context): string {
  const { conclusion, plan } = report
  if (plan !== null) return ifMerged(report, plan, context.policy)
  if (conclusion === 'skipped') return 'Encryption check skipped: this run has no identity in Azure'
  if (conclusion === 'incomplete') return incomplete(report, context.policy)
  return conclusion === 'fail' ? failed(report, context) : passed(report, context.policy)
}

/** What is worst, and after it all that fails the job. */
function failed(report: Report, { checks, policy }: Context): string {
  const outcome = failsJob(report.conclusion, policy) ? 'failed' : `failed${lenient(report)}`
  const { fail, unknown } = mergeFindings(report)
  const failing = fail.filter(({ findings }) => findings.some((finding) => counts(finding, policy)))
  const isPart = policy.failOnNewOnly && report.summary.new !== null
  const found = failureWords(bySeverity(failing, policy), reaching(policy.failOnSeverity)) + (isPart ? newOnly : '')
  const unknowns = policy.onUnknown === 'warn' ? 0 : tally(unknown, (finding) => counts(finding, policy))
  const undecided = unknowns > 0 ? [plural(unknowns, 'undecided check')] : []
  const worst = worstOf(failing, checks)
  return `Encryption check ${outcome}: ${worst ? `${called(worst, checks, labelsOf(report))}; ` : ''}${[found, ...undecided].join(', ')}`
}

const newOnly = ' that the baseline does not have'

function lenient({ run }: Report): string {
  return run.event === 'command-line' ? ' (exit code 0)' : ' (the job does not fail)'
}

function passed(report: Report, policy: Policy): string {
  const { workspaces, failedBySeverity } = report.summary
  const where = plural(workspaces, 'workspace')
  if (isOnlyReported(report, policy)) {
    return `Encryption check reports ${failureWords(failedBySeverity, ['high', 'medium', 'low'])} in ${where}`
  }
  // with a baseline, only what is new may count
  const known = reaching(policy.failOnSeverity).filter((severity) => failedBySeverity[severity] > 0)
  const suffix = known.length > 0 ? `, nothing new besides ${failureWords(failedBySeverity, known)}` : ''
  return `Encryption check passed: ${where}${suffix}`
}

function incomplete(report: Report, policy: Policy): string {
  const suffix = failsJob(report.conclusion, policy) ? '' : lenient(report)
  const unknown = tally(mergeFindings(report).unknown, (finding) => counts(finding, policy))
  if (report.summary.workspaces === 0) {
    const cause = causeOf(report)
    return `Encryption check found no Azure Machine Learning workspace${suffix}${cause && `: ${cause}`}`
  }
  if (unknown === 0) return `Encryption check could not find or access everything that was named${suffix}`
  return `Encryption check could not decide ${plural(unknown, 'check')} of ${severityWords(policy)}${suffix}`
}

/** Why nothing was found, where that is not simply that nothing can be seen. */
function causeOf(report: Report): string {
  const failed = missingIn(report).live.find(({ reason }) => reason !== 'not-visible' && reason !== 'absent')
  return failed ? withoutPeriod(oneLine(asText(failed.message), 200)) : ''
}

function severityWords({ failOnSeverity }: Policy): string {
  return failOnSeverity === 'high' ? 'high severity' : `${failOnSeverity} or higher severity`
}

function bySeverity(items: Item[], policy: Policy): Record<Severity, number> {
  const of = (severity: Severity) => tally(items, (one) => one.severity === severity && counts(one, policy))
  return { high: of('high'), medium: of('medium'), low: of('low'), info: 0 }
}

/** `3 high-severity failures`, `4 failures (1 high, 3 medium)` */
function failureWords(counts: Record<Severity, number>, which: Severity[]): string {
  const present = which.filter((severity) => counts[severity] > 0)
  const [only] = present
  if (only && present.length === 1) return plural(counts[only], `${only}-severity failure`)
  const sum = present.reduce((total, severity) => total + counts[severity], 0)
  return `${plural(sum, 'failure')} (${present.map((severity) => `${counts[severity]} ${severity}`).join(', ')})`
}

/** Nothing can fail the job, and there is something to see. */
function isOnlyReported({ summary }: Report, { failOnSeverity }: Policy): boolean {
  const { high, medium, low } = summary.failedBySeverity
  return failOnSeverity === 'never' && high + medium + low > 0
}

/** By severity; then what nothing brings back; then what is new; then as the checklist has it. */
function worstOf(items: Item[], checks: ReadonlyMap<string, CheckInfo>): Item | undefined {
  const places = new Map([...checks.keys()].map((id, index) => [id, index]))
  const weights = ({ check, severity, new: isNew }: Item) => [
    rank(severity),
    costs.indexOf(checks.get(check)?.irreversible),
    isNew ? 0 : 1,
    places.get(check) ?? places.size,
  ]
  return items.reduce<Item | undefined>(
    (worst, item) => (worst && !isBefore(weights(item), weights(worst)) ? worst : item),
    undefined,
  )
}

const costs: CheckInfo['irreversible'][] = ['keys', 'data', undefined]

function isBefore(a: number[], b: number[]): boolean {
  const at = a.findIndex((weight, index) => weight !== b[index])
  return at !== -1 && (a[at] as number) < (b[at] as number)
}

/** Longer names of failures are hard to take in beside what else is in a heading. */
const LONGEST_NAME = 80

/** What failed, and where if there is room for it: a name that is cut off says less than none. */
function called({ check, resource }: Item, checks: ReadonlyMap<string, CheckInfo>, labels: Labels): string {
  const failure = oneLine(checks.get(check)?.failed ?? check, LONGEST_NAME)
  const whole = `${failure} (${oneLine(labelOf(resource, labels), LONGEST_NAME)})`
  return resource !== '' && whole.length <= LONGEST_NAME ? whole : failure
}

export function withoutPeriod(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence
}
