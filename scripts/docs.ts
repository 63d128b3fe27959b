/** Regenerates what is derived from code: tables of README.md, checklist, permissions, schemas, and the example pages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markdownTable } from 'markdown-table'
import { createGenerator } from 'ts-json-schema-generator'
import { parse } from 'yaml'
import { checklist } from '../src/checklist/index.ts'
import { schemaOf } from '../src/config/format.ts'
import { knownChecks } from '../src/config/load.ts'
import { checklistPage } from './checklist-page.ts'
import { examples } from './examples.ts'
import { needs } from './needs.ts'
import { permissionsPage } from './permissions-page.ts'

const root = join(import.meta.dirname, '..')

interface ActionFile {
  inputs: Record<string, { description: string }>
  outputs: Record<string, { description: string }>
}

/** What the generator says of the report. */
interface Described {
  properties: { schemaVersion: { const: string } }
}

/** The README with its tables of inputs and outputs made again from action.yml. */
export function withTables(readme: string, action: ActionFile): string {
  const tables = { inputs: table('Input', action.inputs), outputs: table('Output', action.outputs) }
  return Object.entries(tables).reduce((text, [name, rows]) => replaced(text, name, rows), readme)
}

/** Checks that run only when the config file enables them, or sets the threshold that they ask for. */
export const onlyConfigured = [...knownChecks().enableable, 'key/validity-period']

/** The README with the checks of each system in its overview; the questions are its own. */
export function withOverview(readme: string, checks: readonly string[], configured: readonly string[]): string {
  const question = (system: string) => {
    const [, found] = new RegExp(`^\\| \`${system}/\` *\\| (.*?) *\\|.*\\|$`, 'm').exec(readme) ?? []
    if (found === undefined)
      throw new Error(`The overview in README.md has no row for \`${system}/\` with its question.`)
    return found
  }
  const bySystem = Object.entries(Object.groupBy(checks, (id) => id.split('/')[0] ?? ''))
  const rows = bySystem.map(([system, ids = []]) => {
    const named = (some: string[]) => some.map((id) => `\`${id.slice(system.length + 1)}\``).join(', ')
    const optional = ids.filter((id) => configured.includes(id))
    const when = optional.length > 0 ? `; ${named(optional)} when configured` : ''
    return [`\`${system}/\``, question(system), named(ids.filter((id) => !optional.includes(id))) + when]
  })
  const overview = markdownTable([['System', 'Question', 'Checks'], ...rows], { alignDelimiters: false })
  return replaced(readme, 'checks', overview)
}

/** The JSON schema of the report, from its type; descriptions are the comments there. */
export function reportSchema(): string {
  const config = {
    path: join(root, 'src/report/written.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'WrittenReport',
    skipTypeCheck: true,
  }
  const schema = createGenerator({ ...config, additionalProperties: false }).createSchema('WrittenReport')
  const { const: version } = (schema.definitions?.WrittenReport as Described).properties.schemaVersion
  const head = {
    $schema: schema.$schema,
    $id: `urn:azureml-encryption-check:report:${version}`,
    title: 'Report of azureml-encryption-check',
  }
  // definitions are called what they are there, whatever the types are called here
  return `${JSON.stringify({ ...head, ...schema }, null, 2).replaceAll(/(?<=["/])Written(?=\w+")/g, '')}\n`
}

function table(title: string, entries: Record<string, { description: string }>): string {
  const rows = Object.entries(entries).map(([name, { description }]) => [
    `\`${name}\``,
    description.replaceAll('|', '\\|'),
  ])
  return markdownTable([[title, 'Meaning'], ...rows], { alignDelimiters: false })
}

function replaced(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}-start -->`, `<!-- ${name}-end -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} … ${end}`)
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`
}

if (import.meta.main) {
  const readme = join(root, 'README.md')
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
  const { checks } = knownChecks()
  writeFileSync(readme, withOverview(withTables(readFileSync(readme, 'utf8'), action), checks, onlyConfigured))
  for (const folder of ['docs/examples', 'schema']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'docs/checklist.md'), checklistPage(checklist))
  writeFileSync(join(root, 'docs/permissions.md'), permissionsPage(await needs()))
  writeFileSync(join(root, 'schema/report.schema.json'), reportSchema())
  writeFileSync(join(root, 'schema/config.schema.json'), `${JSON.stringify(schemaOf(knownChecks()), null, 2)}\n`)
  for (const [name, page] of Object.entries(await examples())) writeFileSync(join(root, 'docs/examples', name), page)
}
