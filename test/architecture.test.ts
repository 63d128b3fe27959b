import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesLike } from '../scripts/tree.ts'
import { accountByName, everyWorkspace, listOfWorkspaces, readerBy, roleAssignmentsOf } from '../src/evidence/named.ts'
import { version } from '../src/version.ts'

const root = join(import.meta.dirname, '..')
const sources = filesLike('src/**/*.ts')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** What only computes: the same evidence gives the same findings, and the same findings the same report. */
const pure =
  /^src\/(checklist|controls|evidence|judge|plan|pseudonym|report|resources)\/|\/(baseline\/compare|planned\/(difference|judge))\.ts$/

/** What they stand on, which computes as well. Whatever is not named here is no business of theirs. */
const foundation =
  /^src\/config\/|^src\/inputs\/values\.ts$|^src\/upgrade\/|^src\/(calendar|json|model|said|severity|shell|text|version)\.ts$/

/** Packages that compute and nothing else, and one that is types only. */
const harmless = ['get-east-asian-width', 'markdown-table', 'node:crypto', 'node:path', 'sarif']

interface Import {
  file: string
  /** a path from the root of the repository, or the name of a package */
  imports: string
  isType: boolean
  isDynamic: boolean
}

const all = sources.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = read(file)
  const from = [...text.matchAll(/^(?:import|export) (type )?(?:[\w*{}\s,$]+? from )?'([^']+)'/gm)]
  const dynamic = [...text.matchAll(/(typeof )?\bimport\('([^']+)'\)/g)]
  return [
    ...from.map(([, type, name = '']) => ({
      file,
      imports: resolved(file, name),
      isType: type !== undefined,
      isDynamic: false,
    })),
    ...dynamic.map(([, type, name = '']) => ({
      file,
      imports: resolved(file, name),
      isType: type !== undefined,
      isDynamic: true,
    })),
  ]
}

function resolved(file: string, name: string): string {
  return name.startsWith('.') ? posix.join(posix.dirname(file), name) : name
}

function offending(rule: (one: Import) => boolean): string[] {
  return all.filter(rule).map(({ file, imports }) => `${file} imports ${imports}`)
}

/** Every file that these lead to, types included. */
function closure(files: string[]): string[] {
  const seen = new Set<string>()
  const todo = [...files]
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    todo.push(...importedBy(file))
  }
  return [...seen]
}

const importedBy = (file: string) =>
  all.flatMap((one) => (one.file === file && one.imports.startsWith('src/') ? [one.imports] : []))

