import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { remedies, shellQuoted, stepsOf } from '../../src/report/command.ts'

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
