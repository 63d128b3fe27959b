import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineIn, type Node, nodeAt, nodesIn } from '../../../src/plan/locate/nodes.ts'
import type { Language } from '../../../src/plan/locate/tokens.ts'

/** `resource a b:1`, and what is inside of it below. */
function drawn(nodes: Node[], depth = 0): string[] {
  return nodes.flatMap(({ name, labels, line, inside }) => [
    `${'  '.repeat(depth)}${[name, ...labels].join(' ')}:${line}`,
    ...drawn(inside, depth + 1),
  ])
}

const told = (source: string, language: Language = 'terraform') => drawn(nodesIn(source, language))

describe('Terraform', () => {
  it.each<[string, string, string[]]>([
    ['a block', 'resource "a" "b" {\n  c = 1\n}\n', ['resource a b:1', '  c:2']],
    ['on one line', 'resource "a" "b" { c = 1 }', ['resource a b:1', '  c:1']],
    ['names without quotation marks', 'resource a b {\n}', ['resource a b:1']],
    ['lines of Windows', '\r\nresource "a" "b" {\r\n  c = 1\r\n}', ['resource a b:2', '  c:3']],
    ['blocks in blocks', 'a {\n  b {\n    c = 1\n  }\n  d = 2\n}', ['a:1', '  b:2', '    c:3', '  d:5']],
    ['comments', '# a { b = 1\n// a {\n/* a {\n */ c = 1 /* } */\n', ['c:4']],
    ['a comment without an end', 'a = 1\n/* b = 2', ['a:1']],
    ['a text', 'a = "b = 1 {"\nc = "\\"}{"\nd = 1', ['a:1', 'c:2', 'd:3']],
    ['a text without an end', 'a = "b\nc = 1', ['a:1', 'c:2']],
    ['a text with code in it', 'a = "${b["}"]} {"\nc = "${ {d = "}"} }"\ne = 1', ['a:1', 'c:2', 'e:3']],
    ['a text with code of several lines', 'a = "${b(\n"x"\n)}"\nc = 1', ['a:1', 'c:4']],
    ['a text with something like code', 'a = "$${b"\nc = "%%{d"\ne = "$$f"', ['a:1', 'c:2', 'e:3']],
    ['a directive in a text', 'a = "%{ if b }{%{ endif }"\nc = 1', ['a:1', 'c:2']],
    ['a document', 'a = <<EOT\nb = 1\n}\nEOT\nc = 2', ['a:1', 'c:5']],
    ['one that is indented', 'a = <<-EOT\n  b {\n  EOTX\n  EOT\nc = 2', ['a:1', 'c:5']],
    ['one in a list', 'a = [<<EOT\n]\nEOT\n, 1]\nb = 2', ['a:1', 'b:5']],
    ['one without an end', 'a = <<EOT\nb = 1', ['a:1']],
    ['less than', 'a = b << c\nd = 1', ['a:1', 'd:2']],
    ['objects', 'a = {\n  b = { c = 1, d = 2 }\n  e : 3\n}', ['a:1', '  b:2', '    c:2', '    d:2', '  e:3']],
    [
      'objects in a call',
      'a = jsonencode({\n  "b" = merge({ c = 1 }, d)\n})\ne = 1',
      ['a:1', '  b:2', '    c:2', 'e:4'],
    ],
    ['objects in a list', 'a = [\n  { b = 1 },\n  { b = 2 },\n]', ['a:1', '  b:2', '  b:3']],
    ['a condition', 'a = b == c ? d : e\nf = 1', ['a:1', 'f:2']],
    ['a call of several lines', 'a = f(\n  b,\n  c\n)\nd = 1', ['a:1', 'd:5']],
    [
      'a block that is made for each',
      'dynamic "a" {\n  for_each = b\n  content {\n    c = 1\n  }\n}',
      ['a:1', '  for_each:2', '  c:4'],
    ],
    ['a block of that name', 'content {\n  a = 1\n}', ['content:1', '  a:2']],
    ['braces that nobody opened', '}}\na = 1\n}', ['a:2']],
    ['brackets that nobody opened', ')]\na = 1', ['a:2']],
    ['a mark of UTF-8', '\ufeffa = 1', ['a:1']],
  ])('%s', (_, source, expected) => {
    expect(told(source)).toEqual(expected)
  })
})

