import { link } from '../view/escape.ts'

const MARK = '<!-- azureml-encryption-check:stale -->'

/**
 * The marked part of the issue after a run that ended without a result: what an earlier run found, below a line that
 * says so. Findings that nobody sees stay, because the next result is compared with them.
 *
 * @param previous the marked part as it is, perhaps with such a line
 */
export function renderStaleIssue(previous: string, { because, runUrl }: { because: string; runUrl: string }): string {
  const result = previous.split('\n').filter((line) => !line.endsWith(MARK))
  const run = link('The last run', runUrl)
  const notice = `⚠️ **${run} ended without a result**, because ${because}. What follows is the result of an earlier run. ${MARK}`
  return `${notice}\n\n${result.join('\n').trim()}`
}
