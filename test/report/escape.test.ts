import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { az, instruction } from '../../src/checklist/remedy.ts'
import type { Finding, PlanReport } from '../../src/model.ts'
import { renderComment } from '../../src/report/markdown/markdown.ts'
import { bold, code, fence, link, text } from '../../src/report/view/escape.ts'
import { words } from '../../src/said.ts'
import { context, examples, finding, ids, missingVault, plan, planned, report, waiver, workspace } from './builder.ts'

describe('text', () => {
  it.each([
    [
      'a plain sentence: with (some) punctuation, 100 % of it!',
      'a plain sentence: with (some) punctuation, 100 % of it!',
    ],
    ['snake_case and *stars* and ~waves~', 'snake\\_case and \\*stars\\* and \\~waves\\~'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['<!-- azureml-encryption-check:report:default -->', '&lt;!-- `azureml-encryption-check:report:default` --&gt;'],
    ['a | b & c', 'a &#124; b &amp; c'],
    ['[click](x) ![see](y)', '\\[click\\](x) !\\[see\\](y)'],
    ['back\\slash', 'back\\\\slash'],
    ['two\nlines\r\n\r\n# three', 'two lines `#` three'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['2026-11-23 is a date', '2026-11-23 is a date'],
    ['=== rule', '\\=== rule'],
    ['right\u202eleft', 'right left'],
    ['a `word` of code, and `another`.', 'a `word` of code, and `another`.'],
    ['one ` alone', 'one \\` alone'],
    ['``', ''],
    ['GH-``12', 'GH- 12'],
    ['` ` ---', '\\---'],
    ['`#``12`', '`#` `12`'],
    ['', ''],
  ])('%j', (given, shown) => {
    expect(text(given)).toBe(shown)
  })

  it.each([
    ['ping @octocat now', 'ping `@octocat` now'],
    ['(@org/team).', '(`@org/team`).'],
    ['fixes #12', 'fixes `#12`'],
    ['GH-12 or gh-7', '`GH-12` or `gh-7`'],
    ['owner/repo#1', '`owner/repo#1`'],
    ['at 8c1f02a9d4', 'at `8c1f02a9d4`'],
    ['"11111111-1111-4111-8111-111111111111"', '"`11111111-1111-4111-8111-111111111111`"'],
    ['see https://evil.example/x, please', 'see `https://evil.example/x`, please'],
    ['www.evil.example', '`www.evil.example`'],
    ['somebody@example.com', '`somebody@example.com`'],
    [':rocket:', '`:rocket`:'],
    ['$x$', '`$x$`'],
    ['://', '`://`'],
  ])('turns what GitHub would link into code: %j', (given, shown) => {
    expect(text(given)).toBe(shown)
  })

  it('is cut off', () => {
    expect(text('word '.repeat(100), 20)).toBe('word word word word …')
  })
})

describe('code', () => {
  it.each([
    ['kv-fraud', '`kv-fraud`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a``b`c', '```a``b`c```'],
    ['a|b', '`a`&#124;`b`'],
    ['a\\|b', '`a\\`&#124;`b`'],
    ['|', '&#124;'],
    ['@octocat #12', '`@octocat #12`'],
    ['two\nlines', '`two lines`'],
  ])('%j', (given, shown) => {
    expect(code(given)).toBe(shown)
  })
})

describe('link', () => {
  it('keeps its address inside the brackets', () => {
    expect(link('a', 'https://x.example/(b) "c"|d<e>&f;g\u202e\\')).toBe(
      '[a](https://x.example/%28b%29%20%22c%22%7Cd%3Ce%3E&amp;f%3Bg%E2%80%AE%5C)',
    )
    expect(link('a', 'https://x.example/\ud800')).toBe('[a](https://x.example/%EF%BF%BD)')
  })

  it('opens nothing but web pages', () => {
    expect(link('a', 'javascript:alert(1)')).toBe('a')
    expect(link('a', '')).toBe('a')
  })
})

it('bold is text', () => {
  expect(bold('a*b')).toBe('**a\\*b**')
})

describe('fence', () => {
  it('is longer than any in the content, and leaves the rest as it is', () => {
    expect(fence('az x --name "a|b" <c>', 'sh')).toBe('```sh\naz x --name "a|b" <c>\n```')
    expect(fence('a\n````\nb', '')).toBe('`````\na\n````\nb\n`````')
  })

  it('shows that there is something that cannot be seen', () => {
    expect(fence('rm \u202e-rf\u0000\nx', 'sh')).toBe('```sh\nrm \ufffd-rf\ufffd\nx\n```')
  })
})

/** Pieces that mean something to Markdown, to GitHub or to a shell. */
const pieces = [
  ...[
    '@octocat',
    '@org/team',
    '#12',
    'GH-12',
    'owner/repo#1',
    'deadbeefcafe',
    'https://evil.example',
    'www.evil.example',
  ],
  ...[
    'a@b.example',
    '[x](http://e)',
    '![i](http://e)',
    '<img src=x>',
    '-->',
    '|',
    '\\|',
    '\\',
    '\n',
    '\r\n\r\n',
    '```',
    '`',
    '``',
  ],
  ...[
    '<!-- azureml-encryption-check:report:default -->',
    '</details>',
    '<details>',
    '\u202e',
    '\u2066',
    '\ud800',
    '&#64;o',
    '$x$',
  ],
  ...[
    '**',
    '__',
    '~~',
    '[^1]',
    '- ',
    '1. ',
    '===',
    '---',
    '> ',
    '# ',
    ':rocket:',
    ' ',
    '\t',
    'é',
    '日本',
    '😀',
    "'",
    '"',
    '$(id)',
    'name',
    'az ',
  ],
]

const hostile = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

function hostileComment(name: string, said: string, fix: string, isPlanned: boolean): string {
  const steps = [instruction`See ${words(fix)} and ${{ id: `/${name}`, name }}.`, az`x --name ${{ name }} ${fix}`]
  const findings = [
    examples.purge(name, { message: said, evidence: [{ path: name, value: said, resource: said }], steps }),
    finding('storage/secure-transfer', name, { severity: 'high', message: name, steps }),
    finding(name || 'a/b', said, { message: said, creationOnly: true, steps }),
    finding('key-vault/soft-delete', said, { status: 'unknown', severity: 'high', message: said }),
    finding('storage/shared-key', name, { status: 'waived', waiver: waiver(name, said, fix) }),
  ]
  const workspaces = ['1', '2'].map((suffix) =>
    workspace(name + suffix, findings, { id: ids.workspace(name + suffix) }),
  )
  const missing = [
    missingVault({ resource: name, action: null, message: said }),
    missingVault({ resource: ids.vault(said), action: fix, scope: name, usedBy: [said] }),
  ]
  return renderComment(
    report({
      conclusion: 'fail',
      workspaces,
      missing,
      percent: 90,
      plan: isPlanned ? hostilePlan(findings, name, said) : null,
    }),
    context({ notes: [said], assignee: name }),
  )
}

function hostilePlan(findings: Finding[], name: string, said: string): PlanReport {
  const source = { file: said, line: 1 }
  const now = { severity: 'low' as const, evidence: [{ path: name, value: name, resource: said }] }
  const all = (['introduces', 'fixes', 'gone', 'leaves', 'undecided'] as const).flatMap((change) =>
    findings.map((one, at) =>
      planned(change, { ...one, resource: `${at}${one.resource}` }, { source, now, workspace: name || null }),
    ),
  )
  const [file] = plan([]).files
  return plan(all, {
    conclusion: 'fail',
    files: file ? [{ ...file, path: name, tool: said, stale: true }] : [],
    notLookedInto: [{ address: name, reason: said }],
  })
}

/** What is left when blocks and spans of code and the addresses of links are taken away. */
function prose(markdown: string): string {
  return markdown
    .replace(/^(`{3,})sh\n[\s\S]*?\n\1$/gm, '')
    .replace(/&(?:#124|amp|lt|gt);/g, 'character')
    .split('\n')
    .map((line) => withoutSpans(line).replace(/\]\((?:[^()\s]*)\)/g, ']()'))
    .join('\n')
}

function withoutSpans(line: string): string {
  let left = ''
  for (let index = 0; index < line.length; ) {
    const run = /^`+/.exec(line.slice(index))?.[0] ?? ''
    const rest = line.slice(index + run.length)
    const end = run === '' ? -1 : rest.search(new RegExp(`(?<!\`)${run}(?!\`)`))
    const step = line[index] === '\\' ? 2 : Math.max(1, run.length)
    left += end === -1 ? line.slice(index, index + step) : 'code'
    index += end === -1 ? step : run.length * 2 + end
  }
  return left
}

describe('whatever names, values and messages are', () => {
  const property = (holds: (comment: string) => void) =>
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.boolean(), (...parts) => holds(hostileComment(...parts))),
      { numRuns: 150 },
    )

  it('the marker is the first line and stands nowhere else', () => {
    property((comment) => {
      expect(comment.startsWith('<!-- azureml-encryption-check:report:default -->\n## ❌ ')).toBe(true)
      expect(prose(comment).match(/<!--/g)).toHaveLength(1)
    })
  })

  it('nobody is mentioned and nothing is linked', () => {
    property((comment) => {
      expect(prose(comment)).not.toMatch(/@|#\d|\bgh-\d|:\/\/|www\.|\$|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i)
    })
  })

  it('there is no HTML but ours, and it is closed', () => {
    property((comment) => {
      const [, ...lines] = prose(comment).split('\n')
      const tags = lines.join('\n').match(/<[^>]*>/g) ?? []
      expect(tags.filter((tag) => !/^<\/?(details|summary|b|sub|br)>$/.test(tag))).toEqual([])
      expect(tags.filter((tag) => tag === '<details>').length).toBe(tags.filter((tag) => tag === '</details>').length)
    })
  })

  it('every row of a table has the cells of its head', () => {
    property((comment) => {
      for (const table of prose(comment).match(/(?:^\|.*\n?)+/gm) ?? []) {
        expect(
          new Set(
            table
              .trim()
              .split('\n')
              .map((row) => row.split('|').length),
          ).size,
        ).toBe(1)
      }
    })
  })

  it('no line begins a heading or a list but ours', () => {
    property((comment) => {
      const starts = prose(comment)
        .split('\n')
        .map((line) => /^\s*(#+|[-+*]|\d+[.)]|[=~>]+)(?=\s|$)/.exec(line)?.[1])
      expect(starts.filter((start) => start && !['##', '###', '####', '-'].includes(start))).toEqual([])
    })
  })

  it('there are no characters that cannot be seen', () => {
    property((comment) => {
      expect(comment.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
    })
  })
})
