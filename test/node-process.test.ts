import { afterEach, expect, it } from 'vitest'
import { life } from '../src/node-process.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const
const before = signals.map((signal) => process.listeners(signal))

afterEach(() => {
  for (const [index, signal] of signals.entries())
    for (const listener of process.listeners(signal))
      if (!before[index]?.includes(listener)) process.removeListener(signal, listener)
})

it.each([
  ['SIGINT', 'SIGINT'],
  ['SIGTERM', 'SIGTERM'],
  ['SIGBREAK', 'SIGTERM'],
] as const)('%s means %s: on Windows the runner sends the third in place of the second', (sent, meant) => {
  const told: string[] = []
  const others = process.listeners(sent)
  process.removeAllListeners(sent)
  life.onSignal((signal) => told.push(signal))
  process.emit(sent, sent)
  for (const listener of others) process.on(sent, listener)
  expect(told).toEqual([meant])
})
