import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { completeProxies } from './network/proxy.ts'
import type { ExitCode, Life } from './ports.ts'
import type { Stopwatch } from './time.ts'

/** @param debug is told what Node has to say to programmers */
export function prepareProcess(debug: (message: string) => void): void {
  process.removeAllListeners('warning').on('warning', (warning) => debug(String(warning)))
  completeProxies(process.env)
}

export const stopwatch: Stopwatch = {
  // performance.now() would load all of perf_hooks first
  passed: () => process.uptime() * 1000,
  after: (milliseconds, call) => void setTimeout(call, milliseconds),
}

/** Both halves together. With less, what is about to die is moved again and again; with more, little becomes faster. */
const YOUNG = 8_000_000

/** Lets V8's room for young objects grow no further than it has to, once it has. */
function keepYoung(): void {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  if ((young?.space_size ?? YOUNG) < YOUNG) setTimeout(keepYoung, 50).unref()
  else setFlagsFromString('--semi-space-growth-factor=1')
}

export const life: Life = {
  onSignal(told) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told)
    // what a runner on Windows sends in place of SIGTERM; other systems do not have it
    process.on('SIGBREAK', () => told('SIGTERM'))
  },
  onCrash: (told) => process.on('uncaughtException', told),
  // The memory of a runner is large, so V8 would let garbage pile up: scans of 10,000 workspaces take a quarter less this
  // way. Each 5 less save 10 to 50 MB more there, and take a tenth more processor time. (--optimize-for-size takes more
  // than twice as much.)
  saveMemory() {
    setFlagsFromString('--heap-growing-percent=25')
    keepYoung()
  },
  exit(code: ExitCode) {
    process.exitCode = code
    // what was written last may still be on its way
    process.stdout.write('', () => process.exit())
  },
}
