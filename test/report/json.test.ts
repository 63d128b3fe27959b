import { expect, it } from 'vitest'
import { jsonReport, publishedReport } from '../../src/report/json.ts'
import type { WrittenReport } from '../../src/report/written.ts'
import { examples, finding, ids, policy, report, workspace } from './builder.ts'

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
