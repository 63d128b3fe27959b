/**
 * Prints what is in `dist/` as CycloneDX: the bill of materials that npm writes, cut down to what is bundled. npm takes all
 * of it for tools, because nobody who installs this package installs any of it.
 */
import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledIn } from './licenses.ts'

export interface Component {
  'bom-ref': string
  name: string
  scope?: string
  properties?: { name: string; value: string }[]
}

export interface Bom {
  metadata: { component: Component; lifecycles?: { phase: string }[] }
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

/** @throws where npm does not know a package that is bundled */
export function ofBundle<Given extends Bom>(bom: Given, name: string, bundled: string[]): Given {
  const unknown = bundled.filter((ref) => !bom.components.some((component) => component['bom-ref'] === ref))
  if (unknown.length > 0)
    throw new Error(`package-lock.json has no ${unknown.join(', ')}: run npm ci, then npm run dist`)
  const ours = bom.metadata.component
  const kept = [ours['bom-ref'], ...bundled]
  return {
    ...bom,
    metadata: { ...bom.metadata, lifecycles: [{ phase: 'build' }], component: { ...ours, name, type: 'application' } },
    components: bom.components.filter((component) => bundled.includes(component['bom-ref'])).map(shipped),
    dependencies: bom.dependencies
      .filter(({ ref }) => kept.includes(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.includes(each)) })),
  }
}

function shipped(component: Component): Component {
  const isOfTools = ({ name }: { name: string }) => name === 'cdx:npm:package:development'
  return { ...component, scope: 'required', properties: component.properties?.filter((each) => !isOfTools(each)) ?? [] }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const command = 'npm sbom --sbom-format cyclonedx --package-lock-only'
  const bom = JSON.parse(execSync(command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }))
  console.log(
    JSON.stringify(ofBundle(bom, JSON.parse(read('package.json')).name, bundledIn(read('dist/licenses.txt'))), null, 2),
  )
}
