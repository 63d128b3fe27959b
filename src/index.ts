import { setFlagsFromString } from 'node:v8'
import * as core from '@actions/core'
import { filesIn } from './files.ts'
import { completeProxies } from './network/proxy.ts'
import { start } from './start.ts'

// A runner's memory is large, so V8 would let garbage pile up: scans of 10,000 workspaces take a quarter less this way.
// (--optimize-for-size saves little more, and takes more than twice the processor time.)
setFlagsFromString('--heap-growing-percent=35')
setFlagsFromString('--semi-space-growth-factor=1')

// a process that ends without having come to its end has not passed
process.exitCode = 1
// what Node has to say to programmers would stand in the log of everybody
process.removeAllListeners('warning').on('warning', (warning) => core.debug(String(warning)))
completeProxies(process.env)

void start({
  input: core.getInput,
  env: process.env,
  now: () => new Date(),
  log: core,
  getIDToken: core.getIDToken,
  setOutput: core.setOutput,
  setFailed: core.setFailed,
  files: filesIn([process.env.GITHUB_WORKSPACE || '.', process.env.RUNNER_TEMP]),
  stopwatch: { passed: () => performance.now(), after: (milliseconds, call) => void setTimeout(call, milliseconds) },
  life: {
    onSignal(told) {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told)
    },
    onCrash: (told) => process.on('uncaughtException', told),
    exit(code) {
      process.exitCode = code
      // what was written last may still be on its way
      process.stdout.write('', () => process.exit())
    },
  },
  azure: () => import('./azure/sdk.ts'),
  github: () => import('./github/sdk.ts'),
})
