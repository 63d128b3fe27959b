import type { ChildKind } from '../evidence/children.ts'
import type { UnreadableRecord } from '../evidence/records.ts'
import { isRedacted, withheld } from '../evidence/redact.ts'
import { gapOf, peek, type Resource } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { SecretPlace } from '../evidence/secrets.ts'
import type { Subject, Subjects } from '../evidence/subjects.ts'
import { once } from '../evidence/workspace/consumers.ts'
import type { Workspace } from '../evidence/workspace.ts'
import { mlConnection } from '../resources/connection.ts'
import { mlJob } from '../resources/job.ts'
import { anyResource, type Property, secretPlaces } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { said, words } from '../said.ts'
import { plural } from '../text.ts'
import { type Check, check, fail, notRead, oneOf, pass, severity, unknown, type Verdict, worst } from './check.ts'
import { isShaped, leakOf, namesOf } from './leak.ts'
import { noContainerGroup, onInstances } from './on-instances.ts'
import { az, instruction, named } from './remedy.ts'

const advice = 'https://learn.microsoft.com/azure/machine-learning/concept-secret-injection'
const why =
  'Environment variables are logged, and Microsoft stores them with diagnostic data; whoever reads the job reads the secret.'

/** A check that looks for secrets among the variables of everything of these kinds. */
function environmentCheck(
  id: Check['id'],
  title: string,
  failed: string,
  rows: Check['rows'],
  kinds: ChildKind[],
  moveTo: string,
  also: (workspace: Workspace) => Resource[] = () => [],
): Check {
  return check<Subject>({
    id,
    title,
    failed,
    irreversible: 'keys',
    rows,
    severity: severity('medium'),
    subjects: (workspace) => found(workspace, kinds, undefined, also(workspace)),
    judge: (subject, workspace) =>
      subject.id === workspace.id
        ? nothingFound(workspace, kinds, 'Nothing looks like a secret', also(workspace).length)
        : verdictOf(subject as Resource),
    passes:
      'No value has the shape of a credential, no variable is named like a secret; references to vaults are fine.',
    fails: 'High: a value has the shape of a credential. Medium: only the name says so.',
    cannotTell: 'Nothing was found, but a list cannot be read, or holds more than the run reads.',
    why,
    remedy: (resource) =>
      instruction`Remove the secret from the variables of ${resource} and replace it: it has been logged. ${words(moveTo)}`,
    reference: advice,
  })
}

export const jobEnvironment = environmentCheck(
  'secrets/job-environment',
  'No job has a secret in its environment variables',
  'A job has a secret in its environment variables',
  ['S41'],
  ['jobs'],
  'Read it in the job from the key vault, with the identity of the compute.',
)

export const deploymentEnvironment: Check = {
  ...environmentCheck(
    'secrets/deployment-environment',
    'No deployment has a secret in its environment variables',
    'A deployment has a secret in its environment variables',
    ['S41'],
    ['onlineDeployments', 'batchDeployments', 'services'],
    'Inject it instead: `${{azureml://connections/<name>/credentials/key}}` or `${{keyvault:https://<vault>/secrets/<name>}}`.',
    containersOf,
  ),
  cannotTell:
    'Nothing was found, but a list cannot be read, or no container group has the address of a service of SDK v1.',
  // a cloud that has given up SDK v1 has hardly a service of it, and nobody can make it list them
  severity: ({ unreadable }) => severity(isWithoutServices(unreadable) ? 'low' : 'medium'),
}

/** Container groups show variables that their services do not; a service of which none is found keeps its own place. */
function containersOf(workspace: Workspace): Resource[] {
  return onInstances(workspace).all.map((service) => {
    const group = workspace.containerGroupOf(service)
    if (group) return group
    const { id } = service
    const record = { id, reason: 'not-visible', action: null, scope: null, message: noContainerGroup } as const
    return { ...service, unreadable: { ...record, state: 'unreadable' } }
  })
}

function isWithoutServices(hidden: UnreadableRecord | null): boolean {
  return hidden?.reason === 'api-unsupported' && hidden.id.endsWith('/services')
}

export const scheduleEnvironment = environmentCheck(
  'secrets/schedule-environment',
  'No schedule has a secret in its environment variables',
  'A schedule has a secret in its environment variables',
  ['S41'],
  ['schedules'],
  'Read it in the job from the key vault, with the identity of the compute.',
)

export const computeEnvironment = environmentCheck(
  'secrets/compute-environment',
  'No custom service of a compute instance has a secret in its environment variables',
  'A compute instance has a secret in its variables',
  ['S41'],
  ['computes'],
  'Let the service read it from the key vault, with the identity of the compute instance.',
)

