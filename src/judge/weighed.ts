import { type Baseline, hasFailed, type Weighed } from '../baseline/compare.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import type { Finding } from '../model.ts'
import { fingerprint, type Outcome } from './evaluate.ts'

/** What failed in the baseline and is as it was, but for what the config file or the profile makes of it. */
export function weighedIn(
  findings: readonly Finding[],
  outcomes: readonly Outcome[],
  workspace: Workspace,
  { open }: Baseline,
): Weighed[] {
  const weighed = (check: string, resource: string, to: Weighed['to']): Weighed[] => {
    const from = open.get(fingerprint(check, resource, workspace.id))
    if (!hasFailed(from) || from === null || from === to) return []
    return [{ check, resource, workspace: workspace.id, from, to }]
  }
  const still = findings.flatMap(({ check, resource, status, severity }) =>
    status === 'fail' || status === 'waived' ? weighed(check, resource, status === 'fail' ? severity : status) : [],
  )
  const off = outcomes.filter(({ verdict }) => verdict.status === 'not-applicable' && verdict.reason === 'disabled')
  return [
    ...still,
    ...off.flatMap(({ check }) => check.subjects(workspace).all.flatMap(({ id }) => weighed(check.id, id, 'disabled'))),
  ]
}
