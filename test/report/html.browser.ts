/** The HTML report in a real browser. Not part of `npm test`, because npm brings no browser: `npm run test:browser`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlReport } from '../../src/report/html/html.ts'
import { examples, finding, htmlContext, ids, missingVault, report, workspace } from './builder.ts'
import { startChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'html-report-'))
const file = join(folder, 'report.html')
const attack =
  '</script></style><img src="https://evil.example/x" onerror="document.title = 1"><script>document.title = 2</script>'

const content = report({
  workspaces: [
    workspace('mlw-fraud', [
      examples.purge('kv-fraud-cmk', { new: true }),
      examples.admin(),
      examples.impact('mlw-fraud'),
      examples.waived(),
      examples.unreadable('key-vault/soft-delete'),
      finding('diagnostics/workspace-based', ids.storage('x'), { severity: 'info' }),
    ]),
    workspace('mlw-research', [examples.tls(), examples.tls('stattack', { message: attack })]),
    workspace('mlw-clean'),
  ],
  conclusion: 'fail',
  missing: [missingVault()],
  percent: 97.2,
})

const frameworks = ['nist-800-53-r5', 'gdpr']

let browser: Browser

beforeAll(async () => {
  const comparison = { since: '', upgrade: null, weighed: [], fixed: [], added: ['mlw-clean'], removed: [] }
  const pieces = htmlReport(
    content,
    htmlContext(content, { notes: [attack], accepted: ['A risk.'], comparison, frameworks }),
  )
  writeFileSync(file, [...pieces].join(''))
  browser = await startChromium()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** Opens the report, and sees whatever it asks for and complains about. */
