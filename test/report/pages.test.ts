import { describe, expect, it } from 'vitest'
import { badgeJson, badgeOf, badgeSvg } from '../../src/report/badge.ts'
import { csvReport } from '../../src/report/csv/csv.ts'
import { type Day, dayOf, historyJson } from '../../src/report/history.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { renderIssue } from '../../src/report/issue/issue.ts'
import { jsonReport } from '../../src/report/json.ts'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import { sarifReport } from '../../src/report/sarif/sarif.ts'
import { statusReadme } from '../../src/report/status-readme.ts'
import { terminalReport } from '../../src/report/terminal/terminal.ts'
import { trendSvg } from '../../src/report/trend/trend.ts'
import { context, htmlContext } from './builder.ts'
import { type Scene, scenes } from './scenes.ts'

/**
 * Whole pages, committed, so that each change of what people see is a diff that somebody reads.
 * `npx vitest run test/report/pages.test.ts -u` writes them again.
 */
const pages: Record<string, (scene: Scene) => string> = {
  'comment.md': ({ report, around }) => renderComment(report, context(around)),
  'summary.md': ({ report, around }) => renderSummary(report, context(around)),
  'issue.md': ({ report, around }) => renderIssue(report, context(around)),
  'page.html': ({ report, around }) => withoutAssets([...htmlReport(report, htmlContext(report, around))].join('')),
  'terminal.txt': ({ report, around }) =>
    terminalReport(report, context(around), { width: 100, hasColours: false }, ['report.html']),
  'narrow-terminal.txt': ({ report, around }) =>
    terminalReport(report, context(around), { width: 40, hasColours: true }, []).replaceAll('\u001B', '␛'),
  'findings.csv': ({ report, around }) => [...csvReport(report.workspaces, report, context(around))].join(''),
  'report.json': ({ report, around }) =>
    [...jsonReport({ ...report }, report.workspaces, context(around).policy)].join(''),
  'findings.sarif': ({ report, around }) =>
    JSON.stringify(JSON.parse(sarifReport(report, { ...context(around), location: 'a b.yml' })), null, 1),
  'badge.svg': ({ report, around }) => badgeSvg(badgeOf(report, context(around).policy)),
  'badge.json': ({ report, around }) => badgeJson(badgeOf(report, context(around).policy)),
  'trend.svg': ({ report }) => trendSvg(daysOf(report)),
  'history.json': ({ report }) => historyJson(daysOf(report)),
  'README.md': ({ report }) =>
    statusReadme({
      reportId: 'default',
      days: daysOf(report),
      runUrl: report.run.url,
      repositoryUrl: 'https://github.com/contoso/ml-platform',
      branch: 'encryption-status',
      at: (file) => file,
      docs: context().docs,
    }),
}

/** Style and script say nothing, and are the same on each page. */
function withoutAssets(page: string): string {
  return page.replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>').replaceAll(/'sha256-[^']+'/g, "'sha256-…'")
}

/** The day of the report after two others. */
function daysOf(report: Scene['report']): Day[] {
  const today = dayOf(report)
  const before = (date: string, overrides: Partial<Day>): Day => ({
    ...today,
    date,
    finishedAt: `${date}T03:00:00Z`,
    ...overrides,
  })
  return [
    before('2026-10-31', { conclusion: 'fail', high: 12, medium: 3, low: 1, unknown: 2, coverage: 88.5 }),
    before('2026-11-20', { conclusion: 'pass', high: 0, medium: 1, low: 0, unknown: 0, coverage: 100, workspaces: 1 }),
    today,
  ]
}

describe.each(Object.entries(scenes))('%s', (name, scene) => {
  const shown = Object.entries(pages).filter(([file]) => scene.forms?.includes(file) ?? true)
  it.each(shown)('%s', async (file, page) => {
    await expect(page(scene)).toMatchFileSnapshot(`pages/${name}/${file}`)
  })
})
