import { parse, resolve } from 'node:path'
import { type FrameworkName, frameworkNames } from '../controls/names.ts'
import type { Policy } from '../model.ts'
import { type Files, readFiles } from './files.ts'
import { type Login, readGitHubLogin, readLogin } from './login.ts'
import { namedPlans, type Plans, readPlans } from './plans.ts'
import { InputError, type Reader, readerOf } from './reader.ts'
import { managementGroup, resourceGroupTarget, type Targets, workspaceTarget } from './targets.ts'
import {
  anyFile,
  anyOf,
  boolean,
  fileInside,
  guid,
  httpsOrigin,
  matching,
  oneOf,
  type Parser,
  uri,
  wholeNumber,
} from './values.ts'

export { InputError }

export type Environment = 'azurecloud' | 'azureusgovernment' | 'azurechinacloud' | 'custom'

export interface Inputs extends Files {
  login: Login
  environment: Environment
  /** null: the cloud's */
  audience: string | null
  /** origins, not null exactly when the environment is `custom` */
  resourceManagerUrl: string | null
  authorityHost: string | null
  targets: Targets
  policy: Policy
  plans: Plans
  /** names of those of which the HTML report shows the controls */
  frameworks: readonly FrameworkName[]
  commentSummaryInPr: 'always' | 'on-failure' | 'never'
  reportId: string
  /** empty when the workflow took it away */
  githubToken: string
  /** null: nothing is published there, and no baseline is read from it */
  statusBranch: string | null
  trackingIssue: boolean
  /** undefined: as the repository's visibility suggests */
  publishDetails: boolean | undefined
  timeoutMinutes: number
}

/** Where earlier results of this report are shown. */
export type Place = Pick<
  Inputs,
  'reportId' | 'githubToken' | 'commentSummaryInPr' | 'statusBranch' | 'trackingIssue' | 'replayFile'
>

/** What an input means when it is empty. */
export const inputDefaults = {
  environment: 'azurecloud',
  profile: 'baseline',
  'fail-on-severity': 'high',
  'on-unknown': 'fail',
  'warn-only': 'false',
  'comment-summary-in-pr': 'always',
  'report-id': 'default',
  'json-file': 'azureml-encryption-report.json',
  'timeout-minutes': '30',
  'config-file': '.github/azureml-encryption.yml',
  'tracking-issue': 'false',
  'fail-on-new-only': 'false',
  'if-no-plan': 'fail',
}

export type InputReader = Reader<keyof typeof inputDefaults>

/** Where inputs come from, and what the files that they name are relative to. */
export type Given =
  | { by: 'workflow'; workspace: string; runnerTemp?: string | undefined }
  /** problems: what is wrong already, a sentence each */
  | { by: 'command line'; folder: string; problems: string[] }

/**
 * Reads and checks every input.
 *
 * @param read as `core.getInput`
 * @throws InputError that lists every problem at once
 */
export function readInputs(read: (name: string) => string, given: Given): Readonly<Inputs> {
  const reader = readerOf(read, inputDefaults)
  const reportId = reader.required('report-id', slug)
  const plans = readPlans(reader, placesOfPlans(given))
  const inputs: Inputs = {
    login: given.by === 'workflow' ? readGitHubLogin(reader) : readLogin(reader),
    ...readCloud(reader),
    targets: readTargets(reader),
    policy: readPolicy(reader),
    plans,
    frameworks: reader.list('frameworks', (text) => oneOf(...frameworkNames)(text.toLowerCase())),
    commentSummaryInPr: reader.required('comment-summary-in-pr', oneOf('always', 'on-failure', 'never')),
    reportId,
    githubToken: read('github-token').trim(),
    statusBranch: reader.optional('status-branch', branch) ?? null,
    trackingIssue: reader.required('tracking-issue', boolean),
    publishDetails: reader.optional('publish-details', boolean),
    timeoutMinutes: reader.required('timeout-minutes', wholeNumber(1, 360)),
    ...readFiles(reader, ...places(given, reportFile(reportId)), namedPlans(plans)),
  }
  checkTogether(inputs, reader, given)
  const problems = given.by === 'workflow' ? reader.problems : inFlags(given.problems, reader)
  if (problems.length > 0)
    throw new InputError(
      problems,
      given.by === 'workflow' ? undefined : 'The flags are not valid (--help lists them all):',
    )
  return frozen(inputs)
}

/** On the command line, inputs are flags. @param misread what is wrong with the words that were typed */
function inFlags(misread: string[], { asked, problems }: InputReader): string[] {
  const name = /^[a-z-]+|(?<![\w-])[a-z]+(-[a-z]+)+(?![\w-])/g
  return [...misread, ...problems.map((one) => one.replace(name, (word) => (asked.has(word) ? `--${word}` : word)))]
}

