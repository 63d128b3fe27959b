/** The HTML report on paper, as Chromium prints it: `npm run test:browser`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorkspaceReport } from '../../src/model.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { context, examples, finding, htmlContext, ids, missingVault, report, workspace } from './builder.ts'
import { startChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'html-print-'))
const file = join(folder, 'report.html')

const longName = `mlw-${'very-long-name-'.repeat(5)}end`
const names = [longName, ...Array.from({ length: 39 }, (_, index) => `mlw-${String(index).padStart(2, '0')}-prod`)]
const systems = [...new Set([...context().checks.keys()].map((id) => id.split('/', 1)[0]))]
const heads = [
  ...['Workspace', 'Keys', 'Key vaults', 'Storage', 'Container registry', 'Diagnostics', 'Metadata stores'],
  ...['Datastores', 'Compute', 'Kubernetes', 'Databricks', 'Endpoints', 'Secrets in plain sight', 'Platform'],
]
const everyReason = { 'not-used': [], inherited: [], absent: [], disabled: [] }

beforeAll(async () => {
  const workspaces = names.map((name) =>
    workspace(
      name,
      [
        examples.purge(`kv-${name}`, { new: true }),
        examples.tls(`st${name}`, { message: `The setting allows ${'TLS1_0'.repeat(60)}.` }),
        examples.waived(`stwaived${name}`),
        examples.unreadable('key-vault/soft-delete'),
        finding('kubernetes/disk-cmk', ids.storage(name), { severity: 'info' }),
      ],
      { others: { 'not-applicable': everyReason, attested: ['platform/internal-tls'], manual: [] } },
    ),
  )
  const passes = (name: string) =>
    finding('storage/secure-transfer', ids.storage(`st${name}`, 'rg-research'), {
      status: 'pass',
      evidence: [{ path: 'properties.onlyInTheEvidence', value: 'x'.repeat(300) }],
    })
  const whole = (id: string) => {
    const one = workspaces.find((each) => each.id === id) as WorkspaceReport
    return { ...one, findings: [passes(one.name), ...one.findings] }
  }
  const missing = names.map((name) => missingVault({ resource: ids.vault(`kv-${name}`), message: `No ${name}.` }))
  const content = report({ workspaces, conclusion: 'fail', missing, percent: 97.2 })
  const overrides = { whole, notes: ['A note.'], frameworks: ['gdpr'] }
  writeFileSync(file, [...htmlReport(content, htmlContext(content, overrides))].join(''))
  browser = await startChromium()
})

let browser: Browser

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const gdpr = 'EU General Data Protection Regulation (GDPR) 2016/679'

/** A piece of text where it stands on a page, in points from the left. */
interface Piece {
  text: string
  left: number
  right: number
  /** of its letters */
  height: number
}

interface Sheet {
  width: number
  pieces: Piece[]
  /** without blanks, so that it does not matter where lines end */
  text: string
}

async function printed(page: Page, format: string, landscape: boolean): Promise<Sheet[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format, landscape })))
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(numbers.map(async (number) => sheetOf(await pdf.getPage(number))))
}

async function sheetOf(page: Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>) {
  const { items } = await page.getTextContent()
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [along, up, , , left] = item.transform as [number, number, number, number, number]
    // what is turned takes no more room across than its letters are high
    return [
      {
        text: item.str,
        left,
        height: item.height,
        right: left + (up === 0 ? item.width : Math.max(along, item.height)),
      },
    ]
  })
  const width = page.getViewport({ scale: 1 }).width
  return { width, pieces, text: bare(pieces.map(({ text }) => text).join('')) }
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '')
}

async function open(): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(file).href)
  return page
}

/** From the page that has one heading to the one that has the other. */
function between(sheets: Sheet[], from: string, to: string): Sheet[] {
  const isHeading = (piece: Piece, words: string) => piece.height > 12 && piece.text.trim() === words
  const has = (heading: string) => sheets.findIndex(({ pieces }) => pieces.some((piece) => isHeading(piece, heading)))
  return sheets.slice(has(from), has(to) + 1)
}

