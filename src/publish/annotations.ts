import type { Report } from '../model.ts'
import { counts } from '../policy.ts'
import type { Log } from '../ports.ts'
import type { RenderContext } from '../report/context.ts'

/** The runner shows ten of a kind; the sentence that fails the job is one of them. */
const ANNOTATIONS = 9

/** What counts against the job, on the page of the run. */
export function annotate({ workspaces }: Report, { checks, policy }: RenderContext, log: Log): void {
  const all = workspaces.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, workspace: name })))
  const failed = all.filter((finding) => finding.status === 'fail' && counts(finding, policy))
  const open = all.filter((finding) => finding.status === 'unknown' && counts(finding, policy))
  const unique = [
    ...new Map([...failed, ...open].map((finding) => [`${finding.check} ${finding.resource}`, finding])).values(),
  ]
  for (const finding of unique.slice(0, ANNOTATIONS)) {
    const name = finding.resource.split('/').at(-1)
    const title = `${finding.severity}: ${checks.get(finding.check)?.title ?? finding.check}`
    const show = finding.status === 'fail' && !policy.warnOnly ? log.error : log.warning
    show(`${name} (workspace ${finding.workspace}): ${finding.message}`, { title })
  }
  if (unique.length > ANNOTATIONS) log.info(`… and ${unique.length - ANNOTATIONS} more; the job summary lists them.`)
}
