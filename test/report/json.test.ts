import { describe, expect, it } from 'vitest'
import type { PlanFinding, WorkspaceReport } from '../../src/model.ts'
import { jsonReport, publishedReport } from '../../src/report/json.ts'
import type { WrittenReport } from '../../src/report/written.ts'
import { examples, finding, ids, plan, planned, policy, report, workspace } from './builder.ts'

const content = report({
  workspaces: [workspace('mlw', [examples.admin('cr a'), finding('storage/shared-key', ids.storage('st'))])],
})
const { workspaces, ...header } = content
const written: [string, string][] = [
  ['the file', [...jsonReport(header, workspaces, policy)].join('')],
  ['the status branch', publishedReport(content, policy) ?? ''],
]

it.each(written)('a fix is there in steps and as text, on %s', (_where, text) => {
  const { workspaces } = JSON.parse(text) as WrittenReport
  const [admin, without] = workspaces[0]?.findings ?? []
  expect(admin?.steps).toEqual(examples.admin('cr a').steps)
  expect(admin?.remediation).toMatch(/^Let the computes .*, then\naz acr update --name 'cr a' --resource-group /)
  expect(without).toMatchObject({ steps: [], remediation: null })
})

it.each(written)('a check and its controls stand in a line of their own, on %s', (_where, text) => {
  const { controls, checks } = JSON.parse(text) as WrittenReport
  expect(controls).toEqual(header.controls)
  expect(Object.keys(controls.checks)).toEqual(expect.arrayContaining(checks))
  expect(controls.checks['storage/secure-transfer']?.['nist-800-53-r5']).toEqual(['SC-8', 'SC-8(1)'])
  expect(controls.checks['datastore/protocol']).toEqual({})
  expect(text).toMatch(/^ {6}"storage\/secure-transfer": \{.*\},$/m)
})

it('the file has its workspaces as JSON indents them, and texts with line separators as they are', () => {
  const named = { ...workspace('mlw', [examples.admin('cr a')]), name: 'two\u2028lines\u2029' }
  const text = [...jsonReport(header, [named, named], policy)].join('')
  const { workspaces } = JSON.parse(text) as WrittenReport
  expect(workspaces.map(({ name }) => name)).toEqual([named.name, named.name])
  expect(text).toContain(`,${JSON.stringify({ workspaces }, null, 2).slice(1)}`)
})

describe('a report in pieces', () => {
  const limit = 65_536
  const one = (length = 0) =>
    planned('leaves', finding('storage/shared-key', ids.storage('st'), { fingerprint: 'x'.repeat(length) }))
  const made = (length: number) => workspace('mlw', [examples.purge('x'.repeat(length)), examples.waived()])
  const piecesOf = (findings: PlanFinding[] | null, of: WorkspaceReport[] = [made(0)]) => {
    const content = report({ workspaces: of, plan: findings && plan(findings) })
    const { workspaces, ...beginning } = content
    return { content, pieces: [...jsonReport(beginning, workspaces, policy)] }
  }
  /** The same without the sentences, which JSON has as text. */
  const withoutSentences = (json: string) =>
    JSON.parse(json, (name, value) => (['message', 'remediation'].includes(name) ? undefined : value))
  /** As JSON has it apart from the controls, which have a check a line. */
  const withoutControls = (text: string) => text.replace(/^ {2}"controls": \{\n.*?^ {2}\},\n/ms, '')

  it.each<[string, findings: PlanFinding[] | null, of?: WorkspaceReport[]]>([
    ['no plan', null],
    ['no plan and no workspace', null, []],
    ['nothing that a plan changes', []],
    ['nothing at all', [], []],
    ['one finding of a plan', [one()]],
    ['several, and no workspace', [one(), inNothing(), one(7)], []],
    ['several, and workspaces', [one(), inNothing(), one(7)], [made(0), workspace('none'), made(3)]],
    ['an item that is larger than a piece', [one(), one(limit), one()], [made(0), made(limit), made(0)]],
    ['many', Array.from({ length: 300 }, (_, length) => one(length)), Array.from({ length: 200 }, () => made(500))],
  ])('has what the report has, as JSON indents it: %s', (_name, findings, of) => {
    const { content, pieces } = piecesOf(findings, of)
    const text = pieces.join('')
    expect(withoutSentences(text)).toEqual(withoutSentences(JSON.stringify(content)))
    expect(withoutControls(text)).toBe(withoutControls(`${JSON.stringify(JSON.parse(text), null, 2)}\n`))
    expect(withoutControls(text)).not.toContain('"controls"')
  })

  const piece = (pieces: string[]) => pieces.find((each) => each.startsWith('[\n')) ?? ''
  const alone = piece(piecesOf([one()], []).pieces).length - '\n    ]'.length

  // the finding ends where a piece does, a character before, or one after
  it.each([
    [-1, 1],
    [0, 2],
    [1, 2],
  ])('is cut where a piece is full, and nowhere else: %i', (more, count) => {
    const { pieces } = piecesOf([one(limit - alone + more)], [])
    expect(pieces.length - piecesOf([one()], []).pieces.length).toBe(count - 1)
    expect(() => JSON.parse(pieces.join(''))).not.toThrow()
  })

  it('has pieces of the limit and one item more at most, whatever the number of items', () => {
    const findings = Array.from({ length: 1000 }, () => one(100))
    const { pieces } = piecesOf(
      findings,
      findings.map(() => made(100)),
    )
    const longest = JSON.stringify([[made(100)]], null, 2).length * 2
    expect(pieces.length).toBeGreaterThan(10)
    expect(pieces.filter(({ length }) => length > limit + longest)).toEqual([])
  })
})

function inNothing(): PlanFinding {
  return planned('introduces', examples.tls(), { workspace: null, live: null, source: { file: 'main.tf', line: 7 } })
}
