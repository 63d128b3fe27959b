import { type CommentRequest, upsertComment } from '../github/comment.ts'
import type { GitHubEvent } from '../github/event.ts'
import { patienceOf } from '../github/retry.ts'
import { octokitOf } from '../github/token.ts'
import type { Place } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import { renderComment } from '../report/markdown/markdown.ts'
import { renderStale } from '../report/stale.ts'
import { isNewer, readStamp, type Stamp, writeStamp } from '../report/stamp.ts'
import { messageOf } from '../text.ts'
import { within } from '../time.ts'
import type { Publication, Result } from './model.ts'

/** Comments on the pull request, if there is one. @returns the comment's address; empty where there is none */
export async function comment(result: Result, { shown }: Publication, ports: Ports): Promise<string> {
  const { inputs, event, scan } = result
  const own = stampOf(event, ports)
  // what another run says of the same commit is true nevertheless
  if (scan.conclusion === 'skipped')
    return staleComment(inputs, event, 'GitHub gave it no identity', ports, (last) => last.sha === own.sha)
  const body = `${renderComment(shown.report, shown.context)}\n${writeStamp(own)}\n`
  const revise = (previous: string) => {
    const last = readStamp(previous)?.writer
    if (!last || last.sha === own.sha || !isNewer(last, own)) return body
    ports.log.notice('The comment on the pull request is that of a newer run, of another commit: it stays as it is.')
    return previous
  }
  const mode = inputs.commentSummaryInPr === 'on-failure' && scan.conclusion === 'pass' ? 'update-only' : undefined
  return write(inputs, event, { body, revise, mode: mode ?? 'create-or-update' }, ports)
}

/**
 * Makes a comment that shows the result of an earlier run say that this run has none. That of a newer run is left alone.
 *
 * @param because as in "because …"
 * @param isSpared further comments that are left alone, by who wrote them
 */
export function staleComment(
  place: Place,
  event: GitHubEvent,
  because: string,
  ports: Ports,
  isSpared: (last: Stamp) => boolean = () => false,
): Promise<string> {
  const own = stampOf(event, ports)
  const repositoryUrl = `${event.serverUrl}/${event.repository}`
  const ended = { because, reportId: place.reportId, own, runUrl: event.runUrl, repositoryUrl }
  const revise = (previous: string) => {
    const last = readStamp(previous)?.writer
    return last && (isNewer(last, own) || isSpared(last)) ? previous : renderStale(previous, ended)
  }
  return write(place, event, { body: '', revise, mode: 'update-only' }, ports)
}

async function write(
  { reportId, githubToken, commentSummaryInPr }: Place,
  { pullRequest, owner, repo }: GitHubEvent,
  words: Pick<CommentRequest, 'body' | 'revise' | 'mode'>,
  ports: Ports,
): Promise<string> {
  if (!pullRequest || commentSummaryInPr === 'never') return ''
  const marker = `<!-- azureml-encryption-check:report:${reportId} -->`
  const request = { owner, repo, issue: pullRequest.number, marker, ...words }
  try {
    const work = async () => upsertComment(await octokitOf(githubToken, ports), request, patienceOf(ports))
    return (await within(ports.time.publishing, work))?.url ?? ''
  } catch (error) {
    ports.log.warning(messageOf(error), { title: 'No comment on the pull request' })
    return ''
  }
}

export function stampOf({ sha }: GitHubEvent, { env }: Ports): Stamp {
  return { run: Number(env.GITHUB_RUN_ID) || 0, attempt: Number(env.GITHUB_RUN_ATTEMPT) || 0, sha }
}
