import { upsertComment } from '../github/comment.ts'
import { octokitOf } from '../github/token.ts'
import type { Ports } from '../ports.ts'
import { renderComment } from '../report/markdown.ts'
import { messageOf } from '../text.ts'
import type { Publication, Result } from './result.ts'

/** Comments on the pull request, if there is one. @returns the comment's address; empty where there is none */
export async function comment({ inputs, event, scan }: Result, { shown }: Publication, ports: Ports): Promise<string> {
  const mode = inputs.commentSummaryInPr
  if (!event.pullRequest || mode === 'never' || scan.conclusion === 'skipped') return ''
  try {
    const octokit = await octokitOf(inputs.githubToken, ports)
    const written = await upsertComment(octokit, {
      owner: event.owner,
      repo: event.repo,
      issue: event.pullRequest.number,
      marker: `<!-- azureml-encryption-check:report:${inputs.reportId} -->`,
      body: renderComment(shown.report, shown.context),
      mode: mode === 'on-failure' && scan.conclusion === 'pass' ? 'update-only' : 'create-or-update',
    })
    return written?.url ?? ''
  } catch (error) {
    ports.log.warning(messageOf(error), { title: 'No comment on the pull request' })
    return ''
  }
}
