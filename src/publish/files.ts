import { evidenceFile } from '../evidence-file/format.ts'
import type { Ports } from '../ports.ts'
import { badgeJson, badgeOf, badgeSvg } from '../report/badge.ts'
import { htmlReport } from '../report/html/html.ts'
import { jsonReport } from '../report/json.ts'
import { renderSummary } from '../report/markdown/markdown.ts'
import { sarifReport } from '../report/sarif/sarif.ts'
import { depthOf } from '../scan.ts'
import type { Publication, Result } from './result.ts'
import { whyUnwritten } from './unwritten.ts'

/** A report file: the input that names it, where it goes, and what it says. */
type ReportFile = [input: string, path: string | null | undefined, pieces: () => Iterable<string>]

/** Writes every report file that is asked for. @returns their paths by output, empty for those that were not written */
export function writeFiles(result: Result, publication: Publication, ports: Ports): Record<string, string> {
  const { inputs, config, scan } = result
  const { header, report, context } = publication
  const { badgeFile } = inputs
  const badge = () => badgeOf(header, inputs.policy)
  const run = { run: header.run, options: depthOf(config), requests: header.coverage.requests }
  const isRead = scan.conclusion !== 'skipped'
  // a plan that is judged alone is no evidence of what there is
  const isLive = scan.liveConclusion !== 'skipped'
  const written = (...file: ReportFile) => write(file, ports)
  return {
    'json-file': written('json-file', inputs.jsonFile, () =>
      jsonReport({ ...header, plan: report.plan }, publication.whole(), inputs.policy),
    ),
    'markdown-file': written('markdown-file', inputs.markdownFile, () => [renderSummary(report, context)]),
    // an upload without results would close the alerts of an earlier one
    'sarif-file': written('sarif-file', isRead ? inputs.sarifFile : null, () => [
      sarifReport(report, { ...context, location: locationOf(result, ports) }),
    ]),
    'html-file': written('html-file', inputs.htmlFile, () => htmlReport(report, context)),
    'evidence-file': written('evidence-file', isLive ? inputs.evidenceFile : null, () =>
      evidenceFile(scan.evidence, run),
    ),
    'badge-file':
      written('badge-file', badgeFile?.svg, () => [badgeSvg(badge())]) &&
      written('badge-file', badgeFile?.json, () => [badgeJson(badge())]),
  }
}

/** @returns the path, empty when there is none */
function write([input, path, pieces]: ReportFile, { files, log }: Ports): string {
  if (!path) return ''
  try {
    files.write(path, pieces())
    return path
  } catch (error) {
    log.warning(`${input} ${path} could not be written ${whyUnwritten(error)}`)
    return ''
  }
}

/** What code scanning shows beside a finding: the file of this repository that decides what is demanded. */
function locationOf({ config, inputs }: Result, { env }: Ports): string {
  if (config.file !== null && inputs.configFile.inRepository !== null) return inputs.configFile.inRepository
  const [, workflow] = /^[^/]+\/[^/]+\/(.+?)@/.exec(env.GITHUB_WORKFLOW_REF ?? '') ?? []
  return workflow ?? 'README.md'
}