describe('dependency direction', () => {
  it('reads imports at all', () => {
    expect(all.length).toBeGreaterThan(100)
    expect(all).toContainEqual({ file: 'src/index.ts', imports: '@actions/core', isType: false, isDynamic: false })
    expect(all).toContainEqual({ file: 'src/index.ts', imports: 'src/azure/sdk.ts', isType: false, isDynamic: true })
  })

  it('has no circles, not even of types', () => {
    const inCircle = sources.filter((file) => closure(importedBy(file)).includes(file))
    expect(inCircle).toEqual([])
  })

  it('keeps rules, policy and renderers free of input and output', () => {
    const computing = closure(sources.filter((file) => pure.test(file)))
    expect(computing.filter((file) => !pure.test(file) && !foundation.test(file))).toEqual([])
    const isPackage = ({ file, imports }: Import) => computing.includes(file) && !imports.startsWith('src/')
    expect(offending((one) => isPackage(one) && !harmless.includes(one.imports))).toEqual([])
    const outside = /\b(process|console|globalThis)\.|\bfetch\(|\bset(Timeout|Interval)\(|\bDate\.now\(|\bnew Date\(\)/
    expect(computing.filter((file) => outside.test(read(file)))).toEqual([])
  })

  it('keeps renderers apart: what they share is in report/view/', () => {
    const folder = (file: string) => /^src\/report\/(\w+)\//.exec(file)?.[1]
    const isOther = ({ file, imports }: Import) =>
      folder(file) !== undefined && ![undefined, 'view', folder(file)].includes(folder(imports))
    // the issue is a report in Markdown
    const isAllowed = ({ file, imports }: Import) =>
      file.startsWith('src/report/issue/') && imports.endsWith('/markdown.ts')
    expect(offending((one) => isOther(one) && !isAllowed(one))).toEqual([])
  })

  it('loads @actions/* where the world is wired and in github/sdk.ts only', () => {
    const allowed = ['src/index.ts', 'src/github/sdk.ts']
    expect(
      offending(({ file, imports, isType }) => !isType && imports.startsWith('@actions/') && !allowed.includes(file)),
    ).toEqual([])
  })

  it('uses @azure/* in azure/ only, and loads it in azure/sdk.ts only', () => {
    const isAllowed = ({ file, isType }: Import) =>
      file === 'src/azure/sdk.ts' || (isType && file.startsWith('src/azure/'))
    expect(offending((one) => one.imports.startsWith('@azure/') && !isAllowed(one))).toEqual([])
  })

  it('reads inputs in inputs.ts only', () => {
    const readers = ({ file, imports, isType }: Import) =>
      !isType &&
      ((imports === 'src/inputs/inputs.ts' && file !== 'src/start.ts') ||
        (imports === 'src/inputs/reader.ts' && file !== 'src/inputs/inputs.ts'))
    expect(offending(readers)).toEqual([])
    expect(sources.filter((file) => /^(?!\s*(\*|\/)).*\bgetInput\b/m.test(read(file)))).toEqual(['src/index.ts'])
  })

  it('loads both SDKs on first use', () => {
    const sdk = /^@azure\/|^@actions\/github$|\/sdk\.ts$/
    const eager = ({ file, imports, isType, isDynamic }: Import) =>
      sdk.test(imports) && !isType && !isDynamic && !file.endsWith('/sdk.ts')
    expect(offending(eager)).toEqual([])
  })
})

describe('what is said in two places', () => {
  it('the version', () => {
    expect(version).toBe(JSON.parse(read('package.json')).version)
  })

  it('the check that CONTRIBUTING.md walks through, and cases of it', () => {
    const [check = '', ...lines] = [...read('CONTRIBUTING.md').matchAll(/^```ts\n([\s\S]*?)^```/gm)].flatMap(
      ([, code = '']) => (code.startsWith('cases') ? code.split('\n') : [code]),
    )
    const bare = (code: string) => code.replaceAll(/\s|,\s*(?=[)\]}])/g, '')
    const tests = bare(read('test/checklist/storage/transport.test.ts'))
    expect(bare(read('src/checklist/storage/transport.ts'))).toContain(bare(check))
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.filter((line) => !tests.includes(bare(line.replace(/,$/, ''))))).toEqual([])
  })

  it('the sentences that docs/troubleshooting.md explains', () => {
    const code = sources.map(read).join('\n')
    const explained = [
      ...read('docs/troubleshooting.md')
        .replaceAll(/\s+/g, ' ')
        .matchAll(/- \*\*"(.+?)"\*\*/g),
    ]
    const parts = explained.flatMap(([, sentence = '']) => sentence.split('…').map((part) => part.trim()))
    expect(explained.length).toBeGreaterThan(10)
    expect(parts.filter((part) => !code.includes(part))).toEqual([])
  })
})

describe('what is said in one place', () => {
  it('the texts that stand in place of ids', () => {
    const texts = [accountByName(''), roleAssignmentsOf(''), listOfWorkspaces, everyWorkspace]
    const all = [...texts, ...Object.values(readerBy).map((by) => by(''))]
    const written = new RegExp(`^(?!\\s*[*/]).*(?<!\\baz)['"\`](${all.join('|')})`, 'm')
    expect(sources.filter((file) => written.test(read(file)))).toEqual(['src/evidence/named.ts'])
  })
})

describe('the repository', () => {
  it('stands alone: no file names a place outside of it', () => {
    const outside = new RegExp(['(\\.\\./|/work/)', 'shared\\b'].join(''))
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
    const texts = tracked.filter(
      (file) => !/^(dist\/|package-lock|$)|\.png$/.test(file) && existsSync(join(root, file)),
    )
    expect(texts.filter((file) => outside.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })

  it.each(filesLike('{*,docs/*,.github/*}.md'))('%s leads to files and headings that exist', (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const leadsNowhere = (target: string) => {
      const [path = '', heading] = target.split('#')
      const file = path === '' ? page : posix.join(posix.dirname(page), path)
      if (!existsSync(join(root, file))) return true
      return heading !== undefined && !anchorsOf(read(file)).includes(heading)
    }
    expect(targets.filter((target) => !target.startsWith('https:') && leadsNowhere(target))).toEqual([])
  })
})

/** As GitHub makes them of headings, and those that are set by hand. */
function anchorsOf(page: string): string[] {
  const set = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)
  return [...set, ...[...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title))]
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