describe.each([
  ['A4', false, 595],
  ['A4', true, 842],
  ['Letter', false, 612],
  ['Letter', true, 792],
] as const)('on %s, landscape: %s', (format, landscape, width) => {
  let sheets: Sheet[]

  beforeAll(async () => {
    const page = await open()
    sheets = await printed(page, format, landscape)
    await page.close()
  })

  it('nothing leaves the page', () => {
    expect(sheets.map((sheet) => sheet.width - width).filter((off) => Math.abs(off) > 1)).toEqual([])
    const cut = sheets.flatMap(({ pieces }) => pieces.filter(({ left, right }) => left < 25 || right > width - 25))
    expect(cut).toEqual([])
  })

  it('every workspace stands in every table', () => {
    for (const [from, to] of [
      ['Workspaces', 'What was checked'],
      ['What was checked', 'Coverage'],
    ] as const) {
      const text = between(sheets, from, to)
        .map((sheet) => sheet.text)
        .join('')
      expect(names.filter((name) => !text.includes(name))).toEqual([])
    }
  })

  it('each page of the matrix has the heads of all its columns', () => {
    const pages = between(sheets, 'What was checked', 'Coverage').filter(({ text }) =>
      /mlw-\d\d-prod.{0,9}H/.test(text),
    )
    expect(heads).toHaveLength(systems.length)
    for (const { text } of pages) expect(heads.filter((head) => !text.includes(bare(head)))).toEqual([])
    expect(pages.length).toBeGreaterThan(1)
  })

  it('what is folded is open, and begins a page of its own', () => {
    const evidence = sheets.slice(sheets.findIndex(({ pieces }) => pieces.some(({ text }) => text === 'Evidence')))
    expect(evidence[0]?.pieces.slice(0, 3).map(({ text }) => text)).toContain('Evidence')
    const text = evidence.map((sheet) => sheet.text).join('')
    expect(names.filter((name) => !text.includes(`${name}16passed`))).toEqual([])
    expect(text.split('properties.onlyInTheEvidence=').length).toBe(names.length + 1)
  })

  it('a framework begins a page, and each of its pages has the heads of the table', () => {
    const pages = between(sheets, gdpr, 'Coverage').filter(({ text }) => /Art\.\d\d\d+ofits/.test(text))
    expect(pages[0]?.pieces.slice(0, 3).map(({ text }) => text)).toContain(gdpr)
    expect(pages.length).toBeGreaterThan(1)
    for (const { text } of pages) expect(text).toContain('ControlandchecksPassedFailedUndecidedWaivedNotjudged')
    for (const article of ['Art.24', 'Art.25', 'Art.28', 'Art.32'])
      expect(pages.some(({ text }) => text.includes(article))).toBe(true)
  })

  it('no control is printed', () => {
    const text = sheets.map((sheet) => sheet.text).join('')
    for (const control of ['Searchresources', 'findingsshown', '↕', 'Skiptothereport'])
      expect(text).not.toContain(control)
  })

  it('nothing is wider than its page', async () => {
    const page = await open()
    const room = Math.floor(((width - 2 * 11 * (72 / 25.4)) * 96) / 72)
    await page.setViewportSize({ width: room, height: 900 })
    await page.emulateMedia({ media: 'print' })
    const wide = await page.evaluate(`[...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > ${room} + 1 || one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.outerHTML.slice(0, 120))`)
    expect(wide).toEqual([])
    await page.close()
  })
})

it('what the filter hides is printed all the same', async () => {
  const page = await open()
  const whole = await printed(page, 'A4', false)
  await page.getByRole('searchbox').fill('mlw-07')
  await page.locator('.filter [name=severity]').selectOption('high')
  const filtered = await printed(page, 'A4', false)
  expect(filtered.map(({ text }) => text)).toEqual(whole.map(({ text }) => text))
  await page.close()
})

it('is black on white, and has its colours, in the dark and without backgrounds', async () => {
  const page = await browser.newPage({ colorScheme: 'dark' })
  await page.goto(pathToFileURL(file).href)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colours = await page.evaluate(`['body', '.pill.high', '#matrix td.high'].map((one) => {
    const { color, backgroundColor, printColorAdjust } = getComputedStyle(document.querySelector(one))
    return [color, backgroundColor, printColorAdjust]
  })`)
  expect(colours).toEqual([
    ['rgb(31, 35, 40)', 'rgb(255, 255, 255)', 'exact'],
    ['rgb(164, 14, 38)', 'rgb(255, 235, 233)', 'exact'],
    ['rgb(164, 14, 38)', 'rgb(255, 235, 233)', 'exact'],
  ])
  await page.close()
})
