import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')

/**
 * Where this project lives on GitHub, `owner/name`. package.json says it, `npm run rename` changes it, and everything else
 * that names the place along with it. In examples, `contoso` is somebody who uses the action, and never its owner.
 */
export const slug = slugOf(JSON.parse(text).repository.url)

/** The repository's own name, which a copy of it has too, on a server of somebody's own. */
export const repositoryName = slug.replace(/^.*\//, '')

function slugOf(url: string): string {
  const [, found] = /^git\+https:\/\/github\.com\/([^/]+\/[^/]+)\.git$/.exec(url) ?? []
  if (found === undefined) throw new Error(`package.json: ${url} is no git+https://github.com/owner/name.git`)
  return found
}
