import { parse, resolve } from 'node:path'
import { filesIn } from '../files/files.ts'
import { oneOf } from '../inputs/values.ts'
import { type Environment, exceptOwnHosts } from '../network/proxy.ts'
import { life, prepareProcess, stopwatch } from '../node-process.ts'
import type { Log, Terminal } from '../ports.ts'
import { start } from '../start.ts'
import { inert, messageOf, quoted } from '../text.ts'
import { readArguments } from './arguments.ts'
import { flags } from './flags.ts'
import { hasColours, type Status, statusOn } from './screen.ts'

/** Runs what somebody typed: what comes out goes to the standard output, and everything else to the standard error. */
export async function main(words: string[]): Promise<void> {
  const { stdout, stderr, env } = process
  prepareProcess(() => {})
  exceptOwnHosts(env)
  endAtOnce()
  const { input, problems } = readArguments(words, env)
  const status = statusOn(stderr, env)
  let isShown = false
  const log = logOn(status, () => isShown, env)
  const terminal: Terminal = {
    format: formatOf(input('format'), problems),
    problems,
    width: stdout.isTTY ? stdout.columns : 80,
    hasColours: hasColours(stdout, env),
    print(pieces) {
      isShown = true
      for (const piece of pieces) stdout.write(piece)
    },
  }
  await start({
    input,
    // what surrounds this command may be a job of GitHub Actions, which is none of its business
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !/^(GITHUB|RUNNER|ACTIONS|INPUT)_/.test(name))),
    now: () => new Date(),
    log,
    getIDToken: () => Promise.reject(new Error('GitHub is not asked for a token.')),
    setOutput: () => {},
    setFailed: (message) => isShown || log.error(message),
    files: filesIn(rootsOf(flags.flatMap(({ name }) => (name.endsWith('-file') ? input(name) : [])))),
    stopwatch,
    life,
    terminal,
    watch: status.watch,
    azure: () => import('../azure/sdk.ts'),
    github: () => Promise.reject(new Error('GitHub is not asked.')),
  })
}

/** Who asks twice to end it does not want to wait for what is known; and who closes the pipe has read enough. */
function endAtOnce(): void {
  let asked = 0
  process.on('SIGINT', () => {
    asked += 1
    if (asked > 1) process.exit(130)
  })
  process.stdout.on('error', () => {})
}

function formatOf(text: string, problems: string[]): Terminal['format'] {
  try {
    return text === '' ? 'text' : oneOf('text', 'markdown', 'json')(text)
  } catch (error) {
    problems.push(`--format is ${quoted(text)}: ${messageOf(error)}${messageOf(error).endsWith('?') ? '' : '.'}`)
    return 'text'
  }
}

/** Names come from who typed them, so files may be anywhere. */
function rootsOf(paths: string[]): string[] {
  return [...new Set(['.', ...paths].map((path) => parse(resolve(path)).root))]
}

/** @param isOver the outcome has been told, and says it all */
function logOn(status: Status, isOver: () => boolean, env: Environment): Log {
  const say = (level: string, colour: string) => (message: string, properties?: { title?: string }) => {
    const title = properties?.title ? `${properties.title}: ` : ''
    const isColoured = colour !== '' && hasColours(process.stderr, env)
    status.say((isColoured ? `\u001b[${colour}m${level}\u001b[0m` : level) + inert(title + message))
  }
  return {
    info: (message) => void (isOver() || status.watch || status.say(message)),
    notice: say('', ''),
    warning: say('warning: ', '33'),
    error: say('error: ', '31'),
    group: (name, work) => status.during(name, work),
  }
}
