import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checklistPage } from '../../scripts/checklist-page.ts'
import { observe } from '../../scripts/observations.ts'
import { filesLike } from '../../scripts/tree.ts'
import type { Check } from '../../src/checklist/check.ts'
import { guidance } from '../../src/checklist/guidance.ts'
import { checklist } from '../../src/checklist/index.ts'
import { az, instruction } from '../../src/checklist/remedy.ts'
import { Property } from '../../src/resources/type.ts'

const page = checklistPage(checklist)
const seen = observe(checklist)
const rows = Array.from({ length: 46 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)
const anchor = (id: string) => id.replace('/', '-')
const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('the guidance', () => {
  const lines = page.split('\n').filter((line) => /^\| <a id="s\d/.test(line))

  it('is there row by row, in its order', () => {
    expect(guidance.map(({ id }) => id)).toEqual(rows)
    expect(lines.map((line) => /<\/a>(S\d\d) /.exec(line)?.[1])).toEqual(rows)
  })

  it.each(
    guidance.map((row, index) => [row.id, row, index] as const),
  )('%s: its checks, or why none', (id, row, index) => {
    expect(row.statement).toMatch(/^[A-Z].*\.$/)
    if (row.note !== undefined) expect(row.note).toMatch(/^[A-Z].*\.$/)
    const answers = checklist.filter((check) => check.rows.includes(id))
    for (const { id } of answers) expect(lines[index]).toContain(`[${id}](#${anchor(id)})`)
    expect(lines[index]?.match(/\]\(#/g) ?? []).toHaveLength(answers.length)
    const canFail = answers.some(({ id }) => !isStatement(id))
    if (!canFail) expect(row.note, 'nothing that can fail answers it: the row has to say why').toBeDefined()
  })

  const isStatement = (id: string) => {
    const statuses = seen.get(id)?.statuses ?? new Set()
    return statuses.has('attested') || statuses.has('manual')
  }

  it('says of what cannot fail that it cannot', () => {
    for (const { id } of checklist.filter((check) => isStatement(check.id)))
      expect(page).toMatch(new RegExp(`\\[${id}\\]\\(#${anchor(id)}\\) \\((attested|manual)\\)`))
  })
})

describe.each(checklist.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const start = page.indexOf(`<a id="${anchor(id)}"></a>\n\n### ${id}\n`)
  const section = page.slice(start, page.indexOf('<a id=', start + 1) >>> 0)

  it('is on the page once', () => {
    expect(start).toBeGreaterThan(0)
    expect(page.split(`\n### ${id}\n`)).toHaveLength(2)
  })

  it('has every part', () => {
    const { title, why, passes, fails, cannotTell, reference } = check
    for (const text of [`**${title}.**`, passes, fails, cannotTell, why, `(${reference})`]) {
      expect(text.length).toBeGreaterThan(4)
      expect(section).toContain(text)
    }
    for (const row of check.rows) expect(section).toContain(`[${row}](#${row.toLowerCase()})`)
    expect(section).toMatch(/^\*\*Severity:\*\* (high|medium|low|info)/m)
    expect(section.includes('Can only be chosen at creation.')).toBe(check.creationOnly === true)
  })

  it('says how to fix it, if there is a remedy', () => {
    if (check.remedy) expect(section).toMatch(/\*\*How to fix:\*\*\n\n\S/)
  })

  it('says of what is chosen at creation what replacing it costs, or in which order to do it', () => {
    if (!check.creationOnly) return
    const [, fix = ''] = section.split('**How to fix:**')
    expect(fix).toMatch(/Only a new|For a new|is set when/)
    expect(fix).toMatch(/costs|must be recreated|Not worth a migration|for a while|(then|and) delete|delete it/)
  })

  it('names what its rule reads', () => {
    const { statuses, severities = [] } = seen.get(id) ?? {}
    if (severities.length === 0) return expect(section).toContain('`plan-files`')
    const isStatement = statuses?.has('attested') || statuses?.has('manual')
    if (!isStatement) expect(section).toMatch(/\*\*What it reads:\*\*\n\n- \S+[^`]*: `/)
  })
})

/** Only asked for their presence, which is not recorded, read of what went wrong, or looked at to find the subject. */
const unrecorded = [
  'properties.computeMode',
  'properties.computeType',
  'properties.experimentName',
  'properties.keyVault',
  'properties.managedResourceGroupId',
  'properties.properties',
  'properties.rotationPolicy',
  'properties.storageProfile',
]

it('names every property that a rule reads', async () => {
  const rules = filesLike('src/checklist/**/*.ts').map(text)
  const rooms = new URL('../../src/resources/', import.meta.url)
  const declared = await Promise.all(readdirSync(rooms).map((name) => import(new URL(name, rooms).href)))
  const properties = declared.flatMap(Object.entries).flatMap(([room, types]) =>
    Object.entries((types ?? {}) as object).flatMap(([name, property]) => {
      const isRead = rules.some((rule) => new RegExp(`\\b${room}\\.${name}\\b`).test(rule))
      return property instanceof Property && isRead ? [property.path] : []
    }),
  )
  expect(properties.length).toBeGreaterThan(50)
  const unnamed = [...new Set(properties)].filter((path) => !page.includes(`\`${path}\``))
  expect(unnamed.sort()).toEqual([...unrecorded].sort())
})

it('leads nowhere that is not there', () => {
  const targets = new Set([...page.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, id]) => id))
  for (const heading of ['the-guidance-row-by-row', 'frameworks']) targets.add(heading)
  for (const [, target] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(targets).toContain(target)
})

it('shows no names of the scenes that it is made from', () => {
  expect(page.match(/fraud|1111-4111|\bundefined\b|\[object /g)).toBe(null)
})

it('has a severity for each kind of resource', () => {
  const severityOf = (id: string) => new RegExp(`### ${id}\n[\\s\\S]*?\\*\\*Severity:\\*\\* (.*)`).exec(page)?.[1]
  expect(severityOf('key-vault/purge-protection')).toBe(
    'high; for other resources medium under `cmk-required`, low under `baseline`.',
  )
  expect(severityOf('storage/secure-transfer')).toBe('high.')
})

it('makes no HTML of placeholders', () => {
  const [first] = checklist
  const odd: Check = {
    ...(first as Check),
    remedy: () => [instruction`Ask <somebody> for \`<something>\`:`, az`login --tenant ${'<tenant>'}`],
  }
  const made = checklistPage([odd])
  expect(made).toContain('Ask &lt;somebody> for `<something>`')
  expect(made).toContain('```sh\naz login --tenant <tenant>\n```')
})

it('CONTRIBUTING.md explains a check as it is', () => {
  const [, shown = 'nothing'] =
    /<!-- check-start -->\n```ts\n([\s\S]*?)```\n<!-- check-end -->/.exec(text('CONTRIBUTING.md')) ?? []
  expect(text('src/checklist/storage/transport.ts')).toContain(shown)
})
