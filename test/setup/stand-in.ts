/**
 * Stands in for `az` and `gh`: node stand-in.ts (az|gh) ARGUMENT…
 * What it keeps is in the file that STATE names, and shared by every team of the tenant; REPO says whose clone this is.
 * It does what the real ones do to who runs a set-up twice: `az ad app create` takes an app of the same name again,
 * `az ad sp create` and the credentials refuse what exists, the others take it as done.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Row = Record<string, string>

export interface State {
  apps: Row[]
  principals: Row[]
  /** by the client id or the name of the identity that they belong to */
  credentials: (Row & { of: string })[]
  identities: Row[]
  groups: string[]
  assignments: Row[]
  repositories: Record<string, { id: number; prefix?: string; variables: Record<string, string>; rulesets: Row[] }>
  /** what was run, without its parameters */
  calls: string[]
  /** a command that fails, by how it begins */
  failing?: string
  azVersion: string
}

const [tool = '', ...words] = process.argv.slice(2)
const file = process.env.STATE ?? ''
const state: State = JSON.parse(readFileSync(file, 'utf8'))
const repo = process.env.REPO ?? ''

const command = words.slice(0, words.findIndex((word) => word.startsWith('--')) >>> 0).join(' ')
state.calls.push(`${tool} ${command}`)
if (state.failing && `${tool} ${words.join(' ')}`.startsWith(state.failing)) refuse('AuthorizationFailed')
print(tool === 'az' ? azure() : gitHub())
writeFileSync(file, JSON.stringify(state))

function option(name: string): string {
  return words[words.indexOf(`--${name}`) + 1] ?? ''
}

function refuse(message: string): never {
  writeFileSync(file, JSON.stringify(state))
  console.error(`ERROR: ${message}`)
  process.exit(1)
}

function guid(): string {
  const count = state.apps.length + state.principals.length + state.identities.length + state.calls.length
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
}

