import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundledIn } from '../../scripts/licenses.ts'
import { type Bom, ofBundle } from '../../scripts/sbom.ts'

const component = (ref: string) => ({
  'bom-ref': ref,
  name: ref.replace(/@[^@]*$/, ''),
  scope: 'optional',
  purl: `pkg:npm/${ref}`,
  properties: [
    { name: 'cdx:npm:package:development', value: 'true' },
    { name: 'cdx:npm:package:path', value: 'x' },
  ],
})

/** As npm writes it in a folder called `work`. */
const bom: Bom = {
  metadata: { component: component('check@1.0.0'), lifecycles: [{ phase: 'pre-build' }] },
  components: ['a@1.0.0', 'a@2.0.0', '@b/c@1.0.0', 'tool@1.0.0'].map(component),
  dependencies: [
    { ref: 'check@1.0.0', dependsOn: ['a@1.0.0', 'tool@1.0.0'] },
    { ref: 'a@1.0.0', dependsOn: ['@b/c@1.0.0', 'a@2.0.0'] },
    { ref: '@b/c@1.0.0' },
    { ref: 'tool@1.0.0', dependsOn: ['a@2.0.0'] },
  ],
}

it('the bill of materials has what is bundled, in the version that is, and no tool', () => {
  const { metadata, components, dependencies } = ofBundle(bom, 'encryption-check', ['a@1.0.0', '@b/c@1.0.0'])
  expect(metadata).toMatchObject({
    component: { name: 'encryption-check', type: 'application' },
    lifecycles: [{ phase: 'build' }],
  })
  expect(components).toEqual(
    ['a@1.0.0', '@b/c@1.0.0'].map((ref) => ({
      ...component(ref),
      scope: 'required',
      properties: [{ name: 'cdx:npm:package:path', value: 'x' }],
    })),
  )
  expect(dependencies).toEqual([
    { ref: 'check@1.0.0', dependsOn: ['a@1.0.0'] },
    { ref: 'a@1.0.0', dependsOn: ['@b/c@1.0.0'] },
    { ref: '@b/c@1.0.0', dependsOn: [] },
  ])
})

it('a bundled package that npm does not know stops it', () => {
  expect(() => ofBundle(bom, 'x', ['a@1.0.0', 'a@3.0.0'])).toThrow('package-lock.json has no a@3.0.0: run npm ci')
})

it('what is bundled stands in dist/licenses.txt, and in package-lock.json', () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> }
  const locked = Object.entries(packages).map(
    ([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`,
  )
  const bundled = bundledIn(read('dist/licenses.txt'))
  expect(bundled.filter((each) => !locked.includes(each))).toEqual([])
  expect(bundled).toContain(`@azure/identity@${packages['node_modules/@azure/identity']?.version}`)
  expect(bundled.some((each) => each.startsWith('vitest@'))).toBe(false)
})

it('a text that holds no notice of a package is none', () => {
  expect(() => bundledIn('MIT License\n')).toThrow('dist/licenses.txt has a notice of no package: MIT License')
})
