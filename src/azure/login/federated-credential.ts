import { createHash } from 'node:crypto'
import { shellQuoted } from '../../shell.ts'
import { oneLine } from '../../text.ts'
import type { TokenClaims } from './jwt.ts'

/** What Entra and managed identities allow of a name is less than what GitHub writes into subjects. */
const LONGEST_NAME = 100

/** A name that no other subject has, so that each credential can be created beside the others. */
export function credentialName(subject: string): string {
  const digest = createHash('sha256').update(subject).digest('hex').slice(0, 8)
  const slug = subject
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LONGEST_NAME - digest.length - 1)
  return [slug.replace(/[^A-Za-z0-9]+$/, ''), digest].filter((part) => part !== '').join('-')
}

const ofGitHub =
  '\n\nGitHub writes subjects with names only (repo:owner/name:…) or, in newer repositories, with ids (repo:owner@1/name@2:…); the subject above is the one to use.'

/** What the token of this job carries, and the commands that make an identity trust it. */
export function howToTrust(claims: TokenClaims, clientId: string): string {
  const name = credentialName(claims.subject)
  const { issuer, subject, audience } = claims
  const credential = { name, issuer, subject, audiences: [audience] }
  return `The token carries:

  issuer:   ${oneLine(issuer, 1000)}
  subject:  ${oneLine(subject, 1000)}
  audience: ${oneLine(audience, 1000)}

All three must match exactly, upper and lower case included. For an app registration, create the credential with:

  az ad app federated-credential create --id ${clientId} --parameters ${shellQuoted(JSON.stringify(credential))}

For a user-assigned identity, use az identity federated-credential create --name ${name} --identity-name <name> --resource-group <group> --issuer ${shellQuoted(issuer)} --subject ${shellQuoted(subject)} --audiences ${shellQuoted(audience)}${subject.startsWith('repo:') ? ofGitHub : ''}`
}
