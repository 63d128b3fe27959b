import { InputError, type Reader, readerOf } from './input-reader.ts'
import { boolean, fileInside, guid, httpsOrigin, matching, oneOf, uri, wholeNumber } from './input-values.ts'
import type { Policy } from './model.ts'
import { managementGroup, resourceGroupTarget, type Targets, workspaceTarget } from './targets.ts'

export { InputError }

export type Environment = 'azurecloud' | 'azureusgovernment' | 'azurechinacloud' | 'custom'

export interface Inputs {
  /** null: the session of the Azure CLI */
  federation: { clientId: string; tenantId: string } | null
  environment: Environment
  /** null: the cloud's */
  audience: string | null
  /** origins, not null exactly when the environment is `custom` */
  resourceManagerUrl: string | null
  authorityHost: string | null
  targets: Targets
  policy: Policy
  commentSummaryInPr: 'always' | 'on-failure' | 'never'
  reportId: string
  /** empty when the workflow took it away */
  githubToken: string
  /** absolute */
  jsonFile: string
  /** absolute; null: not to be written */
  markdownFile: string | null
  /** undefined: as the repository's visibility suggests */
  publishDetails: boolean | undefined
  timeoutMinutes: number
  /** absolute path, and how people call it; a file that was not named may be missing */
  configFile: { path: string; name: string; isNamed: boolean }
}

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
}

type InputReader = Reader<keyof typeof inputDefaults>

/**
 * Reads and checks every input of the action.
 *
 * @param read as `core.getInput`
 * @param workspace folder to which file names are relative
 * @param runnerTemp folder that files may also be written to; empty when there is none
 * @throws InputError that lists every problem at once
 */
export function readInputs(read: (name: string) => string, workspace: string, runnerTemp = ''): Readonly<Inputs> {
  const reader = readerOf(read, inputDefaults)
  const file = fileInside(workspace, ...(runnerTemp === '' ? [] : [runnerTemp]))
  const inputs: Inputs = {
    federation: readFederation(reader),
    ...readCloud(reader),
    targets: readTargets(reader),
    policy: readPolicy(reader),
    commentSummaryInPr: reader.required('comment-summary-in-pr', oneOf('always', 'on-failure', 'never')),
    reportId: reader.required('report-id', slug),
    githubToken: read('github-token').trim(),
    jsonFile: reader.required('json-file', file),
    markdownFile: reader.optional('markdown-file', file) ?? null,
    publishDetails: reader.optional('publish-details', boolean),
    timeoutMinutes: reader.required('timeout-minutes', wholeNumber(1, 360)),
    configFile: {
      path: reader.required('config-file', file),
      name: read('config-file').trim() || inputDefaults['config-file'],
      isNamed: read('config-file').trim() !== '',
    },
  }
  if (inputs.markdownFile === inputs.jsonFile) reader.problems.push('json-file and markdown-file name the same file.')
  if (reader.problems.length > 0) throw new InputError(reader.problems)
  return frozen(inputs)
}

const slug = matching(/^[a-z0-9-]{1,40}$/, 'it must be 1 to 40 lower-case letters, digits and hyphens')

function readFederation({ optional, problems }: InputReader): Inputs['federation'] {
  const before = problems.length
  const clientId = optional('client-id', guid)
  const tenantId = optional('tenant-id', guid)
  if (clientId && tenantId) return { clientId, tenantId }
  if ((clientId || tenantId) && problems.length === before) {
    const [given, missing] = clientId ? ['client-id', 'tenant-id'] : ['tenant-id', 'client-id']
    problems.push(
      `${missing} is empty although ${given} is given: give both (is a variable or secret unset?), or neither to use the session of azure/login.`,
    )
  }
  return null
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
  }
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part)
  return Object.freeze(value)
}