/** Where files may be, and the report that is written unasked: a checkout is not trusted, and a command line is. */
function places(given: Given, report: string): [folder: string, file: Parser<string>, report: string | null] {
  if (given.by === 'command line') return [given.folder, anyFile(given.folder), null]
  const { workspace, runnerTemp = '' } = given
  return [workspace, fileInside(workspace, ...(runnerTemp === '' ? [] : [runnerTemp])), report]
}

function placesOfPlans(given: Given): [string, ...string[]] {
  // names come from who typed them, so plans may be anywhere
  if (given.by === 'command line') return [given.folder, parse(resolve(given.folder)).root]
  return [given.workspace, ...(given.runnerTemp ? [given.runnerTemp] : [])]
}

/** Several reports of one job stand beside each other. */
function reportFile(reportId: string): string {
  const file = inputDefaults['json-file']
  return reportId === inputDefaults['report-id'] ? file : file.replace('.json', `-${reportId}.json`)
}

const slug = matching(/^[a-z0-9-]{1,40}$/, 'it must be 1 to 40 lower-case letters, digits and hyphens')

/** A name that git takes for a branch (https://git-scm.com/docs/git-check-ref-format). */
const branch = matching(
  /^(?![-/.@]|refs\/|.*(?:\.\.|\/\/|\/\.|@\{|\.lock(?:\/|$)))[^\s\p{C}~^:?*[\]\\]{1,200}(?<![/.])$/u,
  'it must be the name of a branch such as encryption-status',
)

/** What is wrong with inputs that are right one by one. */
function checkTogether(
  { policy, plans, frameworks, baselineFile, statusBranch, replayFile, evidenceFile }: Inputs,
  reader: InputReader,
  { by }: Given,
) {
  const { problems, isGiven } = reader
  if (frameworks.length > 0 && !isGiven('html-file'))
    problems.push(
      'frameworks is given, but html-file is not, whose page would show their controls: give html-file as well.',
    )
  // what a plan changes needs nothing else to be compared with
  const isOfPlan = isGiven('plan-files') && (plans.gateOn ?? 'planned') === 'planned'
  const isCompared = isOfPlan || baselineFile !== null || statusBranch !== null || isGiven('baseline-file')
  if (policy.failOnNewOnly && !isCompared)
    problems.push(
      `fail-on-new-only is true, but there is nothing to compare with: give baseline-file${by === 'workflow' ? ', or status-branch' : ''}.`,
    )
  if (replayFile === null) return
  if (evidenceFile !== null)
    problems.push('evidence-file is given together with replay-file: a replay reads nothing that could be written.')
  const scoped = ['workspaces', 'resource-groups', 'subscriptions', 'management-groups'].filter(isGiven)
  if (scoped.length > 0)
    problems.push(`${anyOf(scoped)} cannot choose what replay-file judges: it judges everything that was read then.`)
}

function readCloud(
  reader: InputReader,
): Pick<Inputs, 'environment' | 'audience' | 'resourceManagerUrl' | 'authorityHost'> {
  const environment = reader.required('environment', (text) =>
    oneOf<Environment>('azurecloud', 'azureusgovernment', 'azurechinacloud', 'custom')(text.toLowerCase()),
  )
  return {
    environment,
    audience: reader.optional('audience', uri) ?? null,
    resourceManagerUrl: readEndpoint(reader, 'resource-manager-url', environment),
    authorityHost: readEndpoint(reader, 'authority-host', environment),
  }
}

function readEndpoint({ optional, problems }: InputReader, name: string, environment: Environment): string | null {
  const before = problems.length
  const endpoint = optional(name, httpsOrigin) ?? null
  if (problems.length > before) return null
  if (environment === 'custom' && !endpoint) problems.push(`${name} is empty: environment custom requires it.`)
  if (environment !== 'custom' && endpoint) {
    problems.push(`${name} is given although environment is ${environment}: it is possible only with custom.`)
  }
  return endpoint
}

function readTargets({ list, optional }: InputReader): Targets {
  return {
    workspaces: list('workspaces', workspaceTarget),
    resourceGroups: list('resource-groups', resourceGroupTarget),
    subscriptions: list('subscriptions', guid),
    managementGroups: list('management-groups', managementGroup),
    subscriptionId: optional('subscription-id', guid),
  }
}

function readPolicy({ required }: InputReader): Policy {
  return {
    profile: required('profile', oneOf('baseline', 'cmk-required')),
    failOnSeverity: required('fail-on-severity', oneOf('high', 'medium', 'low', 'never')),
    onUnknown: required('on-unknown', oneOf('fail', 'warn')),
    warnOnly: required('warn-only', boolean),
    failOnNewOnly: required('fail-on-new-only', boolean),
  }
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part)
  return Object.freeze(value)
}