it.each<[string, string, string[]]>([
  ['nested', '{"a":\n {"b": {"c":\n 1}}}', ['a:1', '  b:2', '    c:2']],
  ['blocks in a list', '{\n"a": [{"b": 1},\n{"b": [2, 3]}]}', ['a:2', '  b:2', '  b:3']],
  ['texts', '{"a": "\\"{",\n"b": "${c(\\"}\\")}", "d": 1}', ['a:1', 'b:2', 'd:2']],
  ['comments are none', '{"//": "a", "#": "b", "/*": 1}', ['//:1', '#:1', '/*:1']],
])('JSON of Terraform: %s', (_, source, expected) => {
  expect(told(source, 'json')).toEqual(expected)
})

it.each<[string, string, string[]]>([
  ['a resource', "resource a 'T@v' = {\n  b: {\n    c: 1\n  }\n}", ['resource a T@v:1', '  b:2', '    c:3']],
  ['one that exists', "resource a 'T@v' existing = {\n}", ['resource a T@v existing:1']],
  ['on a condition', "resource a 'T@v' = if (b ? c : d) {\n  e: 1\n}", ['resource a T@v:1', '  e:2']],
  ['for each', "resource a 'T@v' = [for b in c: {\n  d: b\n}]", ['resource a T@v:1', '  d:2']],
  [
    'inside of another',
    "resource a 'T@v' = {\n  resource b 'U' = {\n    c: 1\n  }\n}",
    ['resource a T@v:1', '  resource b U:2', '    c:3'],
  ],
  ['comments', '// a: {\n/* b: {\n*/\n#disable-next-line x\nvar c = 1', ['var c:5']],
  [
    'texts',
    "var a = 'b\\'{'\nvar c = '${d('}')}'\nvar e = '''\nvar f = '\n'''\nvar g = '$${h}'",
    ['var a:1', 'var c:2', 'var e:3', 'var g:6'],
  ],
  ['decorators', "@description('a: {')\n@allowed([\n  'b'\n])\nparam c string = 'd'", ['param c string:5']],
  ['quoted names', "var a = {\n  'b-c': 1\n}", ['var a:1', '  b-c:2']],
])('Bicep: %s', (_, source, expected) => {
  expect(told(source, 'bicep')).toEqual(expected)
})

describe('a value', () => {
  it.each([
    ['a = "./b"', './b'],
    ['a = "./b" # why', './b'],
    ['a = b', null],
    ['a = b ? "c" : "d"', null],
    ['a = "b" == c', null],
    ['a = f("b")', null],
    ['a = <<EOT\nb\nEOT', ''],
  ])('%s', (source, text) => {
    expect(nodesIn(source, 'terraform')[0]?.text ?? null).toBe(text)
  })
})

describe('the line of a setting', () => {
  const block = nodeAt(nodesIn('resource "a" "b" {\n  new_name = 1\n  rules {\n    bypass = 2\n  }\n}', 'terraform'), [
    'resource',
    'a',
    'b',
  ]) as Node

  it.each([
    ['itself', ['new_name'], 2],
    ['of an older name', ['newest_name', 'New_Name'], 2],
    ['in a block', ['rules.bypass'], 4],
    ['in one of several blocks', ['rules[0].bypass'], 4],
    ['the block, where it is not written down', ['rules.action', 'other.action'], 3],
    ['the resource, where that is not either', ['other.action', 'other'], 1],
    ['the resource, where nobody asks for more', [], 1],
  ])('%s', (_, names, line) => {
    expect(lineIn(block, names)).toBe(line)
  })
})

describe('whatever a source says', () => {
  const languages: Language[] = ['terraform', 'json', 'bicep']
  const pieces = [
    'a',
    ' ',
    '\n',
    '{',
    '}',
    '"',
    "'",
    "'''",
    '=',
    ':',
    '(',
    ')',
    '[',
    ']',
    ',',
    '${',
    '%{',
    '\\',
    '#',
    '//',
    '/*',
    '*/',
    '<<E\n',
    'E',
    'resource',
    'dynamic',
    'content',
  ]

  it('it is read to its end', () => {
    const source = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(source, fc.constantFrom(...languages), (text, language) => {
        const lines = drawn(nodesIn(text, language)).map((one) => Number(one.split(':').at(-1)))
        expect(Math.max(1, ...lines)).toBeLessThanOrEqual(text.split('\n').length)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(pieces.flatMap((piece) => [piece, `${piece}"`, `a = ${piece}`]))('in a moment: %j', (piece) => {
    const source = piece.repeat(100_000 / piece.length)
    for (const language of languages) expect(nodeAt(nodesIn(source, language), ['nothing', 'there'])).toBeNull()
  })
})
