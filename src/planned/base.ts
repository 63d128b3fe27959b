import { missingContents, readContents } from '../github/contents.ts'
import type { GitHubEvent } from '../github/event.ts'
import { failureFrom } from '../github/failure.ts'
import { afterwards, answerOf } from '../github/octokit.ts'
import { octokitOf } from '../github/token.ts'
import { readYaml, type YamlFile } from '../plan/yaml/read.ts'
import type { Ports } from '../ports.ts'
import { within } from '../time.ts'
import type { ComparedYaml } from './yaml.ts'

/** Nobody changes more files with secrets in one pull request. */
const MOST = 100

/** Reads what the base branch has of files that hold secrets. Never rejects: what is not known is `leaves`, and said. */
export async function comparedYaml(
  files: readonly YamlFile[],
  event: GitHubEvent,
  githubToken: string,
  ports: Ports,
): Promise<{ compared: ComparedYaml[]; notes: string[] }> {
  const open = files.filter(({ places }) => places.length > 0)
  const ref = event.pullRequest?.baseSha
  const unknown = () => open.map((file): ComparedYaml => ({ file, base: null }))
  if (!ref || open.length === 0) return { compared: unknown(), notes: [] }
  if (open.length > MOST) return { compared: unknown(), notes: [`More than ${MOST} files hold secrets. ${everyOld}`] }
  try {
    const octokit = await octokitOf(githubToken, ports)
    const { treeOf } = await import('../config/yaml.ts')
    const { owner, repo } = event
    const read = async (file: YamlFile): Promise<ComparedYaml> => {
      const text = await readContents(octokit, { owner, repo, ref, path: file.file })
      const base = text === null ? null : readYaml(text, file.file, treeOf)
      return { file, base: base === null ? [] : 'places' in base ? base.places : null }
    }
    return { compared: await within(ports.time.reading, () => Promise.all(open.map(read))), notes: [] }
  } catch (error) {
    const failure = failureFrom(error)
    const why = `What the base branch has of files with secrets could not be read ${answerOf(failure)}.`
    return { compared: unknown(), notes: [`${why} ${everyOld}${missingContents(failure)}${afterwards(failure)}`] }
  }
}

const everyOld = 'So none of them counts as new.'
