import { describe, expect, it } from 'vitest'
import { az, instruction } from '../../src/checklist/remedy.ts'
import type { Step } from '../../src/model.ts'
import { stepsOf } from '../../src/report/markdown/steps.ts'
import { stepsText } from '../../src/report/view/steps.ts'
import { words } from '../../src/said.ts'
import { ids } from './builder.ts'

const of = (names: string[], steps: (workspace: { id: string; name: string }) => Step[]) =>
  names.map((name) => ({ resource: ids.workspace(name), steps: steps({ id: ids.workspace(name), name }) }))
const shown = (all: Parameters<typeof stepsOf>[0], most = 9) => stepsOf(all, new Map(), most)

describe('a fix', () => {
  it('is a sentence', () => {
    const steps = [instruction`Create the workspace again with \`hbi_workspace: true\`.`]
    expect(shown(of(['a'], () => steps))).toBe('Create the workspace again with `hbi_workspace: true`.')
    expect(stepsText(steps)).toBe('Create the workspace again with `hbi_workspace: true`.')
  })

  it('is both, in order', () => {
    const steps = [instruction`First this, then`, az`acr update --name ${'a b'}`, instruction`and that.`]
    expect(shown(of(['a'], () => steps))).toBe(
      "First this, then\n\n```sh\naz acr update --name 'a b'\n```\n\nand that.",
    )
    expect(stepsText(steps)).toBe("First this, then\naz acr update --name 'a b'\nand that.")
  })

  it('is nothing', () => {
    expect(shown(of(['a'], () => []))).toBe('')
    expect(stepsText([])).toBe(null)
  })

  it('has commands that follow each other in one block', () => {
    expect(shown(of(['a'], () => [az`acr update --name a`, az`acr show --name a`]))).toBe(
      '```sh\naz acr update --name a\naz acr show --name a\n```',
    )
  })

  it('keeps a command with backticks in its block', () => {
    expect(shown(of(['a'], () => [az`a --name ${'```'}`]))).toBe("````sh\naz a --name '```'\n````")
  })
})

describe('one advice for several resources', () => {
  const three = ['a-1', 'b-2', 'c-3']

  it.each<[string, (workspace: { id: string; name: string }) => Step[], string]>([
    [
      'names all of them',
      (workspace) => [instruction`Make one in place of ${workspace}. Then delete ${workspace}.`],
      'Make one in place of a-1, b-2 and c-3. Then delete a-1, b-2 and c-3.',
    ],
    [
      'says in code what to put there',
      (workspace) => [instruction`Run \`az x --name ${workspace}\` for ${workspace}.`],
      'Run `az x --name <name>` for a-1, b-2 and c-3.',
    ],
    ['keeps what is the same for all', () => [instruction`In rg-fraud, once.`], 'In rg-fraud, once.'],
    [
      'names once what they have in common',
      (workspace) => [instruction`Move ${workspace} to ${{ id: ids.vault('kv'), name: 'kv' }}.`],
      'Move a-1, b-2 and c-3 to kv.',
    ],
  ])('%s', (_what, steps, expected) => {
    expect(shown(of(three, steps))).toBe(expected)
  })

  it('is not that of other words', () => {
    const [one, other] = of(['a', 'b'], (workspace) => [instruction`${workspace} is ${words(workspace.name)}.`])
    expect(shown([one, other].flatMap((each) => each ?? [])).split('\n\n')).toEqual(['a is a.', 'b is b.'])
  })

  it('gives each command a line', () => {
    const all = of(['a-1', 'b-2', 'b-2'], ({ name }) => [
      instruction`First this, then`,
      az`ml workspace update --name ${name} --resource-group rg-with-a-long-name --yes`,
      instruction`and that.`,
    ])
    expect(shown(all).split('\n')).toEqual([
      'First this, then',
      '',
      '```sh',
      'az ml workspace update --name a-1 --resource-group rg-with-a-long-name --yes',
      'az ml workspace update --name b-2 --resource-group rg-with-a-long-name --yes',
      '```',
      '',
      'and that.',
    ])
  })

  it('counts commands and advice for which there is no room', () => {
    const names = Array.from({ length: 7 }, (_, index) => `n-${index}`)
    expect(
      shown(
        of(names, ({ name }) => [az`show --name ${name}`]),
        5,
      ),
    ).toContain('… and the same for 2 more.')
    expect(
      shown(
        of(names, ({ name }) => [instruction`Step ${words(name)}.`]),
        5,
      ),
    ).toContain('… and more for 2 other resources.')
  })

  it('is given once for what two workspaces share', () => {
    const [one] = of(['a-1'], ({ name }) => [az`show --name ${name}`])
    expect(one && shown([one, { ...one, resource: one.resource.toUpperCase() }])).toBe('```sh\naz show --name a-1\n```')
  })

  it('names each as the report does, and a single one as it is called', () => {
    const labels = new Map([[ids.workspace('a-1').toLowerCase(), 'a-1 in rg']])
    const all = of(['a-1', 'b-2'], (workspace) => [instruction`See ${workspace}.`])
    expect(stepsOf(all, labels, 9)).toBe('See a-1 in rg and b-2.')
    expect(stepsOf(all.slice(0, 1), labels, 9)).toBe('See a-1.')
  })
})
