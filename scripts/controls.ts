/**
 * Makes `src/controls/` from Microsoft's initiatives: to which controls of a framework they assign the policies that our
 * checks name.
 *
 *     npm run controls -- <clone of https://github.com/Azure/azure-policy, bare or not>
 *
 * Reads what is committed. Refuses a policy that is not there, is deprecated, or is called otherwise there.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checklist } from '../src/checklist/index.ts'
import type { BuiltInPolicy } from '../src/model.ts'
import { type Initiative, initiatives } from './initiatives.ts'

/** The parts of a definition of a policy that are read. */
export interface PolicyDefinition {
  /** GUID */
  name: string
  properties: { displayName: string; metadata: { deprecated?: boolean } }
}

/** The same of a set of policies. */
export interface SetDefinition {
  /** GUID */
  name: string
  properties: {
    displayName: string
    metadata: { version: string; deprecated?: boolean; preview?: boolean }
    policyDefinitionGroups: { name: string }[]
    policyDefinitions: { policyDefinitionId: string; groupNames?: string[] }[]
  }
}

/** What is wrong with the policies that the checks name, a sentence each. */
export function problemsOf(ours: readonly BuiltInPolicy[], definitions: readonly PolicyDefinition[]): string[] {
  const byId = new Map(definitions.map(({ name, properties }) => [name.toLowerCase(), properties]))
  return ours.flatMap(({ name, id }) => {
    const found = byId.get(id)
    if (!found) return [`${id} (${name}) is no built-in policy.`]
    if (found.metadata.deprecated) return [`${id} (${name}) is deprecated.`]
    return found.displayName === name ? [] : [`${id} is called "${found.displayName}", and not "${name}".`]
  })
}

/** A framework as `src/controls/table.ts` has it. @throws when the initiative is not what it is taken for */
export function frameworkOf(
  { name, title, version, prefix, joint }: Initiative,
  set: SetDefinition,
  ours: Set<string>,
) {
  const { displayName, metadata, policyDefinitionGroups: groups, policyDefinitions } = set.properties
  const odd = groups.filter((group) => !group.name.startsWith(prefix))
  if (metadata.deprecated || odd.length > 0)
    throw new Error(`${displayName} is deprecated, or has groups that do not begin with ${prefix}.`)
  const controls = groups.flatMap((group): [string, string][] => {
    const members = policyDefinitions.filter(({ groupNames = [] }) => groupNames.includes(group.name))
    const ids = new Set(members.map(({ policyDefinitionId: id }) => id.split('/').at(-1)?.toLowerCase() ?? ''))
    const known = [...ids].filter((id) => ours.has(id)).map(shortId)
    const control = group.name.slice(prefix.length).replaceAll('_', joint)
    return known.length === 0 ? [] : [[control, `${ids.size}: ${known.sort().join(' ')}`]]
  })
  const byNumber = new Intl.Collator('en', { numeric: true })
  return {
    name,
    title,
    version: metadata.preview ? `${version} (preview)` : version,
    initiative: `${displayName.replace(/^\[Preview\]: /, '')}, ${metadata.version}`,
    size: groups.length,
    controls: Object.fromEntries(controls.sort(([a], [b]) => byNumber.compare(a, b))),
  }
}

/** Enough to tell our policies apart. */
const shortId = (id: string) => id.slice(0, 4)

function policiesOfChecks(): BuiltInPolicy[] {
  const all = checklist.flatMap(({ policies = [] }) => policies)
  return [...new Map(all.map((policy) => [policy.id, policy])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Of all that is committed in a clone. */
function readerOf(clone: string) {
  const git = (...words: string[]) => execFileSync('git', ['-C', clone, ...words], { encoding: 'utf8', maxBuffer: 1e9 })
  const folder = 'built-in-policies'
  return {
    commit: git('log', '-1', '--format=%H').trim(),
    date: git('log', '-1', '--format=%cs').trim(),
    set: (file: string): SetDefinition => JSON.parse(git('show', `HEAD:${folder}/policySetDefinitions/${file}`)),
    definitions(ids: string[]): PolicyDefinition[] {
      const patterns = ids.flatMap((id) => ['-e', `"name": "${id}"`])
      const found = git('grep', '-l', '-F', ...patterns, 'HEAD', '--', `${folder}/policyDefinitions`)
      const files = found.split('\n').filter((file) => file !== '' && !file.includes('/Azure Government/'))
      return files.map((file) => JSON.parse(git('show', file)))
    },
  }
}

function made(clone: string) {
  const { commit, date, set, definitions } = readerOf(clone)
  const ours = policiesOfChecks()
  const ids = ours.map(({ id }) => id)
  const problems = problemsOf(ours, definitions(ids))
  if (new Set(ids.map(shortId)).size < ids.length) problems.push('Two policies have ids that begin alike.')
  if (problems.length > 0) throw new Error(`Policies of checks:\n${problems.map((one) => `- ${one}`).join('\n')}`)
  const frameworks = initiatives.map((initiative) => frameworkOf(initiative, set(initiative.file), new Set(ids)))
  return { source: { repository: 'Azure/azure-policy', commit, date }, ids, frameworks }
}

function code(comment: string, name: string, value: unknown, end = ''): string {
  return `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value)}${end}\n`
}

const nameType = ' as const\n\nexport type FrameworkName = (typeof frameworkNames)[number]'
const note = '// Made by `npm run controls`.\n\n'

if (import.meta.main) {
  const [clone] = process.argv.slice(2)
  if (!clone) throw new Error('Name a clone of https://github.com/Azure/azure-policy: npm run controls -- <path>')
  const { source, ids, frameworks } = made(clone)
  const folder = join(import.meta.dirname, '../src/controls')
  const names = frameworks.map(({ name }) => name)
  const parts = [
    code('Where it comes from: the last commit of the clone, and its day.', 'source', source),
    code('The policies that were looked up, by the beginning of their ids.', 'lookedUp', ids.map(shortId).join(' ')),
    code('Of each control how many policies Microsoft assigns to it, and which of ours.', 'table', frameworks),
  ]
  writeFileSync(join(folder, 'names.ts'), note + code('As a workflow names them.', 'frameworkNames', names, nameType))
  writeFileSync(join(folder, 'table.ts'), note + parts.join('\n'))
  const biome = join(import.meta.dirname, '../node_modules/@biomejs/biome/bin/biome')
  execFileSync(process.execPath, [biome, 'format', '--write', folder], { stdio: 'inherit' })
  for (const { name, size, controls } of frameworks) {
    const ours = new Set(Object.values(controls).flatMap((policies) => policies.split(' ').slice(1)))
    console.log(`${name}: ${ours.size} of ${ids.length} policies, ${Object.keys(controls).length} of ${size} controls`)
  }
}
