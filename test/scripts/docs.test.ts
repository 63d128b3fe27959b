import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checklistPage } from '../../scripts/checklist-page.ts'
import { onlyConfigured, reportSchema, withOverview, withTables } from '../../scripts/docs.ts'
import { checklist } from '../../src/checklist/index.ts'
import { knownChecks } from '../../src/config/load.ts'

const root = join(import.meta.dirname, '../..')

const page = `# Read me
<!-- inputs-start -->
old
<!-- inputs-end -->
between
<!-- outputs-start -->
<!-- outputs-end -->
`
const action = {
  inputs: { 'client-id': { description: 'Who asks.' }, profile: { description: '`a` | `b`.' } },
  outputs: { conclusion: { description: 'Yes or no.' } },
}

describe('tables of inputs and outputs', () => {
  it('stand between their markers and leave the rest alone', () => {
    expect(withTables(page, action)).toBe(`# Read me
<!-- inputs-start -->
| Input | Meaning |
| - | - |
| \`client-id\` | Who asks. |
| \`profile\` | \`a\` \\| \`b\`. |
<!-- inputs-end -->
between
<!-- outputs-start -->
| Output | Meaning |
| - | - |
| \`conclusion\` | Yes or no. |
<!-- outputs-end -->
`)
  })

  it('do not change when they are made again', () => {
    const once = withTables(page, action)
    expect(withTables(once, action)).toBe(once)
  })

  it.each(['inputs', 'outputs'])('need the markers of %s', (name) => {
    expect(() => withTables(page.replace(`<!-- ${name}-end -->`, ''), action)).toThrow(`<!-- ${name}-start -->`)
  })

  it('are up to date in README.md', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    expect(withTables(readme, parse(readFileSync(join(root, 'action.yml'), 'utf8')))).toBe(readme)
  })
})

describe('the overview of checks', () => {
  const overview = `<!-- checks-start -->
| System | Question | Checks |
| - | - | - |
| \`key/\` | Is it there? | \`old\` |
| \`gone/\` | Was it? | \`x\` |
<!-- checks-end -->
`

  it('has the checks of every system, and keeps its questions', () => {
    const made = withOverview(overview, ['key/enabled', 'key/readable', 'key/age'], ['key/readable'])
    expect(made).toBe(`<!-- checks-start -->
| System | Question | Checks |
| - | - | - |
| \`key/\` | Is it there? | \`enabled\`, \`age\`; \`readable\` when configured |
<!-- checks-end -->
`)
  })

  it('needs a question for a new system', () => {
    expect(() => withOverview(overview, ['lock/x'], [])).toThrow(/no row for `lock\/` with its question/)
  })

  it('is up to date in README.md', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const { checks } = knownChecks()
    expect(checks).toEqual(expect.arrayContaining(onlyConfigured))
    expect(withOverview(readme, checks, onlyConfigured)).toBe(readme)
  })
})

describe('schema of the report', () => {
  const text = reportSchema()

  it('says what a property means, and knows no others', () => {
    const { definitions } = JSON.parse(text)
    expect(definitions.Finding.properties.resource.description).toContain('Azure resource id')
    expect(definitions.Finding.additionalProperties).toBe(false)
    expect(definitions.Finding.required).toContain('fingerprint')
  })

  it('is named by the version that it describes', () => {
    const { $id, definitions } = JSON.parse(text)
    const { const: version } = definitions.Report.properties.schemaVersion
    expect(version).toMatch(/^1\.\d+$/)
    expect($id).toBe(`urn:azureml-encryption-check:report:${version}`)
  })

  it('is up to date', () => {
    expect(readFileSync(join(root, 'schema/report.schema.json'), 'utf8')).toBe(text)
  })
})

describe('page of the checklist', () => {
  it('has every check where the reports link to', () => {
    const page = checklistPage(checklist)
    const anchors = [...page.matchAll(/^<a id="([\w-]+)"><\/a>$/gm)].map(([, id]) => id)
    expect(anchors).toEqual(checklist.map(({ id }) => id.replace('/', '-')))
  })

  it('is up to date', () => {
    expect(readFileSync(join(root, 'docs/checklist.md'), 'utf8')).toBe(checklistPage(checklist))
  })
})
