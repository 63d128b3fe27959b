import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { remedies as merged, shellQuoted, stepsOf } from '../../src/report/view/command.ts'
import { ids } from './builder.ts'

/** Remedies of different resources. */
const remedies = (all: string[]) =>
  merged(
    all.map((remediation, index) => ({ resource: ids.storage(`st${index}`), remediation })),
    new Map(),
    9,
  )

describe('a remedy', () => {
  it('is a sentence', () => {
    expect(remedies(['Create the workspace again with `hbi_workspace: true`.'])).toBe(
      'Create the workspace again with `hbi_workspace: true`.',
    )
  })

  it('is a command, wrapped before its options', () => {
    expect(
      remedies(['az keyvault update --name kv-fraud --resource-group rg-fraud --enable-purge-protection true']),
    ).toBe(
      [
        '```sh',
        'az keyvault update --name kv-fraud \\',
        '  --resource-group rg-fraud \\',
        '  --enable-purge-protection true',
        '```',
      ].join('\n'),
    )
  })

  it('is both, in order', () => {
    expect(remedies(['First this, then\naz acr update --name a\nand that.'])).toBe(
      'First this, then\n\n```sh\naz acr update --name a\n```\n\nand that.',
    )
    expect(stepsOf('Do this first, then run: az acr update --name a').map(({ kind }) => kind)).toEqual([
      'instruction',
      'command',
    ])
    expect(stepsOf('First, then run: az acr update --name a (in the hub).').map(({ kind }) => kind)).toEqual([
      'instruction',
    ])
  })

  it('wraps what was wrapped before', () => {
    expect(remedies(['az acr update \\\n    --name a \\\n    --admin-enabled false\n\naz acr show --name a'])).toBe(
      '```sh\naz acr update --name a --admin-enabled false\naz acr show --name a\n```',
    )
  })

  it('is said once for all resources, with their commands together', () => {
    const remedy = (name: string) => `First this, then\naz acr update --name ${name}\nand that.`
    expect(remedies([remedy('a'), remedy('b'), remedy('b'), 'Something else.'])).toBe(
      'First this, then\n\n```sh\naz acr update --name a\naz acr update --name b\n```\n\nand that.\n\nSomething else.',
    )
  })

  it.each([
    'az rest --body \'{"a": "b --c"}\' --url https://example.com/a-very-long-address-that-needs-a-line --method put',
    'az a b --query "[?name==\'x --y\'].id" --output tsv --subscription 11111111-1111-4111-8111-111111111111',
    "az a b --name 'it'\\''s --quoted' --resource-group rg-with-a-long-name-that-needs-a-line-of-its-own",
    "az a b --name 'left open --resource-group rg-with-a-long-name-that-needs-a-line-of-its-own",
    'az a b # --all of this is a comment that is long enough to be wrapped, if it were wrapped',
  ])('still means the same to a shell: %s', (command) => {
    const block = remedies([command]).split('\n').slice(1, -1).join('\n')
    const words = (script: string) => {
      const az = `az() { printf '%s\\n' "$@"; }\n${script}`
      try {
        return execFileSync('sh', ['-c', az], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      } catch {
        return 'refused'
      }
    }
    expect(words(block)).toBe(words(command))
  })

  it('keeps a command with backticks in its block', () => {
    expect(remedies(['az a --name ```'])).toBe('````sh\naz a --name ```\n````')
  })
})

it('quotes for a shell', () => {
  expect(shellQuoted('/subscriptions/a-b/resourceGroups/rg.x_y')).toBe('/subscriptions/a-b/resourceGroups/rg.x_y')
  expect(shellQuoted("it's $(here)")).toBe("'it'\\''s $(here)'")
  expect(shellQuoted('')).toBe("''")
})

describe('one advice for several resources', () => {
  const of = (names: string[], remedy: (name: string) => string) =>
    names.map((name) => ({ resource: ids.workspace(name), remediation: remedy(name) }))

  it.each<[string, (name: string) => string, string]>([
    [
      'names all of them',
      (name) => `Make one in place of ${name}. Then delete ${name}.`,
      'Make one in place of a-1, b-2 and c-3. Then delete a-1, b-2 and c-3.',
    ],
    [
      'says in code what to put there',
      (name) => `Run \`az x --name ${name}\` for ${name}.`,
      'Run `az x --name <name>` for a-1, b-2 and c-3.',
    ],
    ['keeps what is the same for all', () => 'In rg-fraud, once.', 'In rg-fraud, once.'],
    ['finds a name at the end of a sentence', (name) => `Look at ${name}.`, 'Look at a-1, b-2 and c-3.'],
  ])('%s', (_what, remedy, expected) => {
    expect(merged(of(['a-1', 'b-2', 'c-3'], remedy), new Map(), 9)).toBe(expected)
  })

  it('is not made of a part of another name', () => {
    const all = of(['kv', 'st'], (name) => `Look at ${name}-other, ${name}.example and x/${name}.`)
    expect(merged(all, new Map(), 9).split('\n\n')).toHaveLength(2)
  })

  it('gives each command a line', () => {
    const all = of(
      ['a-1', 'b-2'],
      (name) => `az ml workspace update --name ${name} --resource-group rg-with-a-long-name --yes`,
    )
    expect(merged(all, new Map(), 9).split('\n')).toEqual([
      '```sh',
      'az ml workspace update --name a-1 --resource-group rg-with-a-long-name --yes',
      'az ml workspace update --name b-2 --resource-group rg-with-a-long-name --yes',
      '```',
    ])
  })

  it('counts commands and advice for which there is no room', () => {
    const names = Array.from({ length: 7 }, (_, index) => `n-${index}`)
    expect(
      merged(
        of(names, (name) => `az show --name ${name}`),
        new Map(),
        5,
      ),
    ).toContain('… and the same for 2 more.')
    const apart = names.map((name, index) => ({
      resource: ids.workspace(name),
      remediation: `Step ${'x'.repeat(index)}.`,
    }))
    expect(merged(apart, new Map(), 5)).toContain('… and more for 2 other resources.')
  })

  it('is given once for what two workspaces share', () => {
    const [one] = of(['a-1'], (name) => `az show --name ${name}`)
    expect(one && merged([one, { ...one, resource: one.resource.toUpperCase() }], new Map(), 9)).toBe(
      '```sh\naz show --name a-1\n```',
    )
  })

  it('leaves a single one as it is', () => {
    expect(
      merged(
        of(['a-1'], (name) => `See \`x ${name}\`.`),
        new Map([[ids.workspace('a-1').toLowerCase(), 'other']]),
        9,
      ),
    ).toBe('See `x a-1`.')
  })
})
