import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueCertificates } from './certificates.ts'
import { type AccessTokens, answerAuthority, type EntraState, mintAccessToken } from './entra.ts'
import type { Estate } from './estate.ts'
import { answerGitHub } from './github.ts'
import { type GitHubState, githubState } from './github-model.ts'
import { realHosts, resourceManagerOf, type Service, services } from './hosts.ts'
import { issueIdToken, type OidcState, signedToken } from './oidc.ts'
import { type ProxyState, startProxy } from './proxy.ts'
import { type QuotaOptions, type Quotas, withDefaults } from './quotas.ts'
import { resourceManagerHandler } from './resource-manager-handler.ts'
import { type Handler, startServer } from './server.ts'
import { type Token, tokensOf } from './tokens.ts'
import type { Fault, Kind, RecordedRequest, ServiceRequest } from './traffic.ts'

export interface CloudOptions {
  estate: Estate
  github?: Partial<GitHubState>
  oidc?: Partial<OidcState>
  quotas?: QuotaOptions
  /** how long a request of a kind takes at least */
  latencyMs?: Partial<Record<Kind, number>>
  /** milliseconds; quotas go by it */
  clock?: () => number
}

/** The state below can be changed at any time; requests that come later see it. */
export interface Cloud {
  /** the direct door: origins on localhost */
  urls: { resourceManager: string; authority: string; githubApi: string; githubServer: string; oidc: string }
  /** the other door: a CONNECT proxy that knows the real host names */
  proxyUrl: string
  caPem: string
  caFile: string
  /** for temporary files; gone when the cloud is closed */
  directory: string
  estate: Estate
  github: GitHubState
  oidc: OidcState
  entra: EntraState
  quotas: Quotas
  faults: Fault[]
  requests: RecordedRequest[]
  proxy: ProxyState
  /** `host:port`, for each tunnel that was opened through the proxy */
  tunnels: string[]
  count: (kind: Kind) => number
  /** an access token as a session of azure/login has it, for a Resource Manager origin (Azure's public one) */
  accessToken: (resourceManager?: string, claims?: Record<string, unknown>) => string
  /** an OIDC token of another issuer than GitHub */
  idToken: (claims: Record<string, unknown>) => string
  /** everything that opens something, with where it may be sent */
  tokens: () => Token[]
  /** everything that must never appear in a log or a report */
  secrets: () => string[]
  close: () => void
}

type World = Omit<Cloud, 'urls' | 'proxyUrl' | 'caPem' | 'caFile' | 'directory' | 'close'> & {
  accessTokens: AccessTokens
  idTokens: string[]
  ports: Partial<Record<Service, number>>
  clock: () => number
}

/** Starts the simulated cloud on ports of its own. Close it when done. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const world = createWorld(options)
  const { clock, ports } = world
  const certificates = issueCertificates(['localhost', '127.0.0.1', ...Object.keys(realHosts)])
  const handlers = createHandlers(world)
  const latencyMs = (kind: Kind) => options.latencyMs?.[kind] ?? 0
  const common = { key: certificates.keyPem, cert: certificates.certificatePem, traffic: world, latencyMs, clock }
  const servers = await Promise.all(services.map((name) => startServer({ ...common, handler: handlers[name] })))
  for (const [at, name] of services.entries()) ports[name] = servers[at]?.port
  const proxy = await startProxy({
    state: world.proxy,
    resolve: (authority) => localPort(authority, ports),
    traffic: world,
    clock,
  })
  const directory = mkdtempSync(join(tmpdir(), 'simulated-cloud-'))
  const caFile = join(directory, 'ca.pem')
  writeFileSync(caFile, certificates.caPem)
  const close = () => {
    proxy.close()
    for (const { server } of servers) {
      server.close()
      server.closeAllConnections()
    }
    rmSync(directory, { recursive: true, force: true })
  }
  const urls = directUrls(ports)
  return Object.assign(world, {
    urls,
    proxyUrl: `http://127.0.0.1:${proxy.port}`,
    caPem: certificates.caPem,
    caFile,
    directory,
    close,
  })
}

function createWorld(options: CloudOptions): World {
  const accessTokens: AccessTokens = new Map()
  const idTokens: string[] = []
  const world: World = {
    estate: options.estate,
    github: githubState(options.github),
    oidc: { claims: {}, status: 200, requestToken: 'SIMULATED-OIDC-REQUEST-TOKEN', ...options.oidc },
    entra: {},
    quotas: withDefaults(options.quotas),
    faults: [],
    requests: [],
    proxy: {},
    tunnels: [],
    accessTokens,
    idTokens,
    ports: {},
    clock: options.clock ?? Date.now,
    count: (kind) => world.requests.filter((request) => request.kind === kind).length,
    accessToken: (resourceManager = 'https://management.azure.com', claims = {}) =>
      mintAccessToken({ estate: world.estate, tokens: accessTokens }, resourceManager, claims),
    idToken(claims) {
      const token = signedToken(claims)
      idTokens.push(token)
      return token
    },
    tokens: () => tokensOf(world),
    secrets: () => {
      const [, password] = world.proxy.credentials?.split(':') ?? []
      return [
        ...tokensOf(world).map(({ value }) => value),
        ...(password ? [password] : []),
        ...(world.estate.secrets ?? []),
      ]
    },
  }
  return world
}

function createHandlers(world: World): Record<Service, Handler> {
  return {
    resourceManager: resourceManagerHandler(world),
    authority: {
      classify: ({ path }) => (/\/oauth2\/v2\.0\/(token|devicecode)$/.test(path) ? 'token' : 'metadata'),
      answer: (request) => {
        const { estate, entra, accessTokens: tokens } = world
        return answerAuthority(request, { estate, entra, tokens, audiences: audiencesOf(request, world) })
      },
    },
    github: {
      classify: () => 'github',
      answer: (request) => answerGitHub(request, world.github, serverUrl(request)),
    },
    oidc: {
      classify: () => 'oidc',
      answer: (request) => {
        const reply = issueIdToken(request, world.oidc)
        if (reply.status === 200) world.idTokens.push((reply.body as { value: string }).value)
        return reply
      },
    },
  }
}

function audiencesOf({ host }: ServiceRequest, { ports }: World): string[] {
  const real = resourceManagerOf[host]
  if (real) return [real]
  return ['localhost', '127.0.0.1'].map((name) => `https://${name}:${ports.resourceManager}`)
}

function serverUrl({ host, origin }: ServiceRequest): string {
  return host === 'api.github.com' ? 'https://github.com' : origin
}

function localPort(authority: string, ports: World['ports']): number | undefined {
  const [host = '', port] = authority.split(':')
  const service = realHosts[host]
  if (service && port === '443') return ports[service]
  const isOwn = (host === 'localhost' || host === '127.0.0.1') && Object.values(ports).includes(Number(port))
  return isOwn ? Number(port) : undefined
}

function directUrls(ports: World['ports']): Cloud['urls'] {
  const origin = (service: Service) => `https://localhost:${ports[service]}`
  return {
    resourceManager: origin('resourceManager'),
    authority: origin('authority'),
    githubApi: `${origin('github')}/api/v3`,
    githubServer: origin('github'),
    oidc: `${origin('oidc')}/idtoken?api-version=2.0`,
  }
}
