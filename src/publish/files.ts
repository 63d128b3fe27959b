import { createHash, type Hash } from 'node:crypto'
import { evidenceFile } from '../evidence-file/format.ts'
import type { Ports } from '../ports.ts'
import { badgeJson, badgeOf, badgeSvg } from '../report/badge.ts'
import { csvReport } from '../report/csv/csv.ts'
import { htmlReport } from '../report/html/html.ts'
import { jsonReport } from '../report/json.ts'
import { renderSummary } from '../report/markdown/markdown.ts'
import { sarifReport } from '../report/sarif/sarif.ts'
import { depthOf } from '../scan/evidence.ts'
import { checksums, type Written } from './checksums.ts'
import { htmlContext } from './html-context.ts'
import type { Publication, Result } from './model.ts'
import { whyUnwritten } from './unwritten.ts'

/** A report file: what people call it, where it goes, and what it says. */
type ReportFile = [called: string, path: string | null | undefined, pieces: () => Iterable<string>]

/** Writes a file, if there is one. @returns its path, empty where nothing was written */
type Writer = (...file: ReportFile) => string

export interface WrittenFiles {
  /** by name, empty for what was not written */
  outputs: Record<string, string>
  paths: string[]
}

/** Writes every report file that is asked for, and their checksums. */
export function writeFiles(result: Result, publication: Publication, ports: Ports): WrittenFiles {
  const files: Written[] = []
  const outputs = reportFiles(result, publication, ports, (...file) => {
    const digest = write(file, ports)
    if (digest !== null) files.push(digest)
    return digest?.path ?? ''
  })
  const sums = writeChecksums(result, files, ports)
  return {
    outputs: { ...outputs, 'report-digest': sums === null ? '' : `sha256:${sums.digest}` },
    paths: [...files, ...(sums === null ? [] : [sums])].map(({ path }) => path),
  }
}

function reportFiles(result: Result, publication: Publication, ports: Ports, written: Writer): Record<string, string> {
  const { inputs, config, scan } = result
  const { header, report, context } = publication
  const { badgeFile } = inputs
  const badge = () => badgeOf(header, inputs.policy)
  const run = { run: header.run, options: depthOf(config), requests: header.coverage.requests }
  const isRead = scan.conclusion !== 'skipped'
  // a plan that is judged alone is no evidence of what there is
  const isLive = scan.liveConclusion !== 'skipped'
  return {
    'json-file': written('json-file', inputs.jsonFile, () =>
      jsonReport({ ...header, plan: report.plan }, publication.whole(), inputs.policy),
    ),
    'markdown-file': written('markdown-file', inputs.markdownFile, () => [renderSummary(report, context)]),
    // an upload without results would close the alerts of an earlier one
    'sarif-file': written('sarif-file', isRead ? inputs.sarifFile : null, () => [
      sarifReport(report, { ...context, location: locationOf(result, ports) }),
    ]),
    'html-file': written('html-file', inputs.htmlFile, () => htmlReport(report, htmlContext(result, publication))),
    'csv-file': written('csv-file', inputs.csvFile, () => csvReport(publication.whole(), report, context)),
    'evidence-file': written('evidence-file', isLive ? inputs.evidenceFile : null, () =>
      evidenceFile(scan.evidence, run),
    ),
    'badge-file':
      written('badge-file', badgeFile?.svg, () => [badgeSvg(badge())]) &&
      written('badge-file', badgeFile?.json, () => [badgeJson(badge())]),
  }
}

/** The log keeps the digest of the checksums where nobody who gets the files can change it. */
function writeChecksums({ inputs }: Result, files: Written[], ports: Ports): Written | null {
  const { checksumFile } = inputs
  if (checksumFile === null || files.length === 0) return null
  const { path, folder } = checksumFile
  const written = write(["json-file's checksums", path, () => [checksums(files, folder)]], ports)
  if (written !== null) ports.log.info(`SHA-256 of ${path}, which has those of the other files: ${written.digest}`)
  return written
}

function write([called, path, pieces]: ReportFile, { files, log }: Ports): Written | null {
  if (!path) return null
  const hash = createHash('sha256')
  try {
    files.write(path, hashed(pieces(), hash))
    return { path, digest: hash.digest('hex') }
  } catch (error) {
    log.warning(`${called} ${path} could not be written ${whyUnwritten(error)}`)
    return null
  }
}

function* hashed(pieces: Iterable<string>, hash: Hash): Generator<string> {
  for (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

/** What code scanning shows beside a finding: the file of this repository that decides what is demanded. */
function locationOf({ config, inputs }: Result, { env }: Ports): string {
  if (config.file !== null && inputs.configFile.inRepository !== null) return inputs.configFile.inRepository
  const [, workflow] = /^[^/]+\/[^/]+\/(.+?)@/.exec(env.GITHUB_WORKFLOW_REF ?? '') ?? []
  return workflow ?? 'README.md'
}
