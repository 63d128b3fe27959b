import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import ts from 'typescript'
import { afterAll, expect, it } from 'vitest'
import { filesLike } from '../scripts/tree.ts'

const root = join(import.meta.dirname, '..')

/** Characters of every text, short and long. A pattern that starts again at each of them takes 256 times as long for the long one. */
const [SHORT, LONG] = [4_000, 64_000]
/** How many times as long a linear pattern may take for the long text; it needs 16. */
const TIMES = 64
/** Some machines tell processor time in steps as long as this; microseconds. */
const STEP = 4_000
/** Milliseconds for all texts of a pattern; only one that never ends takes longer. */
const FOREVER = 60_000

/** What is applied to nothing that others wrote, or to little of it. */
const harmless = new Map([
  ['/(?:^|[^a-z0-9]+)([a-z0-9])/gi', 'ids of the checklist'],
  ['/[^A-Za-z0-9]+$/', 'at most 100 characters'],
  [String.raw`/, \w+ '.*$/`, 'one line of at most 300 characters'],
])

interface Pattern {
  file: string
  source: string
  flags: string
}

/** Every regular expression of the source that repeats something without a bound. */
function patternsOf(file: string): Pattern[] {
  const tree = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found.filter(({ source }) => /[+*]|\{\d+,\}/.test(source.replace(/\\[+*]|\[(?:\\.|[^\]])*\](?![+*{])/g, '')))
}

/** Letters, marks, and whatever the pattern itself spells out, over and over, and an end that fits none. */
function attacksOn({ source }: Pattern, length: number): string[] {
  const spelt = source
    .replace(/\[(?:\\.|[^\]])*\]|\\[dwsbpPSDW](?:\{[^}]*\})?|\(\?[<=!:]+|[+*?]/g, '\0')
    .replace(/\\(.)/g, '$1')
    .split(/[\0()|{}^$]+/)
    .filter((part) => part.length > 0)
  const [begin = ''] = source.startsWith('^') ? spelt : ['']
  const repeated = [...'aA0 ./-_:"`[(,=\\', ...spelt, ...spelt.map((part) => `${part}a`)]
  return [...new Set(repeated)].map((part) => `${begin}${part.repeat(length / part.length)}\n\0`)
}

const patterns = new Map(
  filesLike('src/**/*.ts')
    .flatMap(patternsOf)
    .map((one) => [`/${one.source}/${one.flags}`, one]),
)

// of several tries the fastest, by the processor time of this thread: what else the machine does is not in it
const matching = `
  const { parentPort } = require('node:worker_threads')
  const once = (pattern, text) => {
    const before = process.threadCpuUsage()
    text.replace(pattern, '')
    return process.threadCpuUsage(before).user
  }
  parentPort.on('message', ({ source, flags, texts }) => {
    const pattern = new RegExp(source, flags)
    const time = (text) => Math.min(...[1, 2, 3].map(() => once(pattern, text)))
    parentPort.postMessage(texts.map(([short, long]) => [time(short), time(long)]))
  })`

let worker = new Worker(matching, { eval: true })

afterAll(() => worker.terminate())

/** Whether what a pattern takes grows as its texts do. */
async function isLinear(pattern: Pattern): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<[short: number, long: number][] | null>()
  const timer = setTimeout(() => resolve(null), FOREVER)
  worker.once('message', resolve)
  const long = attacksOn(pattern, LONG)
  worker.postMessage({ ...pattern, texts: attacksOn(pattern, SHORT).map((short, index) => [short, long[index]]) })
  const times = await promise
  clearTimeout(timer)
  if (times === null) {
    await worker.terminate()
    worker = new Worker(matching, { eval: true })
  }
  return times?.every(([short, long]) => long <= TIMES * Math.max(short, STEP)) ?? false
}

it('finds the patterns, and notices one that looks back', { timeout: 2 * FOREVER }, async () => {
  expect(patterns.size).toBeGreaterThan(80)
  expect([...harmless.keys()].filter((pattern) => !patterns.has(pattern))).toEqual([])
  const slow = { file: '', source: String.raw`eyJ[\w-]*\.[\w-]+\.[\w-]*`, flags: 'g' }
  expect(await isLinear(slow)).toBe(false)
})

it.each([...patterns].filter(([pattern]) => !harmless.has(pattern)))(
  '%s takes no longer than its text is long',
  { timeout: 2 * FOREVER },
  async (_, pattern) => {
    expect(await isLinear(pattern), pattern.file).toBe(true)
  },
)
