/**
 * The vocabulary: what a run is given, what it finds and what it reports. Types only.
 * `schema/report.schema.json` is generated from it and `report/written.ts`, descriptions included.
 */

export type Severity = 'high' | 'medium' | 'low' | 'info'
export type Threshold = 'high' | 'medium' | 'low' | 'never'
export type Profile = 'baseline' | 'cmk-required'
export type Conclusion = 'pass' | 'fail' | 'incomplete' | 'skipped'

/** Why a check could not be decided. */
export type UnknownReason =
  | 'forbidden'
  | 'not-visible'
  | 'absent'
  | 'property-absent'
  | 'unrecognised-value'
  | 'api-unsupported'
  | 'throttled'
  | 'timeout'
  | 'invalid-response'
  | 'not-observable'
  | 'truncated'

/** Why a check has nothing to judge. */
export type NotApplicableReason = 'not-used' | 'inherited' | 'absent' | 'disabled'

export type FindingStatus = 'pass' | 'fail' | 'unknown' | 'waived'
export type Status = FindingStatus | 'not-applicable' | 'attested' | 'manual'

export type CmkArchitecture =
  | 'none'
  | 'service-side'
  | 'subscription-side'
  | 'bring-your-own'
  | 'inherited'
  | 'undetermined'

export type PerProfile<T> = Record<Profile, T>

/** A value that a rule read, and where. Values that may be secret never stand here. */
export interface ReadValue {
  /** the resource it was read from, when it is not the finding's own */
  resource?: string
  path: string
  value: string | number | boolean | null
}

/** A name or an id in a step: what is different when the same is to be done to something else. */
export interface Name {
  name: string
  /** in an instruction, the Azure resource id of what is called so, where that is known */
  id?: string
}

export type Part = string | Name

/** Words of ours, or where names stand in them, parts that follow each other without anything between. */
export type Said = string | Part[]

/**
 * A step of a fix: an instruction, whose parts follow each other without anything between them, or a command, which is a
 * program and its arguments as the program is to get them, quoted for no shell.
 */
export type Step = { instruction: Part[] } | { command: Part[] }

export interface Waiver {
  owner: string
  reason: string
  /** last day on which it holds, in UTC */
  expires: string
  /** where it was agreed, as the config file says; null where it does not */
  ticket: string | null
  /** of the config file, where it begins */
  line: number
  /** the commit that last changed it in the config file; null where GitHub was not asked, or did not tell */
  changed: WaiverChange | null
}

export interface WaiverChange {
  sha: string
  /** when it was committed: ISO 8601, UTC */
  at: string
}

/** One finding per workspace, check and subject. */
export interface Finding {
  /** `system/slug` */
  check: string
  /** Azure resource id of what was judged, cased as Azure returned it */
  resource: string
  status: FindingStatus
  severity: Severity
  /** null for `pass` and `fail` */
  reason: UnknownReason | null
  /** a sentence for people */
  message: Said
  /** false where it rests on what Resource Graph alone has shown, whose index can lag behind */
  confirmed: boolean
  evidence: ReadValue[]
  /** what is to be done, one after the other; empty where nothing is */
  steps: Step[]
  /** the setting can only be chosen when the resource is created */
  creationOnly: boolean
  /** depends on check, resource and workspace only */
  fingerprint: string
  /** not in the baseline; null when the run was given none */
  new: boolean | null
  waiver: Waiver | null
  /**
   * what could not be read, and is why the check is undecided: the `resource` of an entry in `coverage.missing`; null
   * when nothing was missing
   */
  missing: string | null
}

export type Counts = Record<Status, number>

/** What is not a finding, by check id. A check can stand here and among the findings, for different subjects. */
export interface Others {
  'not-applicable': Record<NotApplicableReason, string[]>
  attested: string[]
  manual: string[]
}

export interface WorkspaceReport {
  id: string
  name: string
  /** `default`, `hub`, `project`, `featurestore`, or what Azure says */
  kind: string
  location: string
  profile: Profile
  /** resource id of the hub that a project belongs to */
  hub: string | null
  cmkArchitecture: CmkArchitecture
  counts: Counts
  others: Others
  findings: Finding[]
}

/** Something that was needed and could not be read. */
export interface Missing {
  /** resource id, or what a target was named in the workflow */
  resource: string
  reason: UnknownReason
  /** the Azure action that the identity lacks; null when a permission would not help */
  action: string | null
  /** the scope at which a role would grant it */
  scope: string | null
  /** a sentence for people */
  message: Said
  /** resource ids of the workspaces that need it */
  usedBy: string[]
  /** the workflow names it, so that the run is incomplete without it */
  named: boolean
}

export interface Coverage {
  /** distinct resources and collections read ÷ needed, floored to 0.1; null when nothing was needed */
  percent: number | null
  subscriptions: { id: string; visible: boolean }[]
  missing: Missing[]
  requests: { resourceGraph: number; resourceManager: number; throttled: number }
}

export interface Summary extends Counts {
  workspaces: number
  failedBySeverity: Record<Severity, number>
  /** of what could not be decided */
  unknownBySeverity: Record<Severity, number>
  /** null without a baseline */
  new: number | null
  /** null without a baseline */
  fixed: number | null
}

