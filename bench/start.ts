import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, median } from './figure.ts'

const rounds = 15
const bundle = join(import.meta.dirname, '../dist/index.js')
const commandLine = join(import.meta.dirname, '../dist/cli.js')
const someId = '00000000-0000-4000-8000-000000000000'

/** How long the action takes to start, over Node's own start: whatever the machine, the ratio says the same. */
export async function startFigures(): Promise<Figure[]> {
  const wire = await firstRequest()
  const measures = {
    floor: () => untilExit(['-e', '0'], {}),
    refusal: () => untilExit([bundle], { 'INPUT_TENANT-ID': 'nonsense' }),
    request: () => wire.until(),
    help: () => untilExit([commandLine, '--help'], {}),
  }
  const times = await interleaved(measures)
  wire.close()
  const over = (name: keyof typeof measures) => median(times[name]) / median(times.floor)
  return [
    { name: 'start until a bad input is refused, over node -e 0', measured: over('refusal'), bound: 1.5, unit: '×' },
    { name: 'start until the first request, over node -e 0', measured: over('request'), bound: 2.0, unit: '×' },
    { name: 'the command line until --help, over node -e 0', measured: over('help'), bound: 1.6, unit: '×' },
  ]
}

/** One after the other in each round, so that a slow moment of the machine meets all of them. */
async function interleaved<Name extends string>(measures: Record<Name, () => Promise<number>>) {
  const names = Object.keys(measures) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const time = await measures[name]()
      // the first round only warms the caches of the file system
      if (round >= 0) times[name].push(time)
    }
  }
  return times
}

function start(args: string[], env: Record<string, string>) {
  return spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env }, cwd: tmpdir(), stdio: 'ignore' })
}

function untilExit(args: string[], env: Record<string, string>): Promise<number> {
  const began = performance.now()
  const child = start(args, env)
  return new Promise((done, fail) => child.on('error', fail).on('exit', () => done(performance.now() - began)))
}

/** Stands where the action looks for GitHub's OIDC service, which is what it asks first. */
async function firstRequest() {
  let arrived = () => {}
  const server = createServer(() => arrived())
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const env = {
    'INPUT_CLIENT-ID': someId,
    'INPUT_TENANT-ID': someId,
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/idtoken?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
  }
  const until = async () => {
    const began = performance.now()
    const child = start([bundle], env)
    await new Promise<void>((done, fail) => {
      arrived = done
      child.on('exit', () => fail(new Error('dist/index.js ended before its first request')))
    })
    const time = performance.now() - began
    await new Promise((gone) => child.removeAllListeners('exit').on('exit', gone).kill())
    return time
  }
  return { until, close: () => server.close() }
}
