import { MEGABYTE, tooLarge } from '../files/size.ts'
import { missingContents, readContents } from '../github/contents.ts'
import type { GitHubEvent } from '../github/event.ts'
import { type Failure, failureFrom } from '../github/failure.ts'
import { afterwards, answerOf, whyOf } from '../github/octokit.ts'
import { statusPath } from '../github/status-path.ts'
import { octokitOf } from '../github/token.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import { within } from '../time.ts'
import { type Baseline, BaselineError, noBaseline, readBaseline } from './compare.ts'

/** Larger files do not fit into memory beside what is compared with them. */
const MOST_MEGABYTES = 128

/**
 * Reads what this run is to be compared with. Whatever is wrong with it becomes a note, and everything counts as new.
 *
 * @returns null when no baseline is asked for, or when this run is the first and writes it for those to come
 */
export async function loadBaseline(inputs: Inputs, event: GitHubEvent, ports: Ports): Promise<Baseline | null> {
  const { baselineFile, statusBranch } = inputs
  if (baselineFile === null && statusBranch === null) return null
  try {
    return baselineFile === null
      ? await within(ports.time.reading, () => ofBranch(statusBranch ?? '', inputs, event, ports))
      : ofFile(baselineFile, ports)
  } catch (error) {
    if (error instanceof BaselineError) return noBaseline(error.message)
    const failure = failureFrom(error)
    return noBaseline(`The baseline could not be read ${whyOf(failure)}.${afterwards(failure)}`)
  }
}

function ofFile(path: string, { files, now }: Ports): Baseline {
  const called = `The baseline ${path.split(/[\\/]/).at(-1)}`
  const file = files.read(path, MOST_MEGABYTES * MEGABYTE)
  if ('text' in file) return readBaseline(file.text, called, now())
  if ('refusal' in file) throw new BaselineError(`${called} is not read: ${file.refusal}.`)
  if ('isAbsent' in file)
    throw new BaselineError(`${called} could not be read. Does the file exist, and did an earlier step download it?`)
  throw new BaselineError(
    `${tooLarge(called, file.bytes, MOST_MEGABYTES)}: compare with the report of a status branch, which leaves out what passed.`,
  )
}

async function ofBranch(
  branch: string,
  { githubToken, reportId, replayFile }: Inputs,
  event: GitHubEvent,
  ports: Ports,
) {
  const { owner, repo } = event
  const path = statusPath(reportId, 'report.json')
  const octokit = await octokitOf(githubToken, ports)
  const at = { owner, repo, ref: branch, path, mostBytes: MOST_MEGABYTES * MEGABYTE }
  const text = await readContents(octokit, at).catch((error: Failure) => {
    const remedy = `${missingContents(error)}${afterwards(error)}`
    throw new BaselineError(`The baseline on branch ${branch} could not be read ${answerOf(error)}.${remedy}`)
  })
  if (text === null && replayFile === null && mayWrite(event)) return null
  if (text === null)
    throw new BaselineError(`Branch ${branch} has no ${path} yet; a run on the default branch writes it.`)
  return readBaseline(text, `The baseline on branch ${branch}`, ports.now())
}

/** Whether this run is one that writes to the status branch; where the event does not tell its branch, it may be. */
function mayWrite({ pullRequest, onDefaultBranch }: GitHubEvent): boolean {
  return pullRequest === null && onDefaultBranch !== false
}
