import type { CheckInfo, Finding, Severity, WorkspaceReport } from '../../model.ts'
import { worst } from '../../severity.ts'

/** What came out for one system of one workspace. */
export type SystemOutcome = { kind: 'failed' | 'undecided'; severity: Severity } | { kind: 'waived' | 'passed' | Place }

/** The checks by the part before the slash, in the order of the checklist. */
export function bySystem(checks: ReadonlyMap<string, CheckInfo>): Map<string, string[]> {
  const systems = new Map<string, string[]>()
  for (const id of checks.keys()) {
    const known = systems.get(systemOf(id))
    if (known) known.push(id)
    else systems.set(systemOf(id), [id])
  }
  return systems
}

function systemOf(check: string): string {
  return check.split('/', 1)[0] ?? check
}

/** The outcome of each system. What passed is not among the findings of a large estate, so it is what is nowhere else. */
export function outcomes(workspace: WorkspaceReport, systems: Map<string, string[]>): Map<string, SystemOutcome> {
  const findings = new Map<string, Finding[]>()
  for (const finding of workspace.findings) {
    const known = findings.get(systemOf(finding.check))
    if (known) known.push(finding)
    else findings.set(systemOf(finding.check), [finding])
  }
  const elsewhere = placesOf(workspace)
  return new Map(
    [...systems].map(([system, checks]) => [system, outcome(findings.get(system) ?? [], checks, elsewhere)]),
  )
}

type Place = 'guaranteed' | 'manual' | 'inherited' | 'switched-off' | 'not-used'

/** Where a check stands that has no finding. */
function placesOf({ others }: WorkspaceReport): Map<string, Place> {
  const { 'not-used': notUsed, absent, inherited, disabled } = others['not-applicable']
  const places: [Place, string[]][] = [
    ['not-used', [...notUsed, ...absent]],
    ['switched-off', disabled],
    ['inherited', inherited],
    ['manual', others.manual],
    ['guaranteed', others.attested],
  ]
  return new Map(places.flatMap(([place, checks]) => checks.map((check) => [check, place] as const)))
}

function outcome(findings: Finding[], checks: string[], elsewhere: Map<string, Place>): SystemOutcome {
  const severitiesOf = (status: string) =>
    findings.filter((finding) => finding.status === status).map(({ severity }) => severity)
  const [failed, unknown] = [severitiesOf('fail'), severitiesOf('unknown')]
  const isWorse = worst(failed) !== 'info' || unknown.length === 0
  if (failed.length > 0 && isWorse) return { kind: 'failed', severity: worst(failed) }
  if (unknown.length > 0) return { kind: 'undecided', severity: worst(unknown) }
  if (findings.some(({ status }) => status === 'waived')) return { kind: 'waived' }
  if (findings.length > 0 || checks.some((check) => !elsewhere.has(check))) return { kind: 'passed' }
  return { kind: placeOf(new Set(checks.flatMap((check) => elsewhere.get(check) ?? []))) }
}

/** Where nothing was judged: what the platform guarantees, or people judge, does not speak for what is off or not used. */
function placeOf(places: Set<Place>): Place {
  if (places.has('inherited')) return 'inherited'
  const isOff = places.has('switched-off') && !places.has('not-used')
  if (places.has('guaranteed') && !isOff) return 'guaranteed'
  const kinds: Place[] = ['not-used', 'switched-off', 'manual']
  return kinds.find((kind) => places.has(kind)) ?? 'not-used'
}
