import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import ts from 'typescript'
import { afterAll, expect, it } from 'vitest'
import { filesLike } from '../scripts/tree.ts'

const root = join(import.meta.dirname, '..')

/** Characters of every text. A pattern that starts again at each of them needs minutes, others a moment. */
const LENGTH = 300_000
/** Of one pattern with all its texts: hundreds of times what a linear one needs, a fraction of what others do. */
const MILLISECONDS = 20_000

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
function attacksOn({ source }: Pattern): string[] {
  const spelt = source
    .replace(/\[(?:\\.|[^\]])*\]|\\[dwsbpPSDW](?:\{[^}]*\})?|\(\?[<=!:]+|[+*?]/g, '\0')
    .replace(/\\(.)/g, '$1')
    .split(/[\0()|{}^$]+/)
    .filter((part) => part.length > 0)
  const [begin = ''] = source.startsWith('^') ? spelt : ['']
  const repeated = [...'aA0 ./-_:"`[(,=\\', ...spelt, ...spelt.map((part) => `${part}a`)]
  return [...new Set(repeated)].map((part) => `${begin}${part.repeat(LENGTH / part.length)}\n\0`)
}

const patterns = new Map(
  filesLike('src/**/*.ts')
    .flatMap(patternsOf)
    .map((one) => [`/${one.source}/${one.flags}`, one]),
)

const matching = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ source, flags, texts }) => {
    for (const text of texts) text.replace(new RegExp(source, flags), '')
    parentPort.postMessage('done')
  })`

let worker = new Worker(matching, { eval: true })

afterAll(() => worker.terminate())

/** Whether a pattern is done with every text in time; what is not is stopped. */
async function isDone(pattern: Pattern): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), MILLISECONDS)
  worker.once('message', () => resolve(true))
  worker.postMessage({ ...pattern, texts: attacksOn(pattern) })
  const done = await promise
  clearTimeout(timer)
  if (!done) {
    await worker.terminate()
    worker = new Worker(matching, { eval: true })
  }
  return done
}

it('finds the patterns, and notices one that looks back', { timeout: 2 * MILLISECONDS }, async () => {
  expect(patterns.size).toBeGreaterThan(80)
  expect([...harmless.keys()].filter((pattern) => !patterns.has(pattern))).toEqual([])
  const slow = { file: '', source: String.raw`eyJ[\w-]*\.[\w-]+\.[\w-]*`, flags: 'g' }
  expect(await isDone(slow)).toBe(false)
})

it.each([...patterns].filter(([pattern]) => !harmless.has(pattern)))(
  '%s takes no longer than its text is long',
  { timeout: 2 * MILLISECONDS },
  async (_, pattern) => {
    expect(await isDone(pattern), pattern.file).toBe(true)
  },
)
