/**
 * Renders Markdown the way GitHub shows it, to look at what people will see.
 *
 *     node scripts/picture.ts <file.md> <out.png> [width] [open]
 *
 * `open` unfolds what is folded away. Needs chromium and its fonts (`apt-get install --no-install-recommends chromium
 * fonts-noto-color-emoji fonts-liberation`). The packages that imitate GitHub are not dependencies of this project: the
 * first call installs them into a folder outside the repository, `PICTURE_CACHE` or one in the temporary folder.
 * Mentions, references and emoji names are not linked as GitHub would link them.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const packages = {
  unified: '11.0.5',
  'remark-parse': '11.0.0',
  'remark-gfm': '4.0.1',
  'remark-rehype': '11.1.2',
  'rehype-raw': '7.0.0',
  'rehype-sanitize': '6.0.0',
  'rehype-stringify': '10.0.1',
  'github-markdown-css': '5.9.0',
}

const cache = process.env.PICTURE_CACHE ?? join(tmpdir(), 'markdown-picture')

// biome-ignore lint/suspicious/noExplicitAny: packages that this project does not depend on have no types here
async function load(name: string): Promise<any> {
  const require = createRequire(join(cache, 'package.json'))
  return import(pathToFileURL(require.resolve(name)).href)
}

function install() {
  if (existsSync(join(cache, 'node_modules/unified'))) return
  mkdirSync(cache, { recursive: true })
  writeFileSync(join(cache, 'package.json'), JSON.stringify({ private: true, dependencies: packages }))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: cache, stdio: 'inherit' })
}

async function toHtml(markdown: string): Promise<string> {
  const { unified } = await load('unified')
  const [parse, gfm, rehype, raw, sanitize, stringify] = await Promise.all(
    ['remark-parse', 'remark-gfm', 'remark-rehype', 'rehype-raw', 'rehype-sanitize', 'rehype-stringify'].map(load),
  )
  const html = await unified()
    .use(parse.default)
    .use(gfm.default)
    .use(rehype.default, { allowDangerousHtml: true })
    .use(raw.default)
    .use(sanitize.default)
    .use(stringify.default)
    .process(markdown)
  return String(html)
}

function page(body: string): string {
  const css = readFileSync(join(cache, 'node_modules/github-markdown-css/github-markdown-light.css'), 'utf8')
  const frame = 'body{margin:0;padding:16px;background:#fff}.markdown-body{font-size:14px}'
  return `<!doctype html><meta charset="utf-8"><style>${css}${frame}</style><article class="markdown-body">${body}</article>`
}

/** Takes the picture twice: the first time to learn how tall the page is. */
function shoot(html: string, out: string, width: number) {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'))
  const file = join(folder, 'page.html')
  const measure = '<script>document.title = String(document.documentElement.scrollHeight)</script>'
  writeFileSync(file, html + measure)
  try {
    const dom = chromium(folder, ['--dump-dom', `--window-size=${width},200`, pathToFileURL(file).href])
    const height = Number(/<title>(\d+)<\/title>/.exec(dom)?.[1] ?? 1000) + 16
    chromium(folder, [`--screenshot=${out}`, `--window-size=${width},${height}`, pathToFileURL(file).href])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function chromium(profile: string, options: string[]): string {
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars']
  const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  const all = [...quiet, ...offline, `--user-data-dir=${join(profile, 'profile')}`, ...options]
  return execFileSync('chromium', all, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

const [source, out, width = '900', open = ''] = process.argv.slice(2)
if (!source || !out) throw new Error('node scripts/picture.ts <file.md> <out.png> [width] [open]')
install()
const html = await toHtml(readFileSync(source, 'utf8'))
shoot(page(open ? html.replaceAll('<details>', '<details open>') : html), resolve(out), Number(width))
