import { cloudOf } from './azure/clouds.ts'
import { checklist } from './checklist/index.ts'
import { CommentRefused, upsertComment } from './github/comment.ts'
import type { CompleteEvent } from './github/repository.ts'
import type { Inputs } from './inputs.ts'
import type { LoadedConfig } from './load-config.ts'
import type { CheckInfo, Finding, Report, ReportHeader } from './model.ts'
import { failedCount, reaches } from './policy.ts'
import type { Ports } from './ports.ts'
import { pseudonymous } from './pseudonym.ts'
import type { RenderContext } from './report/context.ts'
import { jsonReport } from './report/json.ts'
import { renderComment, renderSummary, verdict } from './report/markdown.ts'
import type { Scan } from './scan.ts'
import { version } from './version.ts'

export interface Result {
  inputs: Inputs
  config: LoadedConfig
  event: CompleteEvent
  scan: Scan
  startedAt: Date
}

/**
 * Tells everyone: files, job summary, annotations, comment, outputs. What cannot be written is a warning and changes
 * no conclusion. Returns the verdict in a sentence.
 */
export async function publish(result: Result, ports: Ports): Promise<string> {
  const { inputs, event, scan } = result
  const header = headerOf(result, ports.now())
  const details = inputs.publishDetails ?? event.visibility !== 'public'
  const shown = details
    ? <T>(value: T) => value
    : pseudonymous(scan.evidence, event.repositoryId ?? event.repository, namesOf(inputs))
  const report: Report = { ...header, workspaces: scan.workspaces }
  const published = shown(report)
  const context = contextOf(result, ports, details)
  const shownContext = { ...context, notes: shown(context.notes) }
  const attempt = attempter(ports)
  const json = attempt(`json-file ${inputs.jsonFile}`, () =>
    ports.files.write(inputs.jsonFile, jsonReport(header, whole(scan))),
  )
  const markdown = inputs.markdownFile
    ? attempt(`markdown-file ${inputs.markdownFile}`, () =>
        ports.files.write(inputs.markdownFile ?? '', [renderSummary(report, context)]),
      )
    : false
  const summaryFile = ports.env.GITHUB_STEP_SUMMARY
  if (summaryFile)
    attempt('the job summary', () =>
      ports.files.append(summaryFile, renderSummary(published, { ...shownContext, details: null })),
    )
  annotate(published, inputs, ports)
  const commentUrl = await comment(result, published, shownContext, ports)
  const { summary, coverage, conclusion } = header
  const outputs = {
    conclusion,
    workspaces: summary.workspaces,
    passed: summary.pass,
    failed: failedCount(summary),
    unknown: summary.unknown,
    waived: summary.waived,
    high: summary.failedBySeverity.high,
    medium: summary.failedBySeverity.medium,
    low: summary.failedBySeverity.low,
    coverage: coverage.percent ?? '',
    'json-file': json ? inputs.jsonFile : '',
    'markdown-file': markdown ? (inputs.markdownFile ?? '') : '',
    'comment-url': commentUrl,
  }
  for (const [name, value] of Object.entries(outputs)) ports.setOutput(name, value)
  return verdict(published, inputs.policy)
}

function headerOf({ event, scan, startedAt }: Result, finishedAt: Date): ReportHeader {
  const { conclusion, summary, coverage } = scan
  return {
    schemaVersion: '1.0',
    tool: { name: 'azureml-encryption-check', version },
    run: {
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      event: event.name,
      repository: event.repository,
      sha: event.sha,
      url: event.runUrl,
    },
    conclusion,
    summary,
    coverage,
  }
}

function* whole(scan: Scan) {
  for (const id of scan.evidence.workspaces) yield scan.whole(id)
}

const checks: ReadonlyMap<string, CheckInfo> = new Map(
  checklist.map(({ id, title, rows, why, reference, creationOnly = false }) => [
    id,
    { id, title, rows: [...rows], why, reference, creationOnly },
  ]),
)

function contextOf({ inputs, config, event, scan }: Result, { env }: Ports, details: boolean): RenderContext {
  const repository = env.GITHUB_ACTION_REPOSITORY || event.repository
  return {
    checks,
    policy: inputs.policy,
    reportId: inputs.reportId,
    docs: `${event.serverUrl}/${repository}/blob/${env.GITHUB_ACTION_REF || event.sha}`,
    portal: cloudOf(inputs).portal ?? 'https://portal.azure.com',
    serverUrl: event.serverUrl,
    details: event.runUrl,
    assignee: details ? (scan.identity?.clientId ?? null) : null,
    notes: notesOf(inputs, config, scan),
  }
}

/** What a reader of the report has to know besides its findings. */
function notesOf({ policy }: Inputs, config: LoadedConfig, scan: Scan): string[] {
  const file = config.file === null ? 'No config file; profile' : `Config file \`${config.file}\`, otherwise profile`
  const judged = new Set(scan.workspaces.map(({ id }) => id.toLowerCase()))
  const apart = scan.workspaces.filter(({ hub }) => hub !== null && !judged.has(hub.toLowerCase()))
  const names = apart.map(({ name, hub }) => `${name} from ${hub?.split('/').at(-1)}`)
  const inherited = `Encryption is inherited from hubs that this run did not look at: ${names.slice(0, 5).join(', ')}.`
  return [
    `${file} \`${policy.profile}\`, gate at \`${policy.failOnSeverity}\`.`,
    ...(names.length > 0 ? [inherited] : []),
    ...scan.notes,
  ]
}

/** Runs what may fail without consequence for the verdict. */
function attempter({ log }: Ports): (what: string, work: () => void) => boolean {
  return (what, work) => {
    try {
      work()
      return true
    } catch (error) {
      log.warning(`Could not write ${what}: ${error instanceof Error ? error.message : String(error)}`)
      return false
    }
  }
}

/** The runner shows ten of a kind; the sentence that fails the job is one of them. */
const ANNOTATIONS = 9

function annotate({ workspaces }: Report, { policy }: Inputs, { log }: Ports): void {
  const all = workspaces.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, workspace: name })))
  const counts = (finding: Finding) => reaches(finding.severity, policy.failOnSeverity)
  const failed = all.filter((finding) => finding.status === 'fail' && counts(finding))
  const open = all.filter((finding) => finding.status === 'unknown' && counts(finding))
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

async function comment(
  { inputs, event, scan }: Result,
  report: Report,
  context: RenderContext,
  ports: Ports,
): Promise<string> {
  const mode = inputs.commentSummaryInPr
  if (!event.pullRequest || mode === 'never' || scan.conclusion === 'skipped') return ''
  try {
    const octokit = (await ports.github()).getOctokit(inputs.githubToken)
    const written = await upsertComment(octokit, {
      owner: event.owner,
      repo: event.repo,
      issue: event.pullRequest.number,
      marker: `<!-- azureml-encryption-check:report:${inputs.reportId} -->`,
      body: renderComment(report, context),
      mode: mode === 'on-failure' && scan.conclusion === 'pass' ? 'update-only' : 'create-or-update',
    })
    return written?.url ?? ''
  } catch (error) {
    const reason = error instanceof CommentRefused || error instanceof Error ? error.message : String(error)
    ports.log.warning(reason, { title: 'No comment on the pull request' })
    return ''
  }
}

function namesOf({ targets }: Inputs): string[] {
  return [
    ...targets.workspaces.flatMap((target) => (target.kind === 'pattern' ? [] : [target.name, target.resourceGroup])),
    ...targets.resourceGroups.map(({ name }) => name),
    ...targets.subscriptions,
    ...targets.managementGroups,
  ]
}
