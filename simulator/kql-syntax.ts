/** The little that is needed of the language service's syntax tree. */
export interface SyntaxNode {
  ChildCount: number
  GetChild: (at: number) => SyntaxNode | null
  ToString: (includeTrivia: number) => string
  SimpleName?: string
  LiteralValue?: unknown
  ResultType?: { Name: string; Columns?: unknown }
}

/** What the stand-in does not run. The real service may: check its documentation before adding it here. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`The simulated Resource Graph does not run ${what}.`)
  }
}

/** `FilterOperator`, `NameReference`, ... */
export function kindOf(node: SyntaxNode): string {
  const { Bridge } = globalThis as unknown as { Bridge: { getTypeName: (value: unknown) => string } }
  return Bridge.getTypeName(node).split('.').at(-1) ?? ''
}

export function textOf(node: SyntaxNode | undefined): string {
  return node?.ToString(0).trim() ?? ''
}

export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let at = 0; at < node.ChildCount; at++) {
    const child = node.GetChild(at)
    if (child) found.push(child)
  }
  return found
}

/** The elements of a list, without their separators. */
export function items(list: SyntaxNode | undefined): SyntaxNode[] {
  return list ? children(list).map(only) : []
}

/** The first child, which must be there. */
export function only(node: SyntaxNode): SyntaxNode {
  const child = node.GetChild(0)
  if (!child) throw new Unsupported(`'${textOf(node)}'`)
  return child
}

export function lastChild(node: SyntaxNode): SyntaxNode {
  return children(node).at(-1) as SyntaxNode
}
