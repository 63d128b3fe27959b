/**
 * Fails when an advisory concerns what is in `dist/`. `npm audit --omit=dev` would look at nothing: for npm, all that is
 * bundled is a tool, because nobody who installs this package installs any of it.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledIn } from './licenses.ts'

/** As `npm audit --json` writes it: a package is named by the advisory itself, or by a package that depends on one. */
export interface Audit {
  vulnerabilities?: Record<string, { name: string; via: (string | Advisory)[]; nodes: string[] }>
  error?: { summary?: string }
  message?: string
}

interface Advisory {
  title: string
  url: string
  severity: string
}

interface Lock {
  packages: Record<string, { version?: string }>
}

/** A line for each advisory about a package that is bundled, in the version that is. @throws where npm has no answer */
export function advisoriesOf({ vulnerabilities, error, message }: Audit, lock: Lock, bundled: string[]): string[] {
  if (vulnerabilities === undefined)
    throw new Error(`npm audit did not tell: ${error?.summary || message || 'its answer holds nothing'}`)
  return Object.values(vulnerabilities).flatMap(({ name, via, nodes }) => {
    const found = [...new Set(nodes.map((node) => `${name}@${lock.packages[node]?.version}`))]
    const shipped = found.filter((each) => bundled.includes(each))
    const advisories = via.filter((each) => typeof each !== 'string')
    return shipped.flatMap((each) =>
      advisories.map(({ severity, title, url }) => `${each}: ${severity}, ${title} (${url})`),
    )
  })
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const options = { cwd: root, encoding: 'utf8', shell: true, maxBuffer: 64 * 1024 * 1024 } as const
  const { stdout } = spawnSync('npm audit --json --package-lock-only', options)
  const bundled = bundledIn(read('dist/licenses.txt'))
  const lines = advisoriesOf(JSON.parse(stdout), JSON.parse(read('package-lock.json')), bundled)
  console.log(lines.join('\n') || `No advisory concerns the ${bundled.length} packages in dist/.`)
  process.exitCode = lines.length > 0 ? 1 : 0
}
