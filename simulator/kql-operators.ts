import { compileExpression, type Evaluate } from './kql-expression.ts'
import { columnsOf } from './kql-service.ts'
import { children, items, kindOf, lastChild, only, type SyntaxNode, textOf, Unsupported } from './kql-syntax.ts'

/** Values by column: strings ('' when absent), and for dynamic columns plain JSON (null when absent). */
export type Row = Record<string, unknown>

export interface Operator {
  run: (rows: Row[]) => Row[]
  limits?: boolean
  order?: string[]
}

/** One operator of a pipeline; those that the action does not use are refused. */
export function compileOperator(node: SyntaxNode): Operator {
  switch (kindOf(node)) {
    case 'FilterOperator':
      return where(compileExpression(lastChild(node)))
    case 'ProjectOperator':
      return project(
        namedExpressions(
          node,
          columnsOf(node).map(({ name }) => name),
        ),
      )
    case 'ExtendOperator':
      return extend(namedExpressions(node))
    case 'SortOperator':
      return orderBy(items(lastChild(node)))
    case 'TakeOperator':
      return { limits: true, run: (rows) => rows.slice(0, Number(textOf(lastChild(node)))) }
    default:
      throw new Unsupported(`the operator '${textOf(node).split(/\s/)[0]}'`)
  }
}

function where(condition: Evaluate): Operator {
  return { run: (rows) => rows.filter((row) => condition(row) === true) }
}

function project(expressions: [string, Evaluate][]): Operator {
  return {
    run: (rows) => rows.map((row) => Object.fromEntries(expressions.map(([name, value]) => [name, value(row)]))),
  }
}

function extend(expressions: [string, Evaluate][]): Operator {
  return {
    run: (rows) =>
      rows.map((row) => ({ ...row, ...Object.fromEntries(expressions.map(([name, value]) => [name, value(row)])) })),
  }
}

function namedExpressions(node: SyntaxNode, names: string[] = []): [string, Evaluate][] {
  return items(lastChild(node)).map((expression, at) => {
    if (kindOf(expression) === 'SimpleNamedExpression') {
      const [name, , value] = children(expression)
      if (name && value) return [name.SimpleName ?? textOf(name), compileExpression(value)]
    }
    const name = kindOf(expression) === 'NameReference' ? expression.SimpleName : names[at]
    if (name === undefined) throw new Unsupported(`'${textOf(expression)}' without a name`)
    return [name, compileExpression(expression)]
  })
}

function orderBy(clauses: SyntaxNode[]): Operator {
  const keys = clauses.map(sortKey)
  const compareRows = (left: Row, right: Row) => {
    for (const key of keys) {
      const difference = key.compare(key.value(left), key.value(right))
      if (difference !== 0) return difference
    }
    return 0
  }
  const order = clauses.map((clause) => textOf(kindOf(clause) === 'OrderedExpression' ? only(clause) : clause))
  return { order, run: (rows) => rows.toSorted(compareRows) }
}

/** Descending, where nothing else is said. */
function sortKey(clause: SyntaxNode) {
  const isOrdered = kindOf(clause) === 'OrderedExpression'
  const direction = isOrdered && textOf(lastChild(clause)).startsWith('asc') ? 1 : -1
  const compare = (left: unknown, right: unknown) => {
    if (left === right) return 0
    return (left as string) < (right as string) ? -direction : direction
  }
  return { value: compileExpression(isOrdered ? only(clause) : clause), compare }
}
