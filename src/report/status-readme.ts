import type { Conclusion } from '../model.ts'
import { count } from '../text.ts'
import type { Day } from './history.ts'
import { table } from './markdown/table.ts'
import { inWords, span } from './trend/words.ts'
import { longDate } from './view/dates.ts'
import { fence, link, text } from './view/escape.ts'

export interface StatusPage {
  reportId: string
  /** at least one, oldest first */
  days: Day[]
  /** the page of the workflow run */
  runUrl: string
  /** the branch on GitHub: `https://github.com/contoso/ml-platform`, `encryption-status` */
  repositoryUrl: string
  branch: string
  /** where a file of this report stands on the branch */
  at: (file: string) => string
  /** where the documentation of this version is */
  docs: string
}

/** The first line, by which a README that somebody else wrote is told apart. */
function marker(reportId: string): string {
  return `<!-- azureml-encryption-check:status:${reportId} -->`
}

/** Whether the README of the branch may be replaced: there is none, or it is an earlier one of ours. */
export function mayReplaceReadme(previous: string | null, reportId: string): boolean {
  return previous === null || previous.split(/\r?\n/, 1)[0] === marker(reportId)
}

const LINES = 14

/** The front page of the status branch. */
export function statusReadme(page: StatusPage): string {
  const { days, runUrl } = page
  const parts = [
    `${marker(page.reportId)}\n# Encryption of Azure Machine Learning workspaces`,
    '![Badge: the outcome in short](badge.svg)',
    `${text(inWords(days), 1000)} ${link('Open the run', runUrl)}.`,
    '## Trend',
    `![${text(`Failed checks and coverage, ${span(days)}; the same figures are in the table below and in history.json`)}](trend.svg)`,
    '## Last runs',
    runs(days),
    '## Show the badge',
    'In Markdown, for everyone who can see this repository:',
    fence(snippet(page), 'markdown'),
    '## What this is',
    `${link('azureml-encryption-check', `${page.docs}/README.md`)} writes this branch after each run on the default branch: ${files}. It overwrites these files, so do not edit them; it leaves other files alone. The figures of a day are those of its last run (UTC). If the date on the badge is older than yesterday, check that the workflow still runs.`,
  ]
  return `${parts.join('\n\n')}\n`
}

const files =
  '`report.json` (the report of the last run), `history.json` (a line a day, 400 days), `badge.json` (for shields.io), `badge.svg`, `trend.svg` and this page'

const conclusions: Record<Conclusion, string> = {
  pass: '✅ passed',
  fail: '❌ failed',
  incomplete: '⚠️ incomplete',
  skipped: 'skipped',
}

function runs(days: Day[]): string {
  const head = ['Day', 'Conclusion', 'High', 'Medium', 'Low', 'Undecided', 'Waived', 'Workspaces', 'Coverage']
  const rows = days.slice(-LINES).reverse().map(cells)
  const numbers = head.slice(2).map(() => 'r')
  const { open, rows: lines } = table(head, rows, ['l', 'l', ...numbers])
  return open + lines.join('\n')
}

function cells({ date, conclusion, high, medium, low, unknown, waived, workspaces, coverage }: Day): string[] {
  const numbers = [high, medium, low, unknown, waived, workspaces].map(count)
  return [longDate(date), conclusions[conclusion], ...numbers, coverage === null ? '–' : `${coverage} %`]
}

function snippet({ repositoryUrl, branch, at }: StatusPage): string {
  const path = (file: string) => `${branch}/${at(file)}`.split('/').map(encodeURIComponent).join('/')
  return `[![encryption](${repositoryUrl}/raw/${path('badge.svg')})](${repositoryUrl}/tree/${path('').replace(/\/$/, '')})`
}
