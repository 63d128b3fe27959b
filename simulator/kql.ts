import { literals } from './kql-expression.ts'
import { compileOperator, type Row } from './kql-operators.ts'
import { type BoundQuery, bind, type Column, type Refusal } from './kql-service.ts'
import { children, items, kindOf, lastChild, only, type SyntaxNode, textOf, Unsupported } from './kql-syntax.ts'

/** All in lower case. */
interface Needs {
  ids?: string[]
  types?: string[]
}

/** A query that was parsed, bound and made runnable. */
export interface Program {
  table: string
  columns: Column[]
  /** what rows must have one of, as far as the first `where` says so plainly; null where it may be any row */
  needs: Needs[] | null
  /** it cuts the rows itself, so there is no second page */
  isLimited: boolean
  /** no two rows can change places */
  isOrderedById: boolean
  run: (rows: Row[]) => Row[]
}

const compiled = new Map<string, Program | Refusal>()

/** Parses and binds with Microsoft's language service, and compiles the few operators that the action uses. */
export function compileQuery(query: string): Program | Refusal {
  const known = compiled.get(query)
  if (known) return known
  if (compiled.size >= 100) compiled.clear()
  const result = compileAfresh(query)
  compiled.set(query, result)
  return result
}

function compileAfresh(query: string): Program | Refusal {
  const bound = bind(query)
  if ('code' in bound) return bound
  try {
    return compileProgram(bound)
  } catch (problem) {
    if (problem instanceof Unsupported) return { code: 'Unsupported', message: problem.message }
    throw problem
  }
}

function compileProgram({ syntax, columns }: BoundQuery): Program {
  const [head, ...operators] = pipeline(expressionOf(syntax))
  if (!head || kindOf(head) !== 'NameReference') throw new Unsupported('a query that does not begin with a table')
  const steps = operators.map(compileOperator)
  const order = steps.findLast((step) => step.order)?.order ?? []
  return {
    table: textOf(head).toLowerCase(),
    columns,
    needs: needsOf(operators),
    isLimited: steps.some((step) => step.limits),
    isOrderedById: order.includes('id'),
    run: (rows) => steps.reduce((current, step) => step.run(current), rows),
  }
}

function expressionOf(block: SyntaxNode): SyntaxNode {
  const statements = items(children(block)[1])
  const [statement] = statements
  if (!statement || statements.length > 1) throw new Unsupported('a query of other than one statement')
  if (kindOf(statement) !== 'ExpressionStatement') throw new Unsupported(`'${textOf(statement).split(' ')[0]}'`)
  return only(statement)
}

function pipeline(node: SyntaxNode): SyntaxNode[] {
  if (kindOf(node) !== 'PipeExpression') return [node]
  const [left, , operator] = children(node)
  return left && operator ? [...pipeline(left), operator] : [node]
}

function needsOf(operators: SyntaxNode[]): Program['needs'] {
  const first = operators[0]
  return first && kindOf(first) === 'FilterOperator' ? alternatives(lastChild(first)) : null
}

/** Rows fit at least one of them; null where nothing narrows them down. */
function alternatives(node: SyntaxNode | undefined): Program['needs'] {
  if (!node) return null
  if (kindOf(node) === 'ParenthesizedExpression') return alternatives(children(node)[1])
  const [left, operator, right] = children(node)
  if (kindOf(node) === 'BinaryExpression' && textOf(operator as SyntaxNode) === 'or') {
    const [one, other] = [alternatives(left), alternatives(right)]
    return one && other && [...one, ...other]
  }
  const needs: Needs = {}
  for (const term of conjunction(node)) {
    const [column, values] = wantedValues(term)
    if (column === 'id') needs.ids ??= values
    if (column === 'type') needs.types ??= values
  }
  return needs.ids || needs.types ? [needs] : null
}

function conjunction(node: SyntaxNode): SyntaxNode[] {
  const [left, operator, right] = children(node)
  if (kindOf(node) !== 'BinaryExpression' || !left || !right || textOf(operator) !== 'and') return [node]
  return [...conjunction(left), ...conjunction(right)]
}

function wantedValues(node: SyntaxNode): [string | undefined, string[]] {
  const [column, operator, values] = children(node)
  if (!column || !operator || !values || !['==', '=~', 'in', 'in~'].includes(textOf(operator))) return [undefined, []]
  if (kindOf(column) !== 'NameReference') return [undefined, []]
  const wanted = literals(values)
  return wanted ? [textOf(column), wanted.map((value) => String(value).toLowerCase())] : [undefined, []]
}