async function open(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; requests: string[]; troubles: string[] }> {
  const page = await browser.newPage(options)
  const requests: string[] = []
  const troubles: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('requestfailed', (request) => troubles.push(`${request.url()}: ${request.failure()?.errorText}`))
  page.on('console', (message) => troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(pathToFileURL(file).href)
  return { page, requests, troubles }
}

const shown = (page: Page) => page.locator('.resources > li:visible').count()
const found = (page: Page) => page.locator('.filter output').textContent()
const firstNames = (page: Page, table: string) => page.locator(`#${table} tbody th:visible`).allTextContents()

describe('the report', () => {
  it('asks for nothing but itself, and runs nothing but its script', async () => {
    const { page, requests, troubles } = await open()
    expect(requests).toEqual([pathToFileURL(file).href])
    expect(troubles).toEqual([])
    expect(await page.title()).toContain('; 1 high-severity failure')
    expect(await page.getByText(attack).count()).toBeGreaterThan(1)
    expect(await page.locator('img').count()).toBe(0)
    await page.close()
  })

  it('stops a script that gets into it all the same', async () => {
    const { page, troubles } = await open()
    await page.evaluate(() => {
      const { document } = globalThis as unknown as { document: { body: { innerHTML: string } } }
      document.body.innerHTML = '<img src="https://evil.example/x" onerror="document.title = 1"><b style="color:red">'
    })
    await expect.poll(() => troubles.length).toBeGreaterThan(1)
    expect(troubles.join('\n')).toContain('Content Security Policy')
    expect(troubles).toContain('https://evil.example/x: csp')
    expect(await page.title()).not.toBe('1')
    await page.close()
  })

  it('is all there without scripts', async () => {
    const { page, troubles } = await open({ javaScriptEnabled: false })
    expect(troubles).toEqual([])
    expect(await shown(page)).toBe(8)
    expect(await page.locator('.filter').isVisible()).toBe(false)
    expect(await page.locator('button').count()).toBe(0)
    for (const words of ['The key vault can be purged', 'az keyvault update', 'moves to identity access in Q1'])
      expect(await page.getByText(words).first().isVisible()).toBe(true)
    await page.close()
  })
})

describe('accessibility', () => {
  it.each([
    [1200, 'light'],
    [1200, 'dark'],
    [400, 'light'],
    [400, 'dark'],
  ] as const)('at %i pixels, %s', async (width, colorScheme) => {
    const { page } = await open({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    // the page's own policy lets no other script in, so axe comes by way of the debugger
    await page.evaluate(axe.source)
    const { violations, passes } = (await page.evaluate('axe.run()')) as Record<
      string,
      { id: string; nodes: { html: string }[] }[]
    >
    expect(violations?.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
    expect(passes?.map(({ id }) => id)).toContain('color-contrast')
    // nothing but what scrolls by itself is wider than the window
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.close()
  })
})

describe('the filter', () => {
  it.each([
    ['text', 'kv-fraud', 1],
    ['text', 'MLW-RESEARCH', 2],
    ['text', 'key vault can', 1],
    ['text', 'nothing like it', 0],
    ['severity', 'high', 1],
    ['severity', 'info', 1],
    ['status', 'unknown', 1],
    ['status', 'waived', 1],
    ['system', 'storage', 3],
    ['framework', 'nist-800-53-r5', 2],
  ])('by %s %s leaves %i', async (name, value, expected) => {
    const { page } = await open()
    const control = page.locator(`.filter [name=${name}]`)
    expect(await found(page)).toBe('8 of 8 findings shown')
    await (name === 'text' ? control.fill(value) : control.selectOption(value))
    expect(await found(page)).toBe(`${expected} of 8 findings shown`)
    expect(await shown(page)).toBe(expected)
    await (name === 'text' ? control.fill('') : control.selectOption(''))
    expect(await shown(page)).toBe(8)
    await page.close()
  })

  it('by a framework leaves its controls', async () => {
    const { page } = await open()
    const titles = () => page.locator('.framework h2:visible').allTextContents()
    expect(await titles()).toHaveLength(2)
    await page.locator('.filter [name=framework]').selectOption('gdpr')
    expect(await titles()).toEqual(['EU General Data Protection Regulation (GDPR) 2016/679'])
    await page.close()
  })

  it('by the name of a workspace leaves its rows', async () => {
    const { page } = await open()
    await page.getByRole('searchbox').fill('research')
    expect(await firstNames(page, 'workspaces')).toEqual([expect.stringContaining('mlw-research')])
    expect(await page.locator('#evidence summary:visible').allTextContents()).toEqual([
      expect.stringContaining('mlw-research'),
    ])
    await page.close()
  })
})

describe('the evidence', () => {
  it('is folded, and unfolds without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false })
    const read = page.locator('#evidence').getByText('properties.minimumTlsVersion')
    expect(await read.first().isVisible()).toBe(false)
    await page.locator('#evidence summary', { hasText: 'mlw-research' }).click()
    await expect.poll(() => read.first().isVisible()).toBe(true)
    await page.close()
  })
})

describe('a table', () => {
  it('sorts by a column, and the other way round', async () => {
    const { page } = await open()
    const names = async () => (await firstNames(page, 'workspaces')).map((text) => text.trim())
    expect(await names()).toEqual(['mlw-fraud', 'mlw-research', 'mlw-clean'])
    const low = page.locator('#workspaces').getByRole('button', { name: 'Low' })
    await low.click()
    await expect.poll(names).toEqual(['mlw-research', 'mlw-fraud', 'mlw-clean'])
    await low.click()
    await expect.poll(names).toEqual(['mlw-clean', 'mlw-fraud', 'mlw-research'])
    expect(await page.locator('#workspaces [aria-sort]').getAttribute('aria-sort')).toBe('ascending')
    await page.locator('#workspaces').getByRole('button', { name: 'Workspace' }).click()
    await expect.poll(names).toEqual(['mlw-clean', 'mlw-fraud', 'mlw-research'])
    await page.close()
  })

  it('sorts outcomes by how bad they are', async () => {
    const { page } = await open()
    await page.locator('#matrix').getByRole('button', { name: 'Storage' }).click()
    const cells = async () => {
      const texts = await page.locator('#matrix tbody tr').allTextContents()
      return texts.map((text) => text.trim().slice(0, 12))
    }
    await expect.poll(cells).toEqual(['mlw-research', expect.any(String), expect.any(String)])
    await page.close()
  })
})
