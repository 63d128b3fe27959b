import type { Finding, Policy, Report, Severity } from '../model.ts'
import { counts, failsJob } from '../policy.ts'
import { oneLine } from '../text.ts'
import { rank, reaching } from './items.ts'
import { plural, resourceName } from './names.ts'

/** ❌ the job fails for a finding, ⚠️ something is to be looked at, ✅ nothing is. */
export function symbol(report: Report, policy: Policy): string {
  if (report.conclusion === 'skipped') return '⏭️'
  if (report.conclusion === 'fail') return failsJob(report.conclusion, policy) ? '❌' : '⚠️'
  if (report.conclusion === 'incomplete' || isOnlyReported(report, policy)) return '⚠️'
  return '✅'
}

const LENIENT = ' and lets the job pass'

/** The outcome in one sentence without Markdown. */
export function verdict(report: Report, policy: Policy): string {
  const worst = worstFinding(report, policy)
  return worst ? `${outcome(report, policy)}, worst: ${worst}` : outcome(report, policy)
}

function outcome(report: Report, policy: Policy): string {
  const { conclusion } = report
  if (conclusion === 'skipped') return 'Encryption check skipped: this run has no identity in Azure'
  if (conclusion === 'incomplete') return incomplete(report, policy)
  if (conclusion === 'fail') {
    const found = foundWords(report, policy)
    return failsJob(conclusion, policy)
      ? `Encryption check failed: ${found}`
      : `Encryption check found ${found}${LENIENT}`
  }
  return passed(report, policy)
}

function passed(report: Report, policy: Policy): string {
  const { workspaces, failedBySeverity } = report.summary
  const where = plural(workspaces, 'workspace')
  if (isOnlyReported(report, policy)) {
    return `Encryption check reports ${findingsWords(failedBySeverity, ['high', 'medium', 'low'])} in ${where}`
  }
  // with a baseline, only what is new may count
  const known = reaching(policy.failOnSeverity).filter((severity) => failedBySeverity[severity] > 0)
  const suffix = known.length > 0 ? `, nothing new besides ${findingsWords(failedBySeverity, known)}` : ''
  return `Encryption check passed: ${where}${suffix}`
}

function incomplete(report: Report, policy: Policy): string {
  const suffix = failsJob(report.conclusion, policy) ? '' : LENIENT
  const unknown = undecided(report, policy)
  if (report.summary.workspaces === 0) return `Encryption check found no Azure Machine Learning workspace${suffix}`
  if (unknown === 0) return `Encryption check could not see everything that is named${suffix}`
  return `Encryption check could not decide ${plural(unknown, 'check')} of ${severityWords(policy)}${suffix}`
}

/** Unknown findings that reach the threshold. */
function undecided({ workspaces }: Report, policy: Policy): number {
  let found = 0
  for (const { findings } of workspaces)
    for (const finding of findings) if (finding.status === 'unknown' && counts(finding, policy)) found++
  return found
}

function severityWords({ failOnSeverity }: Policy): string {
  return failOnSeverity === 'high' ? 'high severity' : `${failOnSeverity} or higher severity`
}

/** What makes the conclusion `fail`, in numbers. */
function foundWords({ workspaces, summary }: Report, policy: Policy): string {
  const severities = reaching(policy.failOnSeverity)
  if (!policy.failOnNewOnly || summary.new === null) return findingsWords(summary.failedBySeverity, severities)
  const found: Record<Severity, number> = { high: 0, medium: 0, low: 0, info: 0 }
  for (const { findings } of workspaces)
    for (const finding of findings) if (finding.status === 'fail' && counts(finding, policy)) found[finding.severity]++
  return `${findingsWords(found, severities)} that the baseline does not have`
}

/** `3 high-severity findings`, `4 findings (1 high, 3 medium)` */
function findingsWords(counts: Record<Severity, number>, which: Severity[]): string {
  const present = which.filter((severity) => counts[severity] > 0)
  const [only] = present
  if (only && present.length === 1) return plural(counts[only], `${only}-severity finding`)
  const sum = present.reduce((total, severity) => total + counts[severity], 0)
  return `${plural(sum, 'finding')} (${present.map((severity) => `${counts[severity]} ${severity}`).join(', ')})`
}

/** Nothing can fail the job, and there is something to see. */
function isOnlyReported({ summary }: Report, { failOnSeverity }: Policy): boolean {
  const { high, medium, low } = summary.failedBySeverity
  return failOnSeverity === 'never' && high + medium + low > 0
}

function worstFinding(report: Report, policy: Policy): string | null {
  if (report.conclusion !== 'fail') return null
  let worst: Finding | null = null
  for (const { findings } of report.workspaces) {
    for (const finding of findings) {
      if (finding.status !== 'fail' || !counts(finding, policy)) continue
      if (!worst || order(finding) < order(worst)) worst = finding
    }
  }
  return worst && sentenceOf(worst)
}

function order({ severity, new: isNew }: Finding): number {
  return rank(severity) * 2 + (isNew ? 0 : 1)
}

function sentenceOf({ message, resource }: Finding): string {
  const name = oneLine(resourceName(resource), 100)
  const sentence = withoutPeriod(oneLine(message, 160))
  return sentence.includes(name) ? sentence : `${sentence} (${name})`
}

export function withoutPeriod(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence
}
