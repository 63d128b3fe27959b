import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { credentialName, howToTrust } from '../../../src/azure/login/federated-credential.ts'

const digest = (subject: string) => createHash('sha256').update(subject).digest('hex').slice(0, 8)

describe('the name of a federated credential', () => {
  it.each([
    ['repo:octo/app:pull_request', 'repo-octo-app-pull_request'],
    ['repo:octo@1/app@2:ref:refs/heads/main', 'repo-octo-1-app-2-ref-refs-heads-main'],
    ['repo:octo/app:environment:Prod (EU)', 'repo-octo-app-environment-Prod-EU'],
    ['__repo', 'repo'],
    ['repo/--', 'repo'],
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

describe('how to make an identity trust the token', () => {
  const claims = { issuer: 'https://token.example', subject: "repo:octo/app:environment:it's", audience: 'api://mine' }
  const told = (subject = claims.subject) => howToTrust({ ...claims, subject }, '<client id>')

  it('names all three, and gives the commands for them, in quotation marks where they need some', () => {
    const name = credentialName(claims.subject)
    expect(told()).toContain(
      "  issuer:   https://token.example\n  subject:  repo:octo/app:environment:it's\n  audience: api://mine\n",
    )
    const { issuer, subject, audience } = claims
    const json = JSON.stringify({ name, issuer, subject, audiences: [audience] }).replace("it's", "it'\\''s")
    expect(told()).toContain(`az ad app federated-credential create --id <client id> --parameters '${json}'`)
    expect(told()).toContain(`az identity federated-credential create --name ${name} --identity-name <name>`)
    expect(told()).toContain("--subject 'repo:octo/app:environment:it'\\''s'")
  })

  it('says how GitHub writes subjects, of those alone', () => {
    expect(told()).toMatch(/\n\nGitHub writes subjects with names only .* is the one to use\.$/)
    expect(told('system:serviceaccount:a:b')).toMatch(/--audiences \S+$/)
  })
})
