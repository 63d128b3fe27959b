import type { Failure } from './failure.ts'
import { answerOf, type Octokit } from './octokit.ts'
import { limitOf } from './retry.ts'

/** Of every tracking issue. */
export const LABEL = 'azureml-encryption'

interface Repository {
  owner: string
  repo: string
}

interface Labelled {
  number: number
  labels: (string | { name?: string })[]
}

/** @returns what GitHub said when there is no such label and none could be created */
export async function createLabel(octokit: Octokit, { owner, repo }: Repository): Promise<string> {
  const description = 'Encryption of Azure Machine Learning workspaces'
  try {
    await octokit.rest.issues.createLabel({ owner, repo, name: LABEL, color: '0969da', description })
    return ''
  } catch (error) {
    const failure = error as Failure
    if (limitOf(failure)) throw error
    return failure.status === 422 ? '' : ` ${answerOf(failure)}`
  }
}

/** @param said with a space before it */
export function withoutLabel(said: string): string {
  return `The tracking issue has no label ${LABEL}, because github-token may not give it one${said}. It is found again by its author as long as it is open; somebody with write access can add the label.`
}

/** Somebody removed the label, or it could not be set. */
export async function relabelled(
  octokit: Octokit,
  { owner, repo }: Repository,
  issue: Labelled,
): Promise<string | null> {
  const names = issue.labels.map((label) => (typeof label === 'string' ? label : label.name)?.toLowerCase())
  if (names.includes(LABEL)) return null
  try {
    await octokit.rest.issues.addLabels({ owner, repo, issue_number: issue.number, labels: [LABEL] })
    return null
  } catch (error) {
    if (limitOf(error as Failure)) throw error
    return withoutLabel(` ${answerOf(error as Failure)}`)
  }
}
