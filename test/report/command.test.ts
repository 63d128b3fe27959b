import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/model.ts'
import { commandLine, commandLines } from '../../src/report/view/command.ts'

const kv = { name: 'kv-fraud' }

describe('a command', () => {
  it('is one line', () => {
    expect(commandLine(['az', 'keyvault', 'show', '--name', kv, '--query', '[].id'])).toBe(
      "az keyvault show --name kv-fraud --query '[].id'",
    )
  })

  it('is broken before its options', () => {
    const command = [
      'az',
      'keyvault',
      'update',
      '--name',
      kv,
      '--resource-group',
      'rg-fraud',
      '--enable-purge-protection',
      'true',
    ]
    expect(commandLines(command)).toBe(
      [
        'az keyvault update --name kv-fraud \\',
        '  --resource-group rg-fraud \\',
        '  --enable-purge-protection true',
      ].join('\n'),
    )
  })

  it.each<[string, Part[]]>([
    ['JSON', ['--body', '{"a": "b --c"}', '--url', 'https://example.com/a-very-long-address-that-needs-a-line']],
    ['a query', ['--query', "[?name=='x --y'].id", '--output', 'tsv', '--subscription', 's'.repeat(36)]],
    ['a quotation mark', ['--name', "it's --quoted", '--resource-group', 'rg-with-a-long-name-that-needs-a-line']],
    ['a backslash', ['--name', 'a\\ b', '--resource-group', 'rg-with-a-long-name-that-needs-a-line-of-its-own']],
    ['what begins a comment', ['#', '--all', '--resource-group', 'rg-with-a-long-name-that-needs-a-line-of-its-own']],
    ['nothing', ['--version', '', '--resource-group', 'rg-with-a-long-name-that-needs-a-line-of-its-own']],
  ])('is the same to a shell in one line and in several: %s', (_what, words) => {
    const wordsIn = (script: string) =>
      execFileSync('sh', ['-c', `az() { printf '%s\\n' "$@"; }\n${script}`], { encoding: 'utf8' })
    const expected = words.map((word) => `${word}\n`).join('')
    expect(wordsIn(commandLine(['az', ...words]))).toBe(expected)
    expect(wordsIn(commandLines(['az', ...words]))).toBe(expected)
  })

  it('does not look like two, whatever a name holds', () => {
    expect(commandLine(['az', 'show', '--name', { name: 'a\n  rm' }])).toBe("az show --name 'a rm'")
  })
})