export interface RunInfo {
  /** ISO 8601, UTC */
  startedAt: string
  finishedAt: string
  event: string
  /** `owner/name` */
  repository: string
  sha: string
  /** the page of the workflow run */
  url: string
  /** id of the Entra tenant that was read; null where nothing was, and where its token does not say */
  tenant: string | null
  /**
   * who read Azure: `client id …` of an application or a managed identity, `object id …` of a person; null where nobody
   * did, and where the token does not say
   */
  identity: string | null
  /** what decided the conclusion, and whether the job fails */
  gate: Gate
  /** of workspaces for which the config file chooses none */
  profile: Profile
  /** null: there is none */
  config: ConfigFile | null
  /** evidence that an earlier run collected, where this one judged it again; null: this run read Azure itself */
  judgedFrom: JudgedFrom | null
}

export interface Gate {
  /** lowest severity of a finding that counts */
  failOnSeverity: Threshold
  onUnknown: 'fail' | 'warn'
  /** the job fails in no case */
  warnOnly: boolean
  failOnNewOnly: boolean
  /** whose conclusion it is: that of what is live, of what plans make of it, or the worse of the two */
  gateOn: 'live' | 'planned' | 'both'
}

/** A config file, as it was when it was read. */
export interface ConfigFile {
  /** from the root of the repository, where it is in one */
  path: string
  /** of its bytes, in hexadecimal */
  sha256: string
}

/** The evidence file of an earlier run. What of that run is not known is empty. */
export interface JudgedFrom {
  /** its name, without its folder */
  file: string
  /** of its bytes, in hexadecimal */
  sha256: string
  /** when Azure was read: ISO 8601, UTC */
  collectedAt: string
  /** of this tool, that collected it */
  version: string
  /** `owner/name` */
  repository: string
  sha: string
  /** the page of the workflow run */
  url: string
}

/** What plans do to a finding. */
export type PlanChange = 'introduces' | 'fixes' | 'gone' | 'leaves' | 'undecided'

/** What plans make of one finding; its fingerprint is the one that the live finding will have. */
export interface PlanFinding extends Finding {
  /** resource id; null where no workspace is known, as in a file that creates a job */
  workspace: string | null
  /**
   * `introduces`: it fails only with the plans; `fixes`: it fails now and passes then; `gone`: it fails now, and there is
   * nothing left to judge; `leaves`: it fails with and without them; `undecided`: it cannot be told what they make of it
   */
  change: PlanChange
  /** as it is now; null where nothing is found now */
  live: { status: FindingStatus; severity: Severity; evidence: ReadValue[] } | null
  /** where in the repository it comes from; null where nothing of the plans leads to it */
  source: PlanSource | null
}

/** A place in the repository. */
export interface PlanSource {
  file: string
  /** null: the file as a whole */
  line: number | null
}

/** A file of `plan-files` that was judged. */
export interface PlanFileReport {
  path: string
  kind: 'terraform' | 'what-if' | 'snapshot' | 'yaml'
  /** what made it, with its version where the file tells it */
  tool: string
  /** ISO 8601; null where the file does not say when it was made */
  createdAt: string | null
  /** it is older than the head commit, or Azure has changed since it was made */
  stale: boolean
}

/** What would be if everything that `plan-files` names were applied. */
export interface PlanReport {
  files: PlanFileReport[]
  conclusion: Conclusion
  /** findings by what becomes of them and severity */
  summary: Record<PlanChange, Record<Severity, number>>
  findings: PlanFinding[]
  /** parts of the plans that nobody can judge, as the plans call them */
  notLookedInto: { address: string; reason: string }[]
}

/** A framework, such as a standard or a law, as an initiative of Microsoft's has it. */
export interface Framework {
  /** as a workflow names it */
  name: string
  title: string
  version: string
  /** Microsoft's initiative for it, with its version */
  initiative: string
  /** how many controls that initiative lists */
  size: number
}

/**
 * The controls to which Microsoft assigns built-in policies that ask the same as checks, or nearly the same. A policy is
 * not the whole control.
 */
export interface Controls {
  /** what Microsoft has published: a commit of a repository on GitHub, and its day */
  source: { repository: string; commit: string; date: string }
  frameworks: Framework[]
  /** ids of controls, by id of a check and name of a framework; none where no such policy is known */
  checks: Record<string, Record<string, string[]>>
}

/** What the report says besides the workspaces and the plans; small, whatever the number of workspaces. */
export interface ReportHeader {
  schemaVersion: '1.1'
  tool: { name: 'azureml-encryption-check'; version: string }
  /** ids of all checks that this version makes, in their order: what a later version finds by others is not new */
  checks: string[]
  controls: Controls
  run: RunInfo
  conclusion: Conclusion
  summary: Summary
  coverage: Coverage
}

export interface Report extends ReportHeader {
  /** null: no plan was given */
  plan: PlanReport | null
  workspaces: WorkspaceReport[]
}

/** A built-in definition of Azure Policy. */
export interface BuiltInPolicy {
  /** as Microsoft calls it, a full stop at the end included */
  name: string
  /** GUID, in lower case */
  id: string
}

/** What a check says of itself; the reports and the documentation read it. */
export interface CheckInfo {
  id: string
  /** what holds when it passes */
  title: string
  /** what holds when it fails, in at most 60 characters */
  failed: string
  /** what a failure has cost that nothing brings back: keys and secrets, lost or exposed; or data, lost or readable */
  irreversible?: 'keys' | 'data'
  /** rows of the encryption guidance, `S01` to `S46` */
  rows: string[]
  /** what goes wrong when it fails, in a sentence or two */
  why: string
  reference: string
  creationOnly: boolean
}

/** The policy that a report is read under. */
export interface Policy {
  profile: Profile
  failOnSeverity: Threshold
  onUnknown: 'fail' | 'warn'
  warnOnly: boolean
  /** with a baseline, only what is not in it counts */
  failOnNewOnly: boolean
}
