import type { Row } from './kql-operators.ts'
import { children, items, kindOf, type SyntaxNode, textOf, Unsupported } from './kql-syntax.ts'

export type Evaluate = (row: Row) => unknown

/** A scalar expression as a function of a row. */
export function compileExpression(node: SyntaxNode): Evaluate {
  switch (kindOf(node)) {
    case 'NameReference':
      return column(node.SimpleName ?? textOf(node))
    case 'LiteralExpression':
      return constant(literal(node))
    case 'ParenthesizedExpression':
      return compileExpression(child(node, 1))
    case 'BinaryExpression':
      return binary(node)
    case 'InExpression':
      return membership(node)
    case 'PathExpression':
      return path(node)
    case 'ElementExpression':
      return member(compileExpression(child(node, 0)), bracketed(child(node, 1)))
    case 'FunctionCallExpression':
      return call(node)
    default:
      throw new Unsupported(`'${textOf(node)}'`)
  }
}

/** The values of a literal or of a list of literals; `undefined` if it is anything else. */
export function literals(node: SyntaxNode): unknown[] | undefined {
  if (kindOf(node) === 'LiteralExpression') return [literal(node)]
  if (kindOf(node) !== 'ExpressionList') return undefined
  const elements = items(child(node, 1))
  return elements.every((element) => kindOf(element) === 'LiteralExpression') ? elements.map(literal) : undefined
}

function literal(node: SyntaxNode): unknown {
  switch (node.ResultType?.Name) {
    case 'string':
      return node.LiteralValue
    case 'bool':
      return textOf(node) === 'true'
    case 'long':
      return Number(textOf(node))
    default:
      throw new Unsupported(`the literal '${textOf(node)}'`)
  }
}

function binary(node: SyntaxNode): Evaluate {
  const operator = textOf(child(node, 1))
  const left = compileExpression(child(node, 0))
  const right = compileExpression(child(node, 2))
  if (operator === 'and') return (row) => left(row) === true && right(row) === true
  if (operator === 'or') return (row) => left(row) === true || right(row) === true
  const compare = comparisons[operator]
  if (!compare) throw new Unsupported(`the operator '${operator}'`)
  return (row) => compare(left(row), right(row))
}

const comparisons: Record<string, (left: unknown, right: unknown) => boolean | null> = {
  '==': (left, right) => equals(left, right),
  '!=': (left, right) => not(equals(left, right)),
  '=~': (left, right) => lower(left) === lower(right),
  '!~': (left, right) => lower(left) !== lower(right),
  startswith: (left, right) => lower(left).startsWith(lower(right)),
  endswith: (left, right) => lower(left).endsWith(lower(right)),
  contains: (left, right) => lower(left).includes(lower(right)),
}

/** Two nulls are neither equal nor different; one is different from every value. */
function equals(left: unknown, right: unknown): boolean | null {
  return left === null && right === null ? null : left === right
}

function not(value: unknown): boolean | null {
  return value === null ? null : value !== true
}

function membership(node: SyntaxNode): Evaluate {
  const operator = textOf(child(node, 1))
  const values = literals(child(node, 2))
  if (!values) throw new Unsupported(`'${operator}' with anything but literals`)
  const normalise = operator.endsWith('~') ? lower : (value: unknown) => value
  const wanted = new Set(values.map(normalise))
  const value = compileExpression(child(node, 0))
  const isNegated = operator.startsWith('!')
  return (row) => wanted.has(normalise(value(row))) !== isNegated
}

function path(node: SyntaxNode): Evaluate {
  const selector = child(node, 2)
  const key = kindOf(selector) === 'NameReference' ? (selector.SimpleName ?? textOf(selector)) : bracketed(selector)
  return member(compileExpression(child(node, 0)), key)
}

function bracketed(node: SyntaxNode): string | number {
  const key = kindOf(node) === 'BracketedExpression' ? literal(child(node, 1)) : undefined
  if (typeof key === 'string' || typeof key === 'number') return key
  throw new Unsupported(`'${textOf(node)}'`)
}

/** Names inside dynamic values are case-sensitive; what is not there is null. */
function member(container: Evaluate, key: string | number): Evaluate {
  return (row) => {
    const value = container(row)
    if (typeof value !== 'object' || value === null) return null
    if (Array.isArray(value) !== (typeof key === 'number')) return null
    if (Array.isArray(value)) return value.at(key as number) ?? null
    return Object.hasOwn(value, key) ? ((value as Record<string, unknown>)[key] ?? null) : null
  }
}

function call(node: SyntaxNode): Evaluate {
  const name = textOf(child(node, 0))
  const [argument, ...others] = items(child(child(node, 1), 1))
  const apply = functions[name]
  if (!apply || !argument || others.length > 0) throw new Unsupported(`'${name}()'`)
  const value = compileExpression(argument)
  return (row) => apply(value(row))
}

const functions: Record<string, (value: unknown) => unknown> = {
  not,
  tolower: lower,
  tostring: text,
  isempty: (value) => text(value) === '',
  isnotempty: (value) => text(value) !== '',
  isnull: (value) => value === null,
  isnotnull: (value) => value !== null,
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

function lower(value: unknown): string {
  return text(value).toLowerCase()
}

function column(name: string): Evaluate {
  return (row) => row[name] ?? null
}

function constant(value: unknown): Evaluate {
  return () => value
}

function child(node: SyntaxNode, at: number): SyntaxNode {
  const found = children(node)[at]
  if (!found) throw new Unsupported(`'${textOf(node)}'`)
  return found
}
