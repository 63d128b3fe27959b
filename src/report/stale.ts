import { readStamp, type Stamp, writeStamp } from './stamp.ts'
import { code, link } from './view/escape.ts'

/** A run that ended without a result. */
export interface Ended {
  /** as in "because …" */
  because: string
  reportId: string
  /** the run itself */
  own: Stamp
  /** its page */
  runUrl: string
  /** `https://github.com/contoso/ml-platform` */
  repositoryUrl: string
}

/** The comment on a pull request, in place of one that shows the result of an earlier run. */
export function renderStale(previous: string, ended: Ended): string {
  const { because, reportId, own, runUrl } = ended
  const before = readStamp(previous)?.result ?? null
  const commit = own.sha === '' ? '' : `, of commit ${code(own.sha.slice(0, 7))},`
  const parts = [
    `<!-- azureml-encryption-check:report:${reportId} -->\n## ⚠️ Encryption check ended without a result`,
    `${link('This run', runUrl)}${commit} ended without a result, because ${because}. Its log says what to do.`,
    earlier(before, ended),
    writeStamp(own, before),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Whose result stood here. */
function earlier(before: Stamp | null, { own, repositoryUrl }: Ended): string {
  if (before === null) return 'This comment showed the result of an earlier run.'
  if (before.run === own.run && before.attempt === own.attempt && own.run > 0)
    return 'This comment showed what the same run had published before it ended.'
  const url = before.run > 0 ? `${repositoryUrl}/actions/runs/${before.run}/attempts/${before.attempt}` : ''
  const run = link('an earlier run', url)
  if (before.sha === '') return `This comment showed the result of ${run}.`
  const difference =
    before.sha === own.sha
      ? 'the same commit'
      : `commit ${code(before.sha.slice(0, 7))} and says nothing about this one`
  return `This comment showed the result of ${run}, which is about ${difference}.`
}
