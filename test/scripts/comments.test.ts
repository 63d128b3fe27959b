import { expect, it } from 'vitest'
import { withoutDocs } from '../../scripts/comments.ts'

it.each<[string, string, string]>([
  ['the comment of a function', '/** Adds. */\nfunction add() {}\n', 'function add() {}\n'],
  ['of several lines, and its indent', 'class A {\n  /**\n   * x\n   */\n  b() {}\n}\n', 'class A {\n  b() {}\n}\n'],
  ['at the end', 'a()\n/** x */\n', 'a()\n'],
])('leaves out %s', (_name, code, expected) => {
  expect(withoutDocs(code)).toBe(expected)
})

it.each([
  ['a name of a file', '// src/text.ts\na()\n'],
  ['another comment', '/* why */\na()\n'],
  ['what stands behind code', 'const a = /** @type {x} */ b\n'],
  ['an annotation', 'const a = /* @__PURE__ */ b()\n'],
  ['a text', "a('/** x */')\n"],
  ['a template', 'a(`/** x */ ${b} /** y */`)\n'],
  ['a regular expression', 'a(/\\/** x *\\//)\n'],
  ['the first line of a program', '#!/usr/bin/env node\na()\n'],
])('leaves %s as it is', (_name, code) => {
  expect(withoutDocs(code)).toBe(code)
})
