import { type Cloud, startCloud } from '../simulator/cloud.ts'
import { demoEstate } from '../simulator/estates/demo.ts'
import { pullRequest, type RunnerEvent } from '../simulator/events.ts'
import { request, trust } from '../simulator/request.ts'
import type { Entry, ExitCode, Files, Outside } from '../src/ports.ts'

export interface World {
  cloud: Cloud
  ports: Outside
  said: string[]
  failed: string[]
  outputs: Record<string, string | number>
  files: Map<string, string>
  /** what the process ended with */
  exits: ExitCode[]
}

/** Lets a file seem larger than it is. */
export function enlarge({ ports: { files } }: World, path: string, bytes: number): void {
  const { read, bytes: bytesOf } = files
  const isLarger = (file: string, mostBytes: number) => file === path && bytes > mostBytes
  files.read = (file, mostBytes) => (isLarger(file, mostBytes) ? { bytes } : read(file, mostBytes))
  files.bytes = (file, mostBytes) => (isLarger(file, mostBytes) ? { bytes } : bytesOf(file, mostBytes))
}

/** The outside world in memory, but for Azure and GitHub, which are the simulated cloud's. Close the cloud afterwards. */
export async function world(
  given: Record<string, string> = {},
  event: RunnerEvent = pullRequest(),
  ports: Partial<Outside> = {},
): Promise<World> {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) delete process.env[name]
  const cloud = await startCloud({ estate: demoEstate() })
  trust(cloud)
  const [said, failed, outputs, files]: [string[], string[], World['outputs'], World['files']] = [[], [], {}, new Map()]
  const exits: World['exits'] = []
  files.set('/event.json', JSON.stringify(event.payload))
  const inputs: Record<string, string> = {
    'client-id': cloud.estate.identity.clientId,
    'tenant-id': cloud.estate.tenantId,
    environment: 'custom',
    'resource-manager-url': cloud.urls.resourceManager,
    'authority-host': cloud.urls.authority,
    'github-token': cloud.github.token,
    workspaces: 'mlw-lab',
    ...given,
  }
  const say = (level: string) => (message: string, properties?: { title?: string }) =>
    void said.push([level, properties?.title, message].filter(Boolean).join(': '))
  return {
    cloud,
    said,
    failed,
    outputs,
    files,
    exits,
    ports: {
      input: (name) => inputs[name] ?? '',
      env: {
        GITHUB_WORKSPACE: '/work',
        GITHUB_EVENT_PATH: '/event.json',
        GITHUB_EVENT_NAME: event.name,
        GITHUB_REPOSITORY: 'contoso/ml-platform',
        GITHUB_REF: event.ref,
        GITHUB_SHA: 'f'.repeat(40),
        GITHUB_ACTOR: event.actor,
        GITHUB_STEP_SUMMARY: '/summary.md',
      },
      now: () => new Date(),
      log: {
        info: say('info'),
        notice: say('notice'),
        warning: say('warning'),
        error: say('error'),
        group: (_name, work) => work(),
      },
      getIDToken: async (audience) => {
        const headers = { authorization: `Bearer ${cloud.oidc.requestToken}` }
        const answer = await request(cloud, `${cloud.urls.oidc}&audience=${encodeURIComponent(audience)}`, {
          headers,
        } as never)
        return (answer.body as { value: string }).value
      },
      setOutput(name, value) {
        outputs[name] = value
      },
      setFailed: (message) => void failed.push(message),
      files: filesOf(files),
      stopwatch: { passed: () => 0, after: () => {} },
      life: { onSignal: () => {}, onCrash: () => {}, saveMemory: () => {}, exit: (code) => void exits.push(code) },
      azure: () => import('../src/azure/sdk.ts'),
      github: async () => {
        process.env.GITHUB_API_URL = cloud.urls.githubApi
        const { getOctokit } = await import('../src/github/sdk.ts')
        return { getOctokit: (token: string) => getOctokit(token, { baseUrl: cloud.urls.githubApi }) } as never
      },
      ...ports,
    },
  }
}

/** Files in memory, among which there are no links. */
export function filesOf(files: Map<string, string | Uint8Array>): Files {
  const bytes: Files['bytes'] = (path, mostBytes) => {
    const found = files.get(path)
    if (found === undefined) return { isAbsent: true }
    return found.length > mostBytes ? { bytes: found.length } : { contents: Buffer.from(found as string) }
  }
  const ofRunner = (path: string) => files.get(path)?.toString()
  return {
    read(path, mostBytes) {
      const found = bytes(path, mostBytes)
      return 'contents' in found ? { text: found.contents.toString() } : found
    },
    bytes,
    list: (folder) => listingOf(folder, files),
    real: (path) => path,
    exists: (path) => files.has(path),
    ofRunner,
    write: (path, pieces) => void files.set(path, [...pieces].join('')),
    append: (path, text) => void files.set(path, (ofRunner(path) ?? '') + text),
  }
}

function listingOf(folder: string, files: Map<string, string | Uint8Array>) {
  const entries = new Map<string, Entry>()
  for (const path of files.keys()) {
    if (!path.startsWith(`${folder}/`)) continue
    const [name = '', ...below] = path.slice(folder.length + 1).split('/')
    entries.set(name, { name, kind: below.length > 0 ? 'folder' : 'file' })
  }
  return entries.size > 0 ? { entries: [...entries.values()] } : { isAbsent: true as const }
}
