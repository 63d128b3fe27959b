import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checklist } from '../../src/checklist/index.ts'
import type { Finding, Report, WorkspaceReport } from '../../src/model.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { renderIssue } from '../../src/report/issue/issue.ts'
import { publishedReport } from '../../src/report/json.ts'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import { sarifReport } from '../../src/report/sarif/sarif.ts'
import { start as run } from '../../src/start.ts'
import { world } from '../world.ts'
import { context, htmlContext, policy, report } from './builder.ts'

const checks = new Map(checklist.map((check) => [check.id, { creationOnly: false, ...check, rows: [...check.rows] }]))
const base = { checks, policy, location: '.github/workflows/encryption.yml' }

/** The demo's workspaces as a run reports them, without what passes. */
const judged = await (async () => {
  const { ports, files, cloud } = await world({ workspaces: '', profile: 'cmk-required' })
  await run(ports)
  cloud.close()
  const { workspaces } = JSON.parse(files.get('/work/azureml-encryption-report.json') ?? '') as Report
  const left = ({ status }: Finding) => status !== 'pass'
  return workspaces.map((each) => ({ ...each, findings: each.findings.filter(left).slice(0, 20) }))
})()

/** The demo again and again, each time in other groups. */
function estateOf(size: number): Report {
  const workspaces = Array.from({ length: size }, (_, number): WorkspaceReport => {
    const demo = judged[number % judged.length] as WorkspaceReport
    const elsewhere = (id: string) => id.replace('/resourceGroups/rg-', `/resourceGroups/rg-${number}-`)
    const findings = demo.findings.map((finding) => ({
      ...finding,
      resource: elsewhere(finding.resource),
      fingerprint: `${number}-${finding.fingerprint}`.slice(0, 32),
    }))
    return { ...demo, id: elsewhere(`${demo.id}-${number}`), name: `${demo.name}-${number}`, findings }
  })
  return report({ workspaces, conclusion: 'fail' })
}

const length = (pieces: Iterable<string>) => [...pieces].reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)
const leftOut = /_Not shown here: .*(findings|workspaces|open checks)/

describe.each([
  { size: 1, says: [false, false], results: 1, branch: 0.05, html: 0.1 },
  { size: 200, says: [true, false], results: 2500, branch: 4, html: 3 },
  { size: 5000, says: [true, true], results: 19_000, branch: 90, html: 50 },
])('$size workspaces', ({ size, says, results, branch, html }) => {
  const all = estateOf(size)

  it('fit into a comment and an issue, which take 65,536 characters', () => {
    const [comment, issue] = [renderComment(all, context(base)), renderIssue(all, context(base))]
    expect([comment.length, issue.length].filter((length) => length > 65_536)).toEqual([])
    if (says[0]) for (const text of [comment, issue]) expect(text).toMatch(leftOut)
    for (const text of [comment, issue]) expect(text).toMatch(/failed: [A-Z].+; \d/)
  })

  it('fit into a summary, which takes 1 MiB', () => {
    const summary = renderSummary(all, context({ ...base, details: null }))
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
    expect(leftOut.test(summary)).toBe(says[1])
  })

  it('fit into code scanning, which takes 25,000 results and 10 MB', () => {
    const sarif = sarifReport(all, { ...context(base), location: base.location })
    const [log] = JSON.parse(sarif).runs
    expect(gzipSync(sarif, { level: 1 }).length).toBeLessThan(10_000_000)
    expect(log.results.length).toBeLessThanOrEqual(25_000)
    expect(log.results.length).toBeGreaterThanOrEqual(results)
    const said = JSON.stringify(log.invocations)
    expect(/least severe results are omitted/.test(said)).toBe(says[1])
  })

  it('fit onto a status branch, where a file has at most 100 MB', () => {
    const published = Buffer.byteLength(publishedReport(all, policy) ?? '') / 1e6
    expect(published).toBeGreaterThan(0)
    expect(published).toBeLessThan(branch)
  })

  it(`make a page of at most ${html} MB`, () => {
    expect(length(htmlReport(all, htmlContext(all, base))) / 1e6).toBeLessThan(html)
  })
})
