import { describe, expect, it } from 'vitest'
import { az, instruction, named } from '../../src/checklist/remedy.ts'
import { ids, scope } from './builder.ts'

const vault = { id: ids.vault, name: 'kv-fraud' }

describe('an instruction', () => {
  it('keeps names apart from its words', () => {
    expect(instruction`Make one in place of ${vault}, ${'at'} once. ${'Not '}later.`).toEqual({
      instruction: ['Make one in place of ', { name: 'kv-fraud', id: ids.vault }, ', at once. Not later.'],
    })
  })

  it('is the same, however its words were put together', () => {
    expect(instruction`${'One'}${''} step.`).toEqual(instruction`One step.`)
  })
})

describe('a command', () => {
  it('has each word and each value as an argument', () => {
    expect(az`show
      --name ${'a b'} --empty ${''} ${['--list', 'x', 'y']} --yes`).toEqual({
      command: ['az', 'show', '--name', 'a b', '--empty', '', '--list', 'x', 'y', '--yes'],
    })
  })

  it('finds a resource whatever the default subscription is', () => {
    expect(named(ids.vault)).toEqual([
      '--name',
      { name: 'kv-fraud' },
      '--resource-group',
      { name: 'rg-Fraud' },
      '--subscription',
      { name: scope.subscriptionId },
    ])
    expect(named(ids.hsm, '--hsm-name').slice(0, 2)).toEqual(['--hsm-name', { name: 'hsm1' }])
    expect(named('kv')).toEqual(['--name', { name: 'kv' }])
  })
})

it.each<[string, string, object]>([
  ['its own', ids.vault, { id: ids.vault }],
  ['its own, in another casing', ids.vault.toUpperCase(), { id: ids.vault.toUpperCase() }],
  ['none, where the id is that of what names it', ids.workspace, {}],
  ['none', '', {}],
])('what has a name in an instruction has an id with it: %s', (_what, id, expected) => {
  expect(instruction`${{ id, name: 'kv-fraud' }}`).toEqual({ instruction: [{ name: 'kv-fraud', ...expected }] })
})
