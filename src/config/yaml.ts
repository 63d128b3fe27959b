import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
} from 'yaml'
import { count, oneLine, quoted } from '../text.ts'
import { type Entry, mostQuoted, type Place, type Problem, type Tree } from './tree.ts'

/** Values that all aliases of a file may repeat: enough for people, too few for a bomb. */
const mostRepeated = 10_000
/** The package composes by recursion, which ends the process when the stack does. */
const mostLevels = 30
/** Words and marks: more than people write, and as many as are parsed in a moment. */
const mostLexemes = 350_000

const options = {
  prettyErrors: false,
  // said here with the line of the first one, and in linear time
  uniqueKeys: false,
  stringKeys: true,
  // whatever a %YAML directive asks for
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
}

/** In our words where those of the package are about its options. */
const wordings: Record<string, string> = {
  NON_STRING_KEY: 'A key must be text',
  TAB_AS_INDENT: 'Tabs are not allowed as indentation; use spaces',
}

/**
 * Reads YAML 1.2 into a tree; the only module that loads the package `yaml`, which few runs need.
 *
 * @returns no tree where the syntax is wrong: whatever it holds then would be a guess
 */
export function treeOf(text: string): { tree: Tree | null; problems: Problem[] } {
  if (isLong(text)) return { tree: null, problems: [{ line: 1, column: 1, message: longMessage }] }
  const lines = new LineCounter()
  const place: Places = (offset) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  // a block ends where the next thing begins, behind comments and empty lines
  const endOf: Places = (offset) => place(endBefore(text, offset))
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const deep = tooDeep(tokens).map((offset) => ({ ...place(offset), message: deepMessage }))
  if (deep.length > 0) return { tree: null, problems: deep }
  const documents = [...new Composer(options).compose(tokens, true, text.length)]
  const wrong = syntaxProblems(documents, place)
  if (wrong.length > 0) return { tree: null, problems: wrong }
  const [document, second] = documents as [Document.Parsed, Document.Parsed | undefined]
  const problems = warnings(document, place)
  if (second) problems.push({ ...place(second.range[0]), message: 'The file holds several documents; it must be one.' })
  return { tree: converter({ place, endOf }, problems)(document.contents, place(0)), problems }
}

/** Where an offset is. */
type Places = (offset: number) => Place

/** The offset of the last thing before another that can be seen. */
function endBefore(text: string, offset: number): number {
  let end = offset
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1
  return Math.max(end - 1, 0)
}

const longMessage = `The file holds more than ${count(mostLexemes)} words and marks, which is more than is read.`

/** Stops where it is known. */
function isLong(text: string): boolean {
  let left = mostLexemes
  for (const _ of new Lexer().lex(text)) if (--left < 0) return true
  return false
}

const deepMessage = `Lists and maps are nested more than ${mostLevels} levels deep.`

/** Offset of the first thing that lies too deep, if there is one. Without recursion: that is the point of it. */
function tooDeep(tokens: CST.Token[]): number[] {
  let level = tokens.flatMap((token) => (token.type === 'document' ? (token.value ?? []) : []))
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return level.slice(0, 1).map(({ offset }) => offset)
    level = level.flatMap((token) =>
      'items' in token ? token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat()) : [],
    )
  }
  return []
}

function syntaxProblems(documents: Document.Parsed[], place: Places): Problem[] {
  return documents
    .flatMap(({ errors }) => errors)
    .map(({ code, message, pos }) => ({
      ...place(pos[0]),
      message: `${oneLine(wordings[code] ?? message).replace(/\.$/, '')}.`,
    }))
}

/** Tags that mean nothing here. */
function warnings(document: Document.Parsed, place: Places): Problem[] {
  return document.warnings.map(({ message, pos }) => ({
    ...place(pos[0]),
    message: `${oneLine(message)}: leave the tag out.`,
  }))
}

type Convert = (node: Node | null, at: Place) => Tree

/** Makes trees of nodes, linear in the length of the file: what an alias stands for is not copied, only counted. */
function converter(places: Record<'place' | 'endOf', Places>, problems: Problem[]): Convert {
  const anchors = new Map<string, Tree>()
  let left = mostRepeated
  const convert: Convert = (node, fallback) => {
    const at = node?.range ? places.place(node.range[0]) : fallback
    if (isAlias(node)) return aliased(node.source, at)
    const tree = treeOfNode(node, at, convert, problems, places)
    if (node && 'anchor' in node && node.anchor) anchors.set(node.anchor, tree)
    return tree
  }
  const aliased = (name: string, at: Place): Tree => {
    const tree = anchors.get(name)
    const broken = (message: string): Tree => {
      problems.push({ ...at, message })
      return { ...at, kind: 'broken', size: 1 }
    }
    if (!tree)
      return broken(
        `No anchor stands before the alias *${oneLine(name, mostQuoted)}; text that begins with * must be in quotation marks: ${quoted(`*${name}`, mostQuoted)}.`,
      )
    left -= tree.size
    if (left < 0) return broken(`Aliases repeat too much: at most ${mostRepeated} values in all.`)
    return tree
  }
  return convert
}

function treeOfNode(
  node: Node | null,
  at: Place,
  convert: Convert,
  problems: Problem[],
  { place, endOf }: Record<'place' | 'endOf', Places>,
): Tree {
  if (isMap<Node, Node | null>(node)) {
    const entries = node.items.map(({ key, value }): Entry => {
      const keyAt = key.range ? place(key.range[0]) : at
      return { ...keyAt, key: String(isScalar(key) ? (key.value ?? '') : ''), value: convert(value, keyAt) }
    })
    const { line: lastLine } = node.range ? endOf(node.range[1]) : at
    const size = sizeOf(entries.map(({ value }) => value))
    return { ...at, kind: 'map', entries: distinct(entries, problems), lastLine, size }
  }
  if (isSeq<Node | null>(node)) {
    const items = node.items.map((item) => convert(item, at))
    return { ...at, kind: 'list', items, size: sizeOf(items) }
  }
  const value = isScalar<string | number | boolean | null>(node) ? node.value : null
  const source = isScalar(node) ? node.source : undefined
  return { ...at, kind: 'value', value, source: source ?? '', size: 1 }
}

/** A key counts where it is given first. */
function distinct(entries: Entry[], problems: Problem[]): Entry[] {
  const first = new Map<string, Entry>()
  for (const entry of entries) {
    const known = first.get(entry.key)
    if (!known) first.set(entry.key, entry)
    else
      problems.push({
        line: entry.line,
        column: entry.column,
        message: `The key ${quoted(entry.key, mostQuoted)} is given twice, first in line ${known.line}.`,
      })
  }
  return [...first.values()]
}

function sizeOf(trees: Tree[]): number {
  return trees.reduce((sum, { size }) => sum + size, 1)
}
