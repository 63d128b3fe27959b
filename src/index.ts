import { debug, error, getIDToken, getInput, group, info, notice, setFailed, setOutput, warning } from '@actions/core'
import { filesIn } from './files/files.ts'
import { life, prepareProcess, stopwatch } from './node-process.ts'
import { start } from './start.ts'

// a process that ends without having come to its end has not passed
process.exitCode = 1
prepareProcess(debug)

void start({
  input: getInput,
  env: process.env,
  now: () => new Date(),
  log: { info, notice, warning, error, group },
  getIDToken,
  setOutput,
  setFailed,
  files: filesIn([process.env.GITHUB_WORKSPACE || '.', process.env.RUNNER_TEMP]),
  stopwatch,
  life,
  azure: () => import('./azure/sdk.ts'),
  github: () => import('./github/sdk.ts'),
})
