import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { slug } from '../scripts/repository.ts'
import { filesLike } from '../scripts/tree.ts'
import { knownChecks } from '../src/config/load.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

interface Field {
  type: string
  id?: string
  attributes: { label?: string; value?: string; placeholder?: string; options?: (string | { required?: boolean })[] }
  validations?: { required?: boolean }
}

const folder = '.github/ISSUE_TEMPLATE'
const forms = filesLike(`${folder}/*.yml`).filter((file) => !file.endsWith('/config.yml'))
const bodyOf = (file: string): Field[] => parse(read(file)).body

/** https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms */
describe.each(forms)('%s', (file) => {
  const form = parse(read(file))
  const fields = bodyOf(file).filter(({ type }) => type !== 'markdown')
  const distinct = (values: unknown[]) => expect(new Set(values).size).toBe(values.length)

  it('has what GitHub asks of a form', () => {
    expect(form.name.length).toBeGreaterThan(3)
    expect(form.description).toMatch(/\.$/)
    expect(fields.length).toBeGreaterThan(0)
  })

  it('has ids and labels that GitHub can tell apart', () => {
    for (const { id } of fields) expect(id).toMatch(/^[\w-]+$/)
    for (const { attributes } of fields) expect(attributes.label).toMatch(/\S/)
    distinct(fields.map(({ id }) => id))
    distinct(fields.map(({ attributes }) => attributes.label))
  })

  it('has lists whose entries are words, and differ', () => {
    for (const { attributes } of fields.filter(({ type }) => type === 'dropdown')) {
      for (const option of attributes.options ?? []) expect(option).not.toMatch(/^(none|true|false)$/i)
      distinct(attributes.options ?? [])
    }
  })
})

describe('who reports a wrong verdict', () => {
  const fields = bodyOf(`${folder}/wrong-verdict.yml`)
  const required = fields.filter(({ validations }) => validations?.required).map(({ id }) => id)

  it('says which check, what it says, what it should say, and on what evidence', () => {
    expect(required).toEqual(expect.arrayContaining(['check', 'said', 'expected', 'evidence', 'version']))
    expect(knownChecks().checks).toContain(fields.find(({ id }) => id === 'check')?.attributes.placeholder)
  })

  it.each(['bug', 'wrong-verdict'])('is warned of secrets first, and asked about them last: %s', (name) => {
    const body = bodyOf(`${folder}/${name}.yml`)
    expect(body[0]?.attributes.value).toContain('Paste no secret')
    expect(body.at(-1)?.attributes.options).toEqual([expect.objectContaining({ required: true })])
  })
})

describe('pages that GitHub shows', () => {
  const pages = ['SECURITY.md', ...filesLike('.github/{*.md,ISSUE_TEMPLATE/*.yml}')]

  it.each(pages)('%s leads nowhere that is not there', (file) => {
    const links = [...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link)
    for (const link of links.filter((each) => !each.includes(':')))
      expect(existsSync(join(root, dirname(file), link))).toBe(true)
    const own = [
      ...read(file).matchAll(new RegExp(`github\\.com/${slug}/(?:blob/main/|issues/new\\?template=)([\\w./-]+)`, 'g')),
    ]
    for (const [address, path = ''] of own)
      expect(existsSync(join(root, address.includes('template=') ? folder : '.', path))).toBe(true)
  })
})

/** Whatever any workflow on any branch has attested would pass. */
describe('who verifies an attestation', () => {
  const pages = ['README.md', 'SECURITY.md', ...filesLike('docs/*.md')]
  const commands = pages.flatMap((page) => read(page).match(/gh attestation verify (?:\\\n|[^\n])*/g) ?? [])

  it.each(commands)('names the workflow and the branch or tag: %s', (command) => {
    expect(command).toMatch(/--signer-workflow (?:\$workflow|\S+\/\.github\/workflows\/\S+\.yml)(?=\s|$)/)
    expect(command).toMatch(/--source-ref refs\/(?:heads|tags)\//)
  })
})
