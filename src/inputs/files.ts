import { isAbsolute, relative, sep } from 'node:path'
import type { Reader } from './reader.ts'
import { type Parser, Refusal } from './values.ts'

/** Files that a run reads and writes. Paths are absolute; null: not asked for. */
export interface Files {
  jsonFile: string | null
  markdownFile: string | null
  sarifFile: string | null
  htmlFile: string | null
  csvFile: string | null
  /** what shields.io reads, and the picture beside it */
  badgeFile: { json: string; svg: string } | null
  evidenceFile: string | null
  /** digests of the files above, beside the JSON report; they are named there as from the folder */
  checksumFile: { path: string; folder: string } | null
  /** an earlier JSON report */
  baselineFile: string | null
  /** an earlier evidence file */
  replayFile: string | null
  /**
   * how people call it, besides where it is, and where it is in the repository (null: elsewhere); a file that was not
   * named may be missing
   */
  configFile: { path: string; name: string; inRepository: string | null; isNamed: boolean }
}

/**
 * @param workspace folder to which file names are relative
 * @param file reads the name of a file
 * @param report the JSON report where none is named; null: it is written only where it is named
 * @param read what else is read, by input
 */
export function readFiles(
  reader: Reader<'config-file'>,
  workspace: string,
  file: Parser<string>,
  report: string | null,
  read: [input: string, path: string][],
): Readonly<Files> {
  const optional = (name: string) => reader.optional(name, file) ?? null
  const badge = reader.optional('badge-file', jsonFile(file))
  const config = reader.required('config-file', file)
  const json = optional('json-file') ?? (report === null ? null : file(report))
  const files: Files = {
    jsonFile: json,
    markdownFile: optional('markdown-file'),
    sarifFile: optional('sarif-file'),
    htmlFile: optional('html-file'),
    csvFile: optional('csv-file'),
    badgeFile: badge ? { json: badge, svg: badge.replace(/json$/i, 'svg') } : null,
    evidenceFile: optional('evidence-file'),
    checksumFile: json === null ? null : { path: `${json.replace(/\.json$/i, '')}.sha256`, folder: workspace },
    baselineFile: optional('baseline-file'),
    replayFile: optional('replay-file'),
    configFile: {
      path: config,
      inRepository: inRepository(workspace, config),
      name: reader.required('config-file', (text) => text),
      isNamed: reader.isGiven('config-file'),
    },
  }
  reader.problems.push(...sameFiles(files, read))
  return files
}

function inRepository(workspace: string, file: string): string | null {
  const path = relative(workspace, file)
  return path.startsWith('..') || isAbsolute(path) ? null : path.split(sep).join('/')
}

function jsonFile(file: Parser<string>): Parser<string> {
  return (text) => {
    if (!/\.json$/i.test(text))
      throw new Refusal('its name must end in .json; the picture gets the same name with .svg')
    return file(text)
  }
}

/** No file is written twice, and none is written that another input says is to be read. */
function sameFiles(files: Files, read: [input: string, path: string][]): string[] {
  const written: [string, string | undefined | null][] = [
    ['json-file', files.jsonFile],
    ['markdown-file', files.markdownFile],
    ['sarif-file', files.sarifFile],
    ['html-file', files.htmlFile],
    ['csv-file', files.csvFile],
    ['badge-file', files.badgeFile?.json],
    ["badge-file's picture", files.badgeFile?.svg],
    ['evidence-file', files.evidenceFile],
    ["json-file's checksums", files.checksumFile?.path],
    ['config-file', files.configFile.path],
    ['replay-file', files.replayFile],
    // two files that are only read may be one, which whoever reads them has to say something about
    ...read.filter(([, path]) => path !== files.replayFile),
  ]
  const first = new Map<string, string>()
  return written.flatMap(([name, path]) => {
    if (!path) return []
    const other = first.get(path)
    if (other === undefined) first.set(path, name)
    return other === undefined ? [] : [`${other} and ${name} name the same file.`]
  })
}
