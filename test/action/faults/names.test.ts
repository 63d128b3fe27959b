import { expect } from 'vitest'
import type { Cloud } from '../../../simulator/cloud.ts'
import { resourceOf } from '../../../simulator/estates/parts.ts'
import { portalIds } from '../../../simulator/estates/portal.ts'
import { change } from '../../../simulator/templates.ts'
import type { Act } from '../act.ts'
import { changed, put, type Scenario, table } from './scenario.ts'

const files = { 'html-file': 'r.html', 'sarif-file': 'r.sarif', 'markdown-file': 'r.md', 'csv-file': 'r.csv' }

type Hostile = [what: string, text: string, inMarkdown: RegExp, inHtml?: RegExp]

/** What somebody who may name things in Azure could write, and what must not come of it. */
const names: Hostile[] = [
  ['an image', '![x](https://evil.example/x.png)', /(?<!\\)!\[x\]\(https/],
  ['a link', '[pay](javascript:alert(1))', /(?<!\\)\[pay\]\(javascript/],
  ['a mention', '@contoso/everyone', /(^|\s)@contoso\/everyone/m],
  ['an older command', '##[error]gotcha', /^##\[error\]/m],
  ['text that runs backwards', 'a\u202egnp.exe', /\u202e/, /\u202e/],
  ['a formula', '=HYPERLINK(1)', /^=HYPERLINK/m],
  ['an expression of a workflow', '${{ secrets.GITHUB_TOKEN }}', /ghs_/, /ghs_/],
]

/** The same, of what no id can hold. */
const texts: Hostile[] = [
  ['markup', '<img src=x onerror=alert(1)>', /<img/i, /<img src=x/i],
  ['a script', '</script><script>alert(1)</script>', /<script>/i, /<script>alert/i],
  ['a table', 'a | b |\n| - | - |', /\n\| - \|/],
  ['a comment of ours', '<!-- azureml-encryption-check:report:other -->', /<!-- azureml-encryption-check:report:other/],
  ['a command to the runner', 'x\n::error::gotcha\n::set-output name=conclusion::pass', /^::(error|set-output)/m],
  ['escapes of a terminal', '\u001b[2J\u001b]0;x\u0007', /[^\P{Cc}\n]/u, /[^\P{Cc}\n\t]/u],
  ['a command', "$(rm -rf ~)`id`'; rm -rf ~ #", /^\$\(rm/m],
]

/** Markdown without what stands in it as code, where nothing is more than text. */
const outsideOfCode = (markdown: string) =>
  markdown.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '').replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')

/** Wherever people look, and whatever opens the files. */
function expectHarmless([, , inMarkdown, inHtml = /$^/]: Hostile): NonNullable<Scenario['also']> {
  return ({ comment, summary, log, stdout, annotations, file }: Act) => {
    for (const text of [comment, summary, file('r.md')]) expect(outsideOfCode(text)).not.toMatch(inMarkdown)
    expect(file('r.html')).not.toMatch(inHtml)
    expect(annotations.map(({ message }) => message)).not.toContain('gotcha')
    expect(stdout).not.toMatch(/^(::error::gotcha|::set-output|##\[)/m)
    expect(log).not.toMatch(/[^\P{C}\n]/u)
    expect(() => JSON.parse(file('r.sarif'))).not.toThrow()
    expect(file('r.csv').slice(1)).not.toMatch(/[^\P{C}\r\n]|(?:^|[,;])["\s]*[=+\-@＝＋－＠]|\r(?!\n)|(?<!\r)\n/mu)
  }
}

/** The account is called so, and fails. */
const account =
  (name: string): NonNullable<Scenario['given']> =>
  ({ estate }) => {
    const entry = estate.entries.find(({ resource }) => resource.id === portalIds.storageAccount)
    const id = portalIds.storageAccount.replace(/[^/]+$/, name.replaceAll('/', '\u2215'))
    change(resourceOf(estate, portalIds.workspace), { properties: { storageAccount: id } })
    if (entry)
      Object.assign(entry.resource, {
        id,
        name,
        properties: { ...(entry.resource.properties as object), supportsHttpsTrafficOnly: false },
      })
    return { inputs: files }
  }

/** Azure refuses to list with these words. */
const words = (message: string) => (cloud: Cloud) => {
  put(
    cloud,
    'resource-manager',
    { kind: 'status', status: 400, body: { error: { code: message, message } } },
    /\/computes$/,
  )
  return { inputs: files }
}

const together = (all: Hostile[]) => all.map(([, text]) => text).join(' ')
const harmless =
  (all: Hostile[]): NonNullable<Scenario['also']> =>
  (...of) => {
    for (const one of all) expectHarmless(one)(...of)
  }

table('A storage account is called', [
  ...names.map((one): Scenario => ({ fault: one[0], given: account(one[1]), ends: '1 fail', also: harmless([one]) })),
  { fault: 'what no id can hold', given: account(together(texts)), ends: '1 incomplete', also: harmless(texts) },
])

table('An error of Azure says', [
  { fault: 'what an id can hold', given: words(together(names)), ends: '1 incomplete', also: harmless(names) },
  { fault: 'what no id can hold', given: words(together(texts)), ends: '1 incomplete', also: harmless(texts) },
])

table('A workspace', [
  {
    fault: 'has tags that nobody could have written',
    given: ({ estate }) => {
      Object.assign(resourceOf(estate, portalIds.workspace), {
        tags: { '<b>': '</td>', __proto__: 'x', constructor: 'y', long: 'eyJ'.repeat(100_000) },
      })
      return { inputs: files }
    },
    ends: '0 pass',
  },
  {
    fault: 'has a kind that nobody knows',
    given: (cloud) => {
      put(
        cloud,
        'resource-graph',
        changed(({ data, ...rest }: { data: object[] }) => ({
          ...rest,
          data: data.map((row) => ({ ...row, kind: '<u>x</u>' })),
        })),
      )
      return { inputs: files }
    },
    ends: '0 pass',
    also: expectHarmless(['', '', /<u>x/, /<u>x/]),
  },
])
