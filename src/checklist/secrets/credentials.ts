import { dateOf } from '../../calendar.ts'
import { peek, type Resource } from '../../evidence/resource.ts'
import type { Subject } from '../../evidence/subjects.ts'
import { mlConnection } from '../../resources/connection.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { said, words } from '../../said.ts'
import { check, fail, oneOf, pass, severity, unknown, type Verdict, worst } from '../check.ts'
import { isShaped, namesOf } from '../leak.ts'
import { az, instruction, named } from '../remedy.ts'
import { places, show, unread } from './search.ts'

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
      (name) => said`The connection keeps a credential (${{ name }}).`,
    )
    return worst([expiry(connection, Date.parse(workspace.evidence.collectedAt)), kept, unread(connection)])
  },
  passes: 'It uses an identity, or needs no credential.',
  fails:
    'A credential is kept, or has expired. High: its metadata, which everybody sees, has the shape of a credential.',
  cannotTell:
    'The kind of authentication is absent, or is not recognized; the expiry time is not a date; or the metadata is not a list of names and values.',
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
  return at <= now ? fail(said`The credential of the connection expired on ${words(dateOf(new Date(at)))}.`) : pass()
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
