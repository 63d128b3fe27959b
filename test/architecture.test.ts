import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = posix.join(import.meta.dirname, '..')
const sources = globSync('src/**/*.ts', { cwd: root }).sort()

/** What only computes: the same evidence gives the same findings, and the same findings the same report. */
const pure = /^src\/(checklist|evidence|report)\/|^src\/(assess|compare|evaluate|policy|pseudonym)\.ts$/

/** Packages that compute and nothing else. */
const harmless = ['markdown-table', 'node:crypto']

interface Import {
  file: string
  /** a path from the root of the repository, or the name of a package */
  imports: string
  isType: boolean
  isDynamic: boolean
}

const all = sources.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(posix.join(root, file), 'utf8')
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

/** Every file that is loaded with these, types apart. */
function closure(files: string[]): string[] {
  const seen = new Set<string>()
  const todo = [...files]
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    todo.push(
      ...all.flatMap((one) =>
        one.file === file && !one.isType && one.imports.startsWith('src/') ? [one.imports] : [],
      ),
    )
  }
  return [...seen]
}

describe('dependency direction', () => {
  it('reads imports at all', () => {
    expect(all.length).toBeGreaterThan(100)
    expect(all).toContainEqual({ file: 'src/index.ts', imports: '@actions/core', isType: false, isDynamic: false })
    expect(all).toContainEqual({ file: 'src/index.ts', imports: 'src/azure/sdk.ts', isType: false, isDynamic: true })
  })

  it('keeps rules, policy and renderers free of input and output', () => {
    const computing = closure(sources.filter((file) => pure.test(file)))
    expect(computing.filter((file) => /^src\/(azure|github)\/|^src\/(index|run|scan|publish)\.ts$/.test(file))).toEqual(
      [],
    )
    const isPackage = ({ file, imports, isType }: Import) =>
      computing.includes(file) && !isType && !imports.startsWith('src/')
    expect(offending((one) => isPackage(one) && !harmless.includes(one.imports))).toEqual([])
  })

  it('lets them know nothing of Azure’s and GitHub’s clients, not even types', () => {
    expect(offending(({ file, imports }) => pure.test(file) && /^src\/(azure|github)\/|^@/.test(imports))).toEqual([])
  })

  it('uses @actions/* where inputs are read, in github/ and for the login only', () => {
    const allowed = /^src\/(index|inputs)\.ts$|^src\/github\/|^src\/azure\/login\.ts$/
    expect(offending(({ file, imports }) => imports.startsWith('@actions/') && !allowed.test(file))).toEqual([])
  })

  it('uses @azure/* in azure/ only', () => {
    expect(offending(({ file, imports }) => imports.startsWith('@azure/') && !file.startsWith('src/azure/'))).toEqual(
      [],
    )
  })

  it('loads both SDKs on first use', () => {
    const sdk = /^@azure\/|^@actions\/github$|\/sdk\.ts$/
    const eager = ({ file, imports, isType, isDynamic }: Import) =>
      sdk.test(imports) && !isType && !isDynamic && !file.endsWith('/sdk.ts')
    expect(offending(eager)).toEqual([])
  })
})

describe('the repository', () => {
  it('stands alone: no file names a place outside of it', () => {
    const outside = new RegExp(['(\\.\\./|/work/)', 'shared\\b'].join(''))
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
    const texts = tracked.filter(
      (file) => !/^(dist\/|package-lock|$)|\.png$/.test(file) && existsSync(posix.join(root, file)),
    )
    expect(texts.filter((file) => outside.test(readFileSync(posix.join(root, file), 'utf8')))).toEqual([])
  })
})
