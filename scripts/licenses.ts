import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

const accepted = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'CC0-1.0', '(MIT OR CC0-1.0)']

const separator = `\n${'-'.repeat(80)}\n\n`

/** Folders of the packages that ended up in the bundles, relative to the repository. */
export function packagesOf(metafiles: Metafile[]): string[] {
  const used = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)))
  const folders = used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

/** The notices that the licences of all bundled packages ask for. Throws for a licence that nobody has accepted. */
export function licenses(root: string, metafiles: Metafile[]): string {
  const notices = packagesOf(metafiles).map((folder) => notice(join(root, folder)))
  return notices.join(separator)
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!accepted.includes(license)) throw new Error(`${name} ${version}: nobody has accepted the licence ${license}`)
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  if (!file) throw new Error(`${name} ${version} has no file with its licence`)
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return `${name} ${version} (${license})\n\n${text}\n`
}

/** The packages of which that text has the notices, as `name@version`. */
export function bundledIn(text: string): string[] {
  return text.split(separator).map((each) => {
    const [, name, version] = /^(\S+) (\S+) \(/.exec(each) ?? []
    if (name === undefined) throw new Error(`dist/licenses.txt has a notice of no package: ${each.slice(0, 100)}`)
    return `${name}@${version}`
  })
}
