import { cloudOf } from '../azure/clouds.ts'
import { compare } from '../baseline/compare.ts'
import { checklist } from '../checklist/index.ts'
import { acceptedRisks } from '../config/changes.ts'
import { tagsOf } from '../evidence/workspace/tags.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { CheckInfo, Controls, Report, ReportHeader } from '../model.ts'
import type { Ports } from '../ports.ts'
import { pseudonym } from '../pseudonym/pseudonym.ts'
import { pseudonymous } from '../pseudonym/publish.ts'
import type { RenderContext } from '../report/view/context.ts'
import { graphOf, worstWorkspace } from '../report/view/graph.ts'
import type { Scan } from '../scan/model.ts'
import { version } from '../version.ts'
import type { Publication, Result } from './model.ts'
import { namedIn } from './named.ts'
import { runInfo } from './run-info.ts'

/** What a check is called in reports, in the order of the checklist. */
const checks: ReadonlyMap<string, CheckInfo> = new Map(
  checklist.map(({ id, title, failed, irreversible, rows, why, reference, creationOnly = false }) => [
    id,
    { id, title, failed, ...(irreversible && { irreversible }), rows: [...rows], why, reference, creationOnly },
  ]),
)

export async function publicationOf(result: Result, ports: Ports): Promise<Publication> {
  // a run that comes to no result needs none of it
  const { controlsIn, mappingOf } = await import('../controls/controls.ts')
  const mapping = mappingOf(checklist)
  const { inputs, event, scan } = result
  const details = inputs.publishDetails ?? event.visibility !== 'public'
  const repositoryId = event.repositoryId ?? event.repository
  const shown = details
    ? <T>(value: T) => value
    : pseudonymous(
        [scan.evidence, ...(scan.planned ? [scan.planned.evidence] : [])],
        repositoryId,
        namedIn(inputs, result.config, scan),
      )
  const header = headerOf(result, controlsIn(mapping, checklist), ports.now())
  const report: Report = { ...header, plan: scan.planned?.plan ?? null, workspaces: scan.workspaces }
  const compared =
    scan.earlier.baseline &&
    compare(scan.earlier.baseline, report.workspaces, scan, (id) => pseudonym(repositoryId, id))
  const risks = risksOf(result)
  const worst = worstWorkspace(report.workspaces)
  const warnings = [...(compared?.notes ?? []), ...risks.notes, ...(scan.planned?.warnings ?? [])]
  const { notes: _, ...comparison } = compared ?? { notes: [] }
  const context: RenderContext = {
    ...placesOf(result, ports),
    mapping,
    assignee: details ? (scan.identity?.clientId ?? scan.identity?.personId ?? null) : null,
    comparison: compared && (comparison as RenderContext['comparison']),
    graph: worst && graphOf(scan.evidence, scan.whole(worst.id)),
    accepted: risks.risks,
    notes: [...notesOf(result), ...warnings],
  }
  const { notes, accepted, comparison: changed, graph } = context
  return {
    header,
    report,
    context,
    shown: {
      report: shown(report),
      context: { ...context, ...shown({ notes, accepted, comparison: changed, graph }) },
    },
    *whole() {
      for (const id of scan.evidence.workspaces) yield scan.whole(id)
    },
    warnings: shown(warnings),
    configuration: shown([...scan.notes, ...risks.risks]),
  }
}

/** What stays from run to run is what is live, whatever is planned. */
export function ofLive(report: Report, { liveConclusion }: Scan): Report {
  return { ...report, conclusion: liveConclusion, plan: null }
}

function headerOf(result: Result, controls: Controls, finishedAt: Date): ReportHeader {
  const { conclusion, summary, coverage } = result.scan
  return {
    schemaVersion: '1.1',
    tool: { name: 'azureml-encryption-check', version },
    checks: [...checks.keys()],
    controls,
    run: runInfo(result, finishedAt),
    conclusion,
    summary,
    coverage,
  }
}

function placesOf({ inputs, event }: Result, { env }: Ports) {
  const repository = env.GITHUB_ACTION_REPOSITORY || event.repository
  return {
    checks,
    policy: inputs.policy,
    reportId: inputs.reportId,
    docs: repository && `${event.serverUrl}/${repository}/blob/${env.GITHUB_ACTION_REF || event.sha}`,
    portal: cloudOf(inputs).portal ?? 'https://portal.azure.com',
    serverUrl: event.serverUrl,
    details: event.runUrl || null,
  }
}

/** What this pull request accepts that its base branch does not. */
function risksOf({ inputs, config, scan }: Result): { risks: string[]; notes: string[] } {
  const { base } = scan.earlier
  if (base === null) return { risks: [], notes: [] }
  if ('note' in base) return { risks: [], notes: [base.note] }
  const workspaces = scan.workspaces.map(({ id, name }) => ({ id, name, tags: tagsOf(scan.evidence, id) }))
  return { risks: acceptedRisks(base.config, config, checklist, workspaces, inputs.policy.profile), notes: [] }
}

/** What fails the job, in a sentence. */
function gateWords({ failOnSeverity }: Inputs['policy'], what: 'job' | 'check'): string {
  if (failOnSeverity === 'never') return `No finding fails the ${what}.`
  return `Findings of \`${failOnSeverity}\` severity${failOnSeverity === 'high' ? '' : ' or above'} fail the ${what}.`
}

/** What a reader of the report has to know besides its findings. */
function notesOf({ inputs: { policy }, config, event, scan }: Result): string[] {
  const file =
    config.file === null ? 'No config file; profile' : `Config file \`${config.file.name}\`; otherwise profile`
  const judged = new Set(scan.workspaces.map(({ id }) => id.toLowerCase()))
  const apart = scan.workspaces.filter(({ hub }) => hub !== null && !judged.has(hub.toLowerCase()))
  const names = apart.map(({ name, hub }) => `${name} from ${hub?.split('/').at(-1)}`)
  const inherited = `Encryption is inherited from hubs that this run did not check: ${names.slice(0, 5).join(', ')}.`
  return [
    `${file} \`${policy.profile}\`. ${gateWords(policy, event.name === 'command-line' ? 'check' : 'job')}`,
    ...(names.length > 0 ? [inherited] : []),
    ...scan.about,
    ...scan.notes,
  ]
}
