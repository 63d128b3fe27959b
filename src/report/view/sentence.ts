import { reaches } from '../../judge/policy.ts'
import type { Finding, Policy } from '../../model.ts'
import { asText } from '../../said.ts'

/** What a finding says; of a failure at the threshold also that Resource Manager has not confirmed it. */
export function sentenceOf(finding: Finding, { failOnSeverity }: Pick<Policy, 'failOnSeverity'>): string {
  const { status, reason, severity, confirmed } = finding
  const isFailure = status !== 'pass' && reason === null
  const isDoubtful = isFailure && !confirmed && reaches(severity, failOnSeverity)
  const message = asText(finding.message)
  return isDoubtful ? `${message} (from Resource Graph)` : message
}
