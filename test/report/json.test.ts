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
