import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { credentialName } from '../../src/azure/federated-credential.ts'

const digest = (subject: string) => createHash('sha256').update(subject).digest('hex').slice(0, 8)

describe('the name of a federated credential', () => {
  it.each([
    ['repo:octo/app:pull_request', 'repo-octo-app-pull_request'],
    ['repo:octo@1/app@2:ref:refs/heads/main', 'repo-octo-1-app-2-ref-refs-heads-main'],
    ['repo:octo/app:environment:Prod (EU)', 'repo-octo-app-environment-Prod-EU'],
    ['__repo', 'repo'],
    [`repo:${'x'.repeat(200)}`, `repo-${'x'.repeat(86)}`],
  ])('%s', (subject, slug) => {
    expect(credentialName(subject)).toBe(`${slug}-${digest(subject)}`)
  })

  it('of a subject without letters and digits is its digest', () => {
    expect(credentialName('::ü::')).toBe(digest('::ü::'))
  })

  it('can be created whatever the subject is, and differs where subjects differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (subject) => {
        const name = credentialName(subject)
        expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{2,99}$/)
        expect(name.endsWith(digest(subject))).toBe(true)
      }),
    )
    expect(credentialName('repo:a/b')).not.toBe(credentialName('repo:a-b'))
  })
})
