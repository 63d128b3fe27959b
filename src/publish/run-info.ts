import type { RunInfo } from '../model.ts'
import type { Result } from './model.ts'

/** What a report says of the run itself: of which commit it is, who read what, by which rules. */
export function runInfo({ inputs, config, event, scan, startedAt }: Result, finishedAt: Date): RunInfo {
  const { profile, ...gate } = inputs.policy
  const { file } = config
  return {
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    event: event.name,
    repository: event.repository,
    sha: event.sha,
    url: event.runUrl,
    ...scan.reader,
    gate: { ...gate, gateOn: scan.planned?.gateOn ?? 'live' },
    profile,
    config: file && { path: file.path, sha256: file.sha256 },
    judgedFrom: scan.judgedFrom,
  }
}
