import { type Baseline, type Changed, hasFailed, isNew, type Weighed } from '../baseline/compare.ts'
import type { Verdict } from '../checklist/check.ts'
import { checklist } from '../checklist/index.ts'
import { isEnabled, profileFor, scopesCheck } from '../config/rules.ts'
import type { Evidence, UnreadableRecord } from '../evidence/records.ts'
import { peek } from '../evidence/resource.ts'
import { parseResourceId } from '../evidence/resource-id.ts'
import { watched } from '../evidence/watched.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import { openWorkspace } from '../evidence/workspace/open.ts'
import { tagsOf } from '../evidence/workspace/tags.ts'
import type { Counts, Finding, Others, WorkspaceReport } from '../model.ts'
import { anyResource } from '../resources/type.ts'
import { matchesPattern } from '../text.ts'
import { foundByUpgrade } from '../upgrade/upgrade.ts'
import { type Alike, createAlike } from './alike.ts'
import { evaluate, fingerprint, type Judgement, type Outcome, unconfirmed } from './evaluate.ts'
import { findingOf, type Passed, passedIn, passingFinding, waivedOrNot } from './finding.ts'
import { reaches } from './policy.ts'
import type { Terms } from './terms.ts'
import { weighedIn } from './weighed.ts'

/** A workspace, judged. */
export interface Judged {
  /** without the findings that pass, so that memory does not grow with them */
  report: WorkspaceReport
  /** all findings, in the order of the checklist */
  findings: (Finding | Passed)[]
  /** what could not be read, and leaves checks undecided */
  missing: UnreadableRecord[]
  /** indexes of the waivers that cover something */
  waivers: number[]
  /** what failed in the baseline and passes now */
  fixed: Changed[]
  /** what failed in the baseline and weighs something else now */
  weighed: Weighed[]
  /** what looks new only because the baseline is of an older version of the tool */
  upgraded: Changed[]
  /** what the failures at the threshold rest on that Resource Graph alone has shown */
  doubtful: string[]
  /** everything that was looked up in the evidence (`evidence/watched.ts`) */
  seen: unknown[]
}

/** Pure: as long as nothing that it looks up in the evidence becomes another, it says the same. */
export function judge(all: Evidence, id: string, terms: Terms, alike: Alike = createAlike()): Judged {
  const { evidence, seen } = watched(all)
  const workspace = open(evidence, id, terms)
  const outcomes = evaluate(checklist, workspace, terms.config)
  const judgements = outcomes.filter(isFinding)
  const isOfUpgrade = upgradeOf(workspace, outcomes, terms)
  const told = judgements.map((judgement) =>
    judgement.verdict.status === 'pass'
      ? { finding: passedIn(judgement, alike), waivers: [], isUpgraded: false }
      : tell(judgement, workspace, terms, isOfUpgrade, alike),
  )
  const findings = told.map(({ finding }) => finding)
  const shown = findings.filter(isShown)
  return {
    report: {
      ...headerOf(workspace),
      counts: countsOf(outcomes, shown),
      others: alike(othersOf(outcomes)),
      findings: shown,
    },
    findings,
    missing: outcomes.flatMap((outcome) => (outcome.subject && outcome.missing) ?? []),
    waivers: told.flatMap(({ waivers }) => waivers),
    fixed: terms.baseline ? fixedIn(judgements, workspace, terms.baseline) : [],
    weighed: terms.baseline ? weighedIn(shown, outcomes, workspace, terms.baseline) : [],
    upgraded: told.flatMap(({ finding, isUpgraded }) =>
      isUpgraded && isShown(finding) ? changed(finding, workspace) : [],
    ),
    doubtful: judgements
      .filter(({ verdict, severity }) => verdict.status === 'fail' && reaches(severity, terms.policy.failOnSeverity))
      .flatMap(unconfirmed),
    seen: [...seen],
  }
}

/** The workspace with the findings that pass. */
export function whole(judged: Judged, terms: Terms): WorkspaceReport {
  return { ...judged.report, findings: findingsOf(judged, terms) }
}

/** @param checks null: of all */
export function findingsOf(
  { report, findings }: Judged,
  { baseline }: Terms,
  checks: ReadonlySet<string> | null = null,
): Finding[] {
  const wanted = checks === null ? findings : findings.filter((one) => checks.has(checkOf(one)))
  return wanted.map((one) => (isShown(one) ? one : passingFinding(one, report.id, baseline !== null)))
}

