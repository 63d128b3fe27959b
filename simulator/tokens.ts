import type { AccessTokens } from './entra.ts'
import type { GitHubState } from './github-model.ts'
import type { OidcState } from './oidc.ts'
import type { ServiceRequest } from './traffic.ts'

type Destination = Pick<ServiceRequest, 'kind' | 'origin'>

/** What opens something to whoever holds it. */
export interface Token {
  name: string
  value: string
  isFor: (destination: Destination) => boolean
}

interface Holder {
  accessTokens: AccessTokens
  idTokens: string[]
  oidc: OidcState
  github: GitHubState
}

/** Every token that there is, each with the one origin where it may be sent. */
export function tokensOf({ accessTokens, idTokens, oidc, github }: Holder): Token[] {
  const token = (name: string, value: string, isFor: Token['isFor']): Token => ({ name, value, isFor })
  return [
    ...[...accessTokens].map(([value, { audience }]) =>
      token('access token', value, ({ kind, origin }) => kind.startsWith('resource-') && origin === audience),
    ),
    ...idTokens.map((value) => token('OIDC token', value, ({ kind }) => kind === 'token')),
    token('request token', oidc.requestToken, ({ kind }) => kind === 'oidc'),
    token('GitHub token', github.token, ({ kind, origin }) => kind === 'github' && origin !== 'https://github.com'),
  ]
}

/** The names of those in a text that is on its way to another origin than theirs. */
export function straysIn(text: string, destination: Destination, tokens: Token[]): string[] {
  return tokens.filter(({ value, isFor }) => text.includes(value) && !isFor(destination)).map(({ name }) => name)
}
