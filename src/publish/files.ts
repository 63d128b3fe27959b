import type { Ports } from '../ports.ts'
import { jsonReport } from '../report/json.ts'
import { renderSummary } from '../report/markdown.ts'
import { messageOf } from '../text.ts'
import type { Publication, Result } from './result.ts'

/** A report file: the input that names it, where it goes, and what it says. */
type ReportFile = [input: string, path: string | null | undefined, pieces: () => Iterable<string>]

/** Writes every report file that is asked for. @returns their paths by input, empty for those that were not written */
export function writeFiles(
  { inputs }: Result,
  publication: Publication,
  { files, log }: Ports,
): Record<string, string> {
  const { header, report, context } = publication
  const wanted: ReportFile[] = [
    ['json-file', inputs.jsonFile, () => jsonReport(header, publication.whole())],
    ['markdown-file', inputs.markdownFile, () => [renderSummary(report, context)]],
  ]
  const written = wanted.map(([input, path, pieces]) => {
    if (!path) return [input, '']
    try {
      files.write(path, pieces())
      return [input, path]
    } catch (error) {
      log.warning(`Could not write ${input} ${path}: ${messageOf(error)}`)
      return [input, '']
    }
  })
  return Object.fromEntries(written)
}