/** What hits, each a subject of its own; the workspace, when nothing does; a list that cannot be read, as it is. */
function found(
  workspace: Workspace,
  kinds: ChildKind[],
  hit = (one: Resource) => places(one).some(isSecret),
  also: Resource[] = [],
): Subjects<Subject> {
  const isHit = (one: Resource) => one.unreadable !== null || hit(one) || gapOf(one) !== null
  const listed = workspace.list(...kinds).all.filter(isHit)
  const known = new Set(listed.map(({ id }) => idKey(id)))
  const hits = [...listed, ...once(also).filter((one) => isHit(one) && !known.has(idKey(one.id)))]
  return { all: hits.length > 0 ? hits : [workspace.resource], none: 'not-used' }
}

/** Kinds whose name is not a word. */
const inWords: Partial<Record<ChildKind, [one: string, many: string]>> = {
  onlineDeployments: ['online deployment', 'online deployments'],
  batchDeployments: ['batch deployment', 'batch deployments'],
  services: ['web service of SDK v1', 'web services of SDK v1'],
}

function nothingFound(
  workspace: Workspace,
  kinds: ChildKind[],
  clean: 'Nothing looks like a secret' | 'Nothing telling is in the names',
  containers = 0,
): Verdict {
  const counts = kinds.map((kind) => [kind, workspace.list(kind).all.length] as const)
  for (const [kind, count] of counts) workspace.resource.note(`${kind}[]`, count)
  if (containers > 0) workspace.resource.note('containerGroups[]', containers)
  const counted = counts.map(([kind, count]) =>
    plural(count, ...(inWords[kind] ?? ([kind.slice(0, -1), kind] as const))),
  )
  const all = [...counted, ...(containers > 0 ? [plural(containers, 'container group')] : [])].join(', ')
  if (kinds.every((kind) => workspace.isComplete(kind))) return pass(said`${clean} in ${words(all)}.`)
  return unknown(
    'truncated',
    said`${clean} in the first ${words(all)}, but there are more (thresholds.jobs-per-workspace).`,
  )
}

const isSecret = (place: SecretPlace) => place.class !== 'safe'

function verdictOf(subject: Resource): Verdict {
  const hits = places(subject).filter(isSecret)
  const gap = gapOf(subject)
  if (hits.length === 0 && gap) return notRead(gap)
  show(subject, hits)
  const { message, severity } = leakOf(hits)
  return severity === 'high' ? fail(message, { severity }) : fail(message)
}

/** Path, length and class; the value itself is not kept. */
function show(subject: Resource, hits: SecretPlace[]): void {
  for (const place of hits) subject.note(place.path, withheld(place, place.class))
}

function places(resource: Resource): SecretPlace[] {
  const list = peek(resource, secretPlaces)
  return Array.isArray(list) ? (list as SecretPlace[]) : []
}