function azure(): unknown {
  const name = option('name')
  switch (command) {
    case 'version':
      return { 'azure-cli': state.azVersion }
    case 'account show':
      return { id: '00000000-0000-4000-9000-000000000001', tenantId: '00000000-0000-4000-a000-000000000001' }
    case 'ad app list':
      return state.apps.filter(({ displayName }) => displayName?.startsWith(option('display-name')))
    case 'ad app create':
      return takeOr(state.apps, { displayName: option('display-name') }, () => ({ appId: guid() }))
    case 'ad app delete':
      state.principals = state.principals.filter(({ appId }) => appId !== option('id'))
      state.credentials = state.credentials.filter(({ of }) => of !== option('id'))
      state.apps = state.apps.filter(({ appId }) => appId !== option('id'))
      return null
    case 'ad sp list':
      return state.principals.filter(({ appId }) => option('filter') === `appId eq '${appId}'`)
    case 'ad sp create':
      if (state.principals.some(({ appId }) => appId === option('id'))) refuse('The service principal name is in use.')
      return takeOr(state.principals, { appId: option('id') }, () => ({ id: guid() }))
    case 'ad app federated-credential list':
      return state.credentials.filter(({ of }) => of === option('id'))
    case 'ad app federated-credential create':
      return addCredential({ of: option('id'), ...JSON.parse(option('parameters')) })
    case 'identity federated-credential list':
      return state.credentials.filter(({ of }) => of === option('identity-name'))
    case 'identity federated-credential create':
      return addCredential({ of: option('identity-name'), name, subject: option('subject'), issuer: option('issuer') })
    case 'group exists':
      return state.groups.includes(name)
    case 'group create':
      state.groups.push(name)
      return null
    case 'identity list':
      return state.identities.filter(({ group }) => group === option('resource-group'))
    case 'identity show':
      return state.identities.find((identity) => identity.name === name)
    case 'identity create':
      return takeOr(state.identities, { name, group: option('resource-group') }, () => ({
        clientId: guid(),
        principalId: guid().replace('0000', '1111'),
      }))
    case 'identity delete':
      state.credentials = state.credentials.filter(({ of }) => of !== name)
      state.identities = state.identities.filter((identity) => identity.name !== name)
      return null
    case 'role assignment create': {
      const [principalId, scope] = [option('assignee-object-id'), option('scope')]
      if (!principalId) refuse('argument --assignee-object-id: expected one argument')
      return takeOr(state.assignments, { principalId, scope, role: option('role') }, () => ({
        id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${guid()}`,
      }))
    }
    case 'role assignment list':
      return state.assignments.filter(({ principalId }) => principalId === option('assignee'))
    case 'role assignment delete':
      state.assignments = state.assignments.filter(({ id }) => id !== option('ids'))
      return null
    default:
      return refuse(`'${command}' is misspelled or not recognized by the system.`)
  }
}

function takeOr(rows: Row[], wanted: Row, rest: () => Row): Row {
  const known = rows.find((row) => Object.entries(wanted).every(([key, value]) => row[key] === value))
  if (known) return known
  const row = { ...wanted, ...rest() }
  rows.push(row)
  return row
}

function addCredential(credential: Row & { of: string }): null {
  const others = state.credentials.filter(({ of }) => of === credential.of)
  if (others.some(({ name, subject }) => name === credential.name || subject === credential.subject))
    refuse('FederatedIdentityCredential with that name or subject already exists.')
  state.credentials.push(credential)
  return null
}

function gitHub(): unknown {
  const known = state.repositories[repo] ?? refuse('no git remotes found')
  const [path = ''] = words.slice(1)
  switch (command) {
    case '':
      return 'gh version 2.62.0 (2024-11-14)\nhttps://github.com/cli/cli/releases/tag/v2.62.0'
    case 'repo view':
      return { nameWithOwner: repo, defaultBranchRef: { name: 'main' } }
    case `api repos/${repo}`:
      return { id: known.id }
    case `api repos/${repo}/actions/oidc/customization/sub`:
      return known.prefix ? { use_default: true, sub_claim_prefix: known.prefix } : { use_default: true }
    case `api repos/${repo}/rulesets`:
      return known.rulesets
    case 'api':
      if (option('method') === 'DELETE')
        known.rulesets = known.rulesets.filter(({ id }) => !words[3]?.endsWith(id ?? '-'))
      else known.rulesets.push({ ...JSON.parse(readFileSync(0, 'utf8')), id: '77' })
      return null
    case 'variable list':
      return Object.keys(known.variables).map((name) => ({ name }))
    case `variable set ${words[2]}`:
      known.variables[words[2] as string] = option('body')
      return null
    case `variable delete ${words[2]}`:
      delete known.variables[words[2] as string]
      return null
    default:
      return refuse(`unknown command ${command} ${path}`)
  }
}

/** As `--query` of az or `--jq` of gh have it, in the few forms that the scripts use. */
function print(answer: unknown): void {
  if (option('output') === 'none' || answer === null || answer === undefined) return
  const values = picked(
    answer,
    (words.includes('--query') && option('query')) || (words.includes('--jq') && option('jq')) || '',
  )
  for (const value of values) console.log(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function picked(answer: unknown, query: string): unknown[] {
  if (query === '') return [answer]
  const [, key, wanted, member = ''] =
    /^\[(?:\?(\w+)=='(.*)')?\]\.(\w+)$/.exec(query) ??
    /^\.\[\] \| select\(\.(\w+) == "(.*)"\) \| \.(\w+)$/.exec(query) ??
    []
  if (member) {
    const rows = answer as Row[]
    return rows.filter((row) => key === undefined || row[key] === wanted).flatMap((row) => row[member] ?? [])
  }
  const path = query.replace(' // empty', '').replace(/^\./, '').replaceAll('"', '').split('.')
  const value = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], answer)
  return value === undefined ? [] : [value]
}
