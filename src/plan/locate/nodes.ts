import { type Language, type Token, tokensOf } from './tokens.ts'

/** A block, or a value that has a name, and what has a name inside of it. */
export interface Node {
  name: string
  labels: string[]
  line: number
  inside: Node[]
  /** of a value that is nothing but a text; null of any other */
  text?: string | null
}

/** Where something is being read: between braces. */
interface Frame {
  node: Node
  /** what may be the name of something */
  head: Token[]
  /** whose value is being read */
  of: Node | null
  /** of the brackets and parentheses that are open */
  depth: number
  /** `dynamic`: what it makes stands in a block of its own */
  isDynamic: boolean
}

/** What has a name in a source of Terraform, as HCL or JSON, or of Bicep. Never throws, whatever it is. */
export function nodesIn(source: string, language: Language): Node[] {
  const root: Node = { name: '', labels: [], line: 1, inside: [] }
  const frames = [frame(root)]
  for (const token of tokensOf(source, language)) {
    const top = frames.at(-1) as Frame
    if (token.kind === 'mark' && token.value === '{') frames.push(opened(top))
    else if (token.kind === 'mark' && token.value === '}') closed(frames)
    else if (token.kind !== 'line' || language !== 'json') take(token, top)
  }
  return root.inside
}

function frame(node: Node, isDynamic = false): Frame {
  return { node, head: [], of: null, depth: 0, isDynamic }
}

function opened(top: Frame): Frame {
  const { head, of, depth, node, isDynamic } = top
  if (of !== null || depth > 0 || head.length === 0) return frame(of ?? node)
  top.head = []
  if (isDynamic && head[0]?.value === 'content') return frame(node)
  if (head[0]?.value !== 'dynamic') return frame(named(head, node))
  return frame(named(head.slice(1), node), true)
}

function closed(frames: Frame[]): void {
  if (frames.length > 1) frames.pop()
  const top = frames.at(-1) as Frame
  if (top.of === null) top.head = []
}

function take(token: Token, top: Frame): void {
  const { kind, value } = token
  if (kind === 'mark' && '([])'.includes(value)) top.depth = Math.max(0, top.depth + ('(['.includes(value) ? 1 : -1))
  else if (top.depth > 0) return
  else if (kind === 'line' || value === ',') Object.assign(top, { head: [], of: null })
  else if (top.of !== null) top.of.text = kind === 'text' && top.of.text === undefined ? value : null
  else if (kind === 'mark') begin(value, top)
  else top.head.push(token)
}

/** What follows is a value. */
function begin(mark: string, top: Frame): void {
  if (!'=:'.includes(mark) || top.head.length === 0) return
  top.of = named(top.head, top.node)
  top.head = []
}

function named([first, ...labels]: Token[], parent: Node): Node {
  const { value = '', line = parent.line } = first ?? {}
  const node: Node = { name: value, labels: labels.map((label) => label.value), line, inside: [] }
  parent.inside.push(node)
  return node
}

/** What a path leads to; a label leads as far as a name does: JSON has names for both. */
export function nodeAt(nodes: Node[], path: readonly string[]): Node | null {
  for (const node of nodes) {
    const own = [node.name, ...node.labels]
    if (own.length > path.length || own.some((part, at) => part.toLowerCase() !== path[at]?.toLowerCase())) continue
    const rest = path.slice(own.length)
    const found = rest.length === 0 ? node : nodeAt(node.inside, rest)
    if (found) return found
  }
  return null
}

/** The line of the first of these that is set in a block, else of the block around it, else of the block itself. */
export function lineIn(block: Node, names: readonly string[]): number {
  const paths = names.map((name) => name.split(/[.[\]]+/).filter((part) => part !== '' && !/^\d+$/.test(part)))
  for (const path of paths) {
    const found = nodeAt(block.inside, path)
    if (found) return found.line
  }
  const around = paths.flatMap((path) => (path.length > 1 ? (nodeAt(block.inside, path.slice(0, -1)) ?? []) : []))
  return around[0]?.line ?? block.line
}
