#!/usr/bin/env node
import { help } from './command-line/help.ts'

/** Of Node.js; package.json says the same. */
const LEAST = 22

// a process that ends without having come to its end has no result
process.exitCode = 2
void begin(process.argv.slice(2))

/** Whatever is not needed to answer is not loaded. */
async function begin(words: string[]): Promise<void> {
  const { node } = process.versions
  const isAsked = (...flags: string[]) => flags.some((flag) => words.includes(flag))
  if (Number.parseInt(node, 10) < LEAST) refuse(node)
  else if (isAsked('--help', '-h')) answer(help())
  else if (isAsked('--version', '-V')) answer((await import('./version.ts')).version)
  else await (await import('./command-line/main.ts')).main(words)
}

function refuse(node: string): void {
  process.stderr.write(`azureml-encryption-check needs Node.js ${LEAST} or newer, and this is ${node}.\n`)
}

function answer(text: string): void {
  process.exitCode = 0
  process.stdout.write(`${text}\n`)
}
