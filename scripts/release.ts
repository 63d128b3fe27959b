/**
 * What a release stands on, for people and for .github/workflows/release.yml:
 *
 *     npm run release -- 1.2.0                writes that version and today's date wherever they have to be
 *     node scripts/release.ts check v1.2.0    whether tag, files and CHANGELOG.md agree
 *     node scripts/release.ts notes v1.2.0    what CHANGELOG.md says of it
 *     node scripts/release.ts place v1.2.0    what follows it, as the outputs of a step
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { notesOf, problemsOfChangelog, withRelease } from './changelog.ts'

/** The files that say which version this is, or what is new in it. */
export interface ReleaseFiles {
  'package.json': string
  'package-lock.json': string
  'src/version.ts': string
  'CHANGELOG.md': string
}

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/
const OF_SOURCE = /(?<=^export const version = ')[^']*(?='$)/m

/** What keeps a tag from becoming a release on that day, a sentence each. */
export function problemsOf(tag: string, files: ReleaseFiles, today: string): string[] {
  const version = tag.replace(/^v/, '')
  if (tag === version || !VERSION.test(version)) return [`"${tag}" is no tag of a release, such as v1.2.0.`]
  const wrong = Object.entries(versionsIn(files)).filter(([, found]) => found !== version)
  return [
    ...wrong.map(([place, found]) => `${place} says ${found ?? 'no version'}, the tag says ${version}.`),
    ...problemsOfChangelog(files['CHANGELOG.md'], version, today),
  ]
}

function versionsIn(files: ReleaseFiles): Record<string, string | undefined> {
  const lock = JSON.parse(files['package-lock.json'])
  return {
    'package.json': JSON.parse(files['package.json']).version,
    'package-lock.json': lock.version,
    'The root of packages in package-lock.json': lock.packages[''].version,
    'src/version.ts': OF_SOURCE.exec(files['src/version.ts'])?.[0],
  }
}

/** The files of the next release. @throws for what is not a version */
export function prepared(version: string, files: ReleaseFiles, today: string): ReleaseFiles {
  if (!VERSION.test(version)) throw new Error(`"${version}" is no version. Say it like npm run release -- 1.2.0`)
  const lock = JSON.parse(files['package-lock.json'])
  lock.version = version
  lock.packages[''].version = version
  return {
    'package.json': files['package.json'].replace(/(?<=^ {2}"version": ")[^"]*(?=")/m, version),
    'package-lock.json': `${JSON.stringify(lock, null, 2)}\n`,
    'src/version.ts': files['src/version.ts'].replace(OF_SOURCE, version),
    'CHANGELOG.md': withRelease(files['CHANGELOG.md'], version, today),
  }
}

/** What follows a release: the tag of its major version, empty where that follows a later one; and whether it is the latest. */
export function placeOf(tag: string, tags: string[]): { major: string; latest: boolean } {
  const numbers = numbersOf(tag)
  if (!numbers) throw new Error(`"${tag}" is no tag of a release, such as v1.2.0.`)
  const later = tags.map(numbersOf).filter((each) => each !== undefined && isLater(each, numbers))
  const major = later.some((each) => each?.[0] === numbers[0]) ? '' : `v${numbers[0]}`
  return { major, latest: later.length === 0 }
}

function isLater(one: number[], other: number[]): boolean {
  const at = one.findIndex((number, index) => number !== other[index])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

function numbersOf(tag: string): number[] | undefined {
  return VERSION.exec(tag.replace(/^v/, ''))?.slice(1).map(Number)
}

function run(root: string, words: string[]): string[] {
  const [word = '', tag = ''] = words
  const at = (file: string) => join(root, file)
  const names = ['package.json', 'package-lock.json', 'src/version.ts', 'CHANGELOG.md'] as const
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(at(name), 'utf8')])) as Record<
    keyof ReleaseFiles,
    string
  >
  const today = new Date().toISOString().slice(0, 10)
  if (word === 'check') return problemsOf(tag, files, today)
  if (word === 'notes') console.log(notesOf(files['CHANGELOG.md'], tag.replace(/^v/, '')))
  else if (word === 'place') {
    const tags = execFileSync('git', ['tag', '--list', 'v*'], { cwd: root, encoding: 'utf8' }).split('\n')
    for (const [name, value] of Object.entries(placeOf(tag, tags))) console.log(`${name}=${value}`)
  } else for (const [name, text] of Object.entries(prepared(word, files, today))) writeFileSync(at(name), text)
  return []
}

if (import.meta.main) {
  try {
    const problems = run(join(import.meta.dirname, '..'), process.argv.slice(2))
    for (const problem of problems) console.error(problem)
    process.exitCode = problems.length > 0 ? 1 : 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
