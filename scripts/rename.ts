/**
 * Gives this project another place on GitHub: `npm run rename -- owner/name` changes every file that git tracks and that
 * names the old one. What is generated follows by `npm run dist` and `npm run docs`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { slug } from './repository.ts'

/** The organisation that has a copy of the action, in the example for a server of one's own. */
const copyOwner = 'platform'

/** The text of a file, with the new place wherever it names the old one. */
export function renamed(file: string, text: string, from: string, to: string): string {
  const [owner, name] = partsOf(from)
  const [newOwner, newName] = partsOf(to)
  const moved = text
    .replaceAll(repository(owner, name), to)
    .replaceAll(repository(copyOwner, name), `${copyOwner}/${newName}`)
  // teams have no name of the repository behind them
  return file === '.github/CODEOWNERS' ? moved.replaceAll(`@${owner}/`, `@${newOwner}/`) : moved
}

/**
 * Renames in a checkout, and returns the files that it changed.
 *
 * @throws where the place is none, or where a file names it already: then nobody could tell the two apart any more
 */
export function rename(root: string, from: string, to: string): string[] {
  if (!isPlace(to))
    throw new Error(`"${to}" is no place on GitHub. Say it like npm run rename -- octo-org/${partsOf(from)[1]}`)
  if (to === from) return []
  const files = textsIn(root)
  const taken = files.find(({ text }) => repository(...partsOf(to)).test(text))
  if (taken)
    throw new Error(
      `${taken.file} names ${to} already, as another repository. Change that first, or take another name.`,
    )
  const changed = files
    .map(({ file, text }) => ({ file, text, after: renamed(file, text, from, to) }))
    .filter(({ text, after }) => after !== text)
  for (const { file, after } of changed) writeFileSync(join(root, file), after)
  return changed.map(({ file }) => file)
}

function isPlace(text: string): boolean {
  return /^[a-z\d](?:-?[a-z\d]){0,38}\/[\w.-]{1,100}$/i.test(text) && !/\/\.{1,2}$|\.git$/i.test(text)
}

/** What git tracks, but for pictures and the like. */
function textsIn(root: string): { file: string; text: string }[] {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  return files
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'))
}

function repository(owner: string, name: string): RegExp {
  return new RegExp(`(?<![\\w.-])${owner}/${name.replaceAll('.', '\\.')}(?![\\w-])`, 'g')
}

function partsOf(place: string): [string, string] {
  const [owner = '', name = ''] = place.split('/')
  return [owner, name]
}

if (import.meta.main) {
  const [to = ''] = process.argv.slice(2)
  try {
    const changed = rename(join(import.meta.dirname, '..'), slug, to)
    console.log(
      `Changed ${changed.length} files. Now npm run dist and npm run docs; then look at git diff, and commit.`,
    )
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