export const jobNames = check<Subject>({
  id: 'secrets/job-names',
  title: 'Job and experiment names contain nothing sensitive',
  failed: 'The name of a job contains something sensitive',
  rows: ['S42'],
  severity: severity('low'),
  subjects: (workspace) =>
    found(workspace, ['jobs'], (job) => tellingName(job, workspace.options.isDeniedName) !== null),
  judge: (subject, workspace) => {
    if (subject.id === workspace.id) return nothingFound(workspace, ['jobs'], 'Nothing telling is in the names')
    const job = subject as Resource
    const telling = tellingName(job, workspace.options.isDeniedName) ?? anyResource.name
    job.read(telling)
    job.note(telling.path, 'matches')
    return fail(
      said`The ${words(telling.path.split('.').at(-1) ?? '')} of the job holds an e-mail address, a credential or a name on the deny list.`,
    )
  },
  passes:
    'Names, display names and experiments hold no e-mail address and no credential, and match no configured pattern.',
  fails: 'One does.',
  cannotTell: 'Nothing was found, but there are more jobs than the run reads.',
  why: 'Names of jobs and experiments reach telemetry that Microsoft support can read.',
  remedy: (job) => instruction`Give the next runs another name; that of ${job} cannot be changed any more.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
})

const email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}(?![\w-])/i

/** Where the name stands that tells something; a name that is not a text is left to be read, and undecided. */
function tellingName(job: Resource, isDenied: (name: string) => boolean): Property<'text'> | null {
  for (const property of [anyResource.name, mlJob.displayName, mlJob.experimentName]) {
    const name = peek(job, property)
    if (name === undefined) continue
    if (typeof name !== 'string' || isRedacted(name) || email.test(name) || isDenied(name)) return property
  }
  return null
}

export const systemDatastores = check({
  id: 'secrets/system-datastores',
  title: "The workspace's own datastores are reached with identities",
  failed: "The workspace's own datastores are reached with keys",
  rows: ['S16', 'S44'],
  severity: severity('medium', 'low'),
  // a project can have a setting of its own
  subjects: ({ resource, settings }) =>
    peek(resource, mlWorkspace.systemDatastoresAuthMode) === undefined
      ? settings
      : { all: [resource], none: 'not-used' },
  judge: (resource) => {
    const mode = resource.read(mlWorkspace.systemDatastoresAuthMode)
    if (mode === undefined) return fail('The workspace reaches its storage with account keys.')
    return oneOf(
      mode,
      { pass: ['Identity', 'UserDelegationSAS'], fail: ['AccessKey'] },
      'The workspace reaches its storage with account keys.',
    )
  },
  passes:
    'The mode is `identity` or user delegation. A project is judged when it shows a mode; else it has that of its hub.',
  fails: 'It is `accesskey`; absent means that.',
  cannotTell: 'The mode is one that is not recognized, or the API that was read is too old to show it.',
  why: 'Account keys of the storage are kept in the vault of the workspace, and reach every compute.',
  remedy: (resource) => [
    instruction`Give users and computes roles on the storage account first, then run`,
    az`ml workspace update ${named(resource.id)} --system-datastores-auth-mode identity`,
  ],
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
})

export const connections = check<Resource>({
  id: 'secrets/connections',
  title: 'Connections use identities and expose no secret',
  failed: 'A connection uses or exposes a secret',
  irreversible: 'keys',
  rows: ['S41', 'S44'],
  severity: severity('low'),
  subjects: (workspace) => workspace.list('connections'),
  judge: (connection, workspace) => {
    const shown = places(connection).filter(isShaped)
    show(connection, shown)
    if (shown.length > 0)
      return fail(
        said`Metadata of the connection, which everybody sees, has the shape of a credential: ${{ name: namesOf(shown) }}.`,
        { severity: 'high' },
      )
    const type = connection.read(mlConnection.authType)
    const stored = [
      'ApiKey',
      'AccountKey',
      'AccessKey',
      'PAT',
      'SAS',
      'UsernamePassword',
      'CustomKeys',
      'OAuth2',
      'ServicePrincipal',
    ]
    const kept = oneOf(
      type,
      { pass: ['AAD', 'ManagedIdentity', 'None'], fail: stored },
      said`The connection keeps a credential (${{ name: type ?? '' }}).`,
    )
    return worst([expiry(connection, Date.parse(workspace.evidence.collectedAt)), kept])
  },
  passes: 'It uses an identity, or needs no credential.',
  fails:
    'A credential is kept, or has expired. High: its metadata, which everybody sees, has the shape of a credential.',
  cannotTell: 'The kind of authentication is absent, or is not recognized; or the expiry time is not a date.',
  why: 'Stored credentials are shared by everybody who may use the connection.',
  remedy: (connection) =>
    instruction`Create the connection ${connection} again with \`ManagedIdentity\` or \`AAD\`, where the service allows it.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-connection',
})

function expiry(connection: Resource, now: number): Verdict {
  const written = connection.read(mlConnection.expiryTime)
  const at = Date.parse(written ?? '')
  if (written === undefined) return pass()
  if (Number.isNaN(at)) return unknown('unrecognised-value', 'The expiry time of the connection is not a date.')
  return at <= now
    ? fail(said`The credential of the connection expired on ${words(new Date(at).toISOString().slice(0, 10))}.`)
    : pass()
}

/** Judged where a run looks through files; no workspace leads to them. */
export const repositoryCredentials = check<Subject>({
  id: 'secrets/repository-credentials',
  title: 'No file of the repository holds a credential',
  failed: 'A file of the repository holds a credential',
  irreversible: 'keys',
  rows: ['S41', 'S44'],
  severity: severity('high'),
  subjects: () => ({ all: [], none: 'not-used' }),
  judge: () => pass(),
  passes: 'No file that `plan-files` names has a credential where a datastore, a connection or a compute takes one.',
  fails: 'One does.',
  cannotTell: 'A file cannot be read as YAML: the judgement of the plan is then incomplete.',
  why: 'Everybody who can read the repository has the credential, and so does everybody who ever cloned it.',
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
})
