import { setFlagsFromString } from 'node:v8'
import * as core from '@actions/core'
import { filesIn } from './files.ts'
import { start } from './start.ts'

// A runner's memory is large, so V8 would let garbage pile up: scans of 10,000 workspaces take a quarter less this way.
// (--optimize-for-size saves little more, and takes more than twice the processor time.)
setFlagsFromString('--heap-growing-percent=35')
setFlagsFromString('--semi-space-growth-factor=1')

void start({
  input: core.getInput,
  env: process.env,
  now: () => new Date(),
  log: core,
  getIDToken: core.getIDToken,
  setOutput: core.setOutput,
  setFailed: core.setFailed,
  files: filesIn([process.env.GITHUB_WORKSPACE, process.env.RUNNER_TEMP]),
  azure: () => import('./azure/sdk.ts'),
  github: () => import('./github/sdk.ts'),
})
