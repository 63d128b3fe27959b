import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { checklist } from '../../src/checklist/index.ts'
import type { Report } from '../../src/model.ts'
import { sarifReport } from '../../src/report/sarif/sarif.ts'
import { context, examples, finding, missingVault, plan, planned, report, workspace } from './builder.ts'

const require = createRequire(import.meta.url)

/** Microsoft's validator of SARIF: a package a platform, beside the one that installs them, with the schema of OASIS. */
const multitool = join(
  dirname(require.resolve('@microsoft/sarif-multitool/package.json')),
  `../sarif-multitool-${process.platform}`,
)

const isValid = new Ajv2020({
  strict: false,
  formats: {
    uri: URL.canParse,
    'uri-reference': (value: string) => URL.canParse(value, 'https://example.com/'),
    'date-time': (value: string) => !Number.isNaN(Date.parse(value)),
    uuid: /^[0-9a-f-]{36}$/i,
  },
}).compile(JSON.parse(readFileSync(join(multitool, 'sarif-2.1.0.json'), 'utf8')))

const schemaErrors = (log: unknown) => (isValid(log) ? [] : isValid.errors)

const checks = new Map(
  checklist.map(({ id, title, failed, rows, why, reference, creationOnly = false }) => [
    id,
    { id, title, failed, rows: [...rows], why, reference, creationOnly },
  ]),
)

const findings = [
  examples.purge(),
  examples.waived(),
  examples.unreadable('key-vault/soft-delete'),
  examples.tls('st', { message: 'a [link](x) {0} "\u0000"' }),
]
const missing = [missingVault({ usedBy: [], named: true })]
const inFile = { file: 'jobs/a b (c).yml', line: 3 }
const changes = [
  planned('introduces', examples.admin()),
  planned('undecided', examples.tls()),
  planned('leaves', finding('secrets/repository-credentials', inFile.file), {
    workspace: null,
    live: null,
    source: inFile,
  }),
]
const reports: [string, Report][] = [
  ['with a plan', report({ workspaces: [workspace('mlw', findings)], conclusion: 'fail', plan: plan(changes) })],
  ['with findings of every kind', report({ workspaces: [workspace('mlw', findings)], conclusion: 'fail', missing })],
  ['without any', report({ workspaces: [workspace('mlw')] })],
  ['of a run that was skipped', report({ conclusion: 'skipped', percent: null })],
]

const sarifOf = (content: Report) =>
  sarifReport(content, { ...context({ checks, notes: ['A note.'] }), location: '.github/workflows/check.yml' })

describe.each(reports)('a report %s', (_, content) => {
  it('keeps to the schema of SARIF 2.1.0', () => {
    expect(schemaErrors(JSON.parse(sarifOf(content)))).toEqual([])
  })

  it.skipIf(process.arch !== 'x64')(
    'gives the validator no reason for an error or a warning, nor code scanning',
    () => {
      expect(validate(sarifOf(content))).toEqual([])
    },
  )
})

describe('these tests', () => {
  const wrong = () => JSON.parse(sarifOf(report({ workspaces: [workspace('mlw', findings)] })))

  it('notice what the schema does not allow', () => {
    const log = wrong()
    log.runs[0].results[0].level = 'high'
    expect(schemaErrors(log)).not.toEqual([])
  })

  it.skipIf(process.arch !== 'x64')('notice what the validator does not like', () => {
    const log = wrong()
    delete log.runs[0].results[0].locations
    expect(validate(JSON.stringify(log))).not.toEqual([])
  })
})

/** Rules of the standard and of code scanning. The one that opens every address is off: tests reach no network. */
function validate(sarif: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'))
  const at = (name: string) => join(folder, name)
  try {
    writeFileSync(at('in.sarif'), sarif)
    writeFileSync(
      at('rules.xml'),
      `<?xml version="1.0" encoding="utf-8"?><Properties><Properties Key="SARIF2006.UrisShouldBeReachable.Options"><Property Key="RuleEnabled" Value="Disabled" Type="Driver.RuleEnabledState" /></Properties></Properties>`,
    )
    const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--log', 'ForceOverwrite']
    const files = ['validate', at('in.sarif'), '--output', at('out.sarif'), '--config', at('rules.xml')]
    // ends with 0 whatever it finds
    execFileSync(join(multitool, 'Sarif.Multitool'), [...files, ...options])
    const [run] = JSON.parse(readFileSync(at('out.sarif'), 'utf8').replace(/^\uFEFF/, '')).runs
    const { toolExecutionNotifications: troubles = [] } = run.invocations[0]
    return [...run.results, ...troubles].map((one) => JSON.stringify([one.ruleId, one.message]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
