import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesLike } from '../../scripts/tree.ts'
import type { Check } from '../../src/checklist/check.ts'
import { checklist } from '../../src/checklist/index.ts'
import { checksOfFirstVersion } from '../../src/upgrade/first-version.ts'
import { report } from '../judged.ts'
import { type Change, evidenceOf, ids, outcomes, policyOf } from './builder.ts'
import { scenes } from './scenes.ts'

interface Module {
  file: string
  exported: [name: string, value: unknown][]
}

const modules: Module[] = await Promise.all(
  filesLike('src/checklist/**/*.ts').map(async (file) => ({
    file,
    exported: Object.entries(await import(new URL(`../../${file}`, import.meta.url).href)),
  })),
)
const isCheck = (value: unknown): value is Check => typeof value === 'object' && value !== null && 'judge' in value
const withChecks = modules.filter(({ exported }) => exported.some(([, value]) => isCheck(value)))

it('holds every check that a file exports exactly once', () => {
  const checks = modules.flatMap(({ exported }) => exported.map(([, value]) => value)).filter(isCheck)
  expect(checklist.map(({ id }) => id).sort()).toEqual(checks.map(({ id }) => id).sort())
})

it('still has every check that was published', () => {
  expect(checklist.map(({ id }) => id)).toEqual(expect.arrayContaining([...checksOfFirstVersion]))
})

it.each(withChecks)('$file: exports checks only, and an id is the system and its export', ({ file, exported }) => {
  const [system = ''] = file.replace(/^src\/checklist\/|\.ts$/g, '').split('/')
  const slug = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const ids = exported.map(([, value]) => (isCheck(value) ? value.id : 'not a check'))
  expect(ids).toEqual(exported.map(([name]) => `${system}/${slug(name)}`))
})

it('has a system in a file or in a folder, not in both', () => {
  const places = new Set(withChecks.map(({ file }) => file.split('/').slice(0, 3).join('/')))
  expect([...places].filter((place) => places.has(`${place}.ts`))).toEqual([])
})

const tables = filesLike('test/checklist/**/*.test.ts')
  .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
  .join('\n')

describe.each(checklist.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('says what it is', () => {
    expect(check.title).toMatch(/^[A-Z].*[^.]$/)
    expect(check.failed).toMatch(/^[A-Z].{9,59}(?<!\.)$/)
    expect(check.failed).not.toBe(check.title)
    expect(check.why).toMatch(/^[A-Z].*\.$/)
    expect(check.why.length).toBeGreaterThan(20)
    for (const prose of [check.passes, check.fails, check.cannotTell]) expect(prose).toMatch(/^[A-Z`].*\.$/)
    for (const { name, id } of check.policies ?? []) {
      expect(name).toMatch(/^[A-Z][^;]+[\w)]\.?$/)
      expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    }
    expect(check.reference).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/[\w/-]+$/)
    expect([undefined, 'keys', 'data']).toContain(check.irreversible)
    expect(check.rows.length).toBeGreaterThan(0)
    for (const row of check.rows) expect(row).toMatch(/^S(0[1-9]|[1-3]\d|4[0-6])$/)
  })

  it('has a severity in both profiles', () => {
    const severities = ['high', 'medium', 'low', 'info']
    for (const profile of ['baseline', 'cmk-required'] as const) {
      if (typeof check.severity === 'object') expect(severities).toContain(check.severity[profile])
      for (const outcome of outcomes(id, {}, profile))
        if (outcome.subject) expect(severities).toContain(outcome.severity)
    }
  })

  it('has a table of cases', () => {
    const named = tables.includes(`cases('${id}'`) || new RegExp(`for \\(const id of \\[[^\\]]*'${id}'`).test(tables)
    expect(named).toBe(true)
  })
})

it.each(Object.entries(scenes))('%s: what is kept of resources is all that the checks read', (_name, scene) => {
  for (const profile of ['baseline', 'cmk-required'] as const) {
    const judged = (change: Change) => report(evidenceOf(change), ids.workspace, policyOf(profile))
    expect(judged(scene)).toEqual(judged({ ...scene, whole: true }))
  }
})