/** A workspace under the profile that the config file chooses for it, else the run's. */
function open(evidence: Evidence, id: string, { policy, config }: Terms): Workspace {
  const name = parseResourceId(id)?.name ?? id
  const profile = profileFor(config, { id, name, tags: tagsOf(evidence, id) }, policy.profile)
  return openWorkspace(evidence, id, profile, {
    ...config.thresholds,
    isDeniedName: (job) => config.jobNames.some((pattern) => matchesPattern(pattern, job)),
    encryptionScopes: isEnabled(config, scopesCheck),
  })
}

interface Told {
  finding: Finding | Passed
  waivers: number[]
  isUpgraded: boolean
}

function tell(
  judgement: Judgement,
  workspace: Workspace,
  { config, baseline }: Terms,
  isOfUpgrade: (finding: Finding) => boolean,
  alike: Alike,
): Told {
  const now = new Date(workspace.evidence.collectedAt)
  const { finding, waivers } = waivedOrNot(findingOf(judgement, workspace, alike), workspace, config, now)
  const looksNew = isNew(finding, baseline)
  const isUpgraded = looksNew === true && isOfUpgrade(finding)
  return { finding: { ...finding, new: isUpgraded ? false : looksNew }, waivers, isUpgraded }
}

function isFinding(outcome: Outcome): outcome is Judgement {
  return ['pass', 'fail', 'unknown'].includes(outcome.verdict.status)
}

function isShown(finding: Finding | Passed): finding is Finding {
  return 'status' in finding
}

function checkOf(finding: Finding | Passed): string {
  return isShown(finding) ? finding.check : finding.said.check
}

function changed({ check, resource }: Pick<Finding, 'check' | 'resource'>, { id }: Workspace): Changed {
  return { check, resource, workspace: id }
}

/** What failed in the baseline and passes now. */
function fixedIn(judgements: Judgement[], workspace: Workspace, { open }: Baseline): Changed[] {
  return judgements.flatMap(({ check, subject, verdict }) =>
    verdict.status === 'pass' && hasFailed(open.get(fingerprint(check.id, subject.id, workspace.id)))
      ? changed({ check: check.id, resource: subject.id }, workspace)
      : [],
  )
}

/** Whether what looks new is so only because an older version of the tool wrote the baseline. */
function upgradeOf(workspace: Workspace, outcomes: Outcome[], { baseline }: Terms): (finding: Finding) => boolean {
  if (!baseline?.upgrade) return () => false
  const judged = outcomes.flatMap(({ check, subject }) =>
    subject === null ? [] : [fingerprint(check.id, subject.id, workspace.id)],
  )
  return foundByUpgrade(baseline.upgrade, workspace.id, new Set(judged))
}

function headerOf({ id, name, kind, profile, hub, architecture, resource }: Workspace) {
  const location = peek(resource, anyResource.location)
  return {
    id,
    name,
    kind,
    location: String(location ?? ''),
    profile,
    hub: hub?.id || null,
    cmkArchitecture: architecture,
  }
}

function countsOf(outcomes: Outcome[], shown: Finding[]): Counts {
  const counts: Counts = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, attested: 0, manual: 0, waived: 0 }
  const others = outcomes
    .map(({ verdict }) => verdict.status)
    .filter((status) => status !== 'fail' && status !== 'unknown')
  for (const status of [...others, ...shown.map(({ status }) => status)]) counts[status] += 1
  return counts
}

function othersOf(outcomes: Outcome[]): Others {
  const others: Others = {
    'not-applicable': { 'not-used': [], inherited: [], absent: [], disabled: [] },
    attested: [],
    manual: [],
  }
  for (const { check, verdict } of outcomes) {
    const list = listIn(others, verdict)
    if (list && !list.includes(check.id)) list.push(check.id)
  }
  return others
}

function listIn(others: Others, verdict: Verdict): string[] | null {
  if (verdict.status === 'not-applicable') return others['not-applicable'][verdict.reason]
  return verdict.status === 'attested' || verdict.status === 'manual' ? others[verdict.status] : null
}
