import ts from 'typescript'

/**
 * JavaScript without the comments that explain the interfaces of packages, which are a tenth of them and nobody reads in
 * a bundle. All others stay, and so does every line of code.
 */
export function withoutDocs(code: string): string {
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
  const docs = new Map<number, number>()
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(code, node.pos) ?? [])
      if (code.startsWith('/**', pos)) docs.set(pos, end)
    ts.forEachChild(node, visit)
  }
  visit(file)
  visit(file.endOfFileToken)
  let kept = ''
  let at = 0
  for (const [pos, end] of [...docs].sort(([a], [b]) => a - b)) {
    const isAlone = /(^|\n)[ \t]*$/.test(code.slice(at, pos)) && code[end] === '\n'
    kept += isAlone ? code.slice(at, pos).replace(/[ \t]*$/, '') : code.slice(at, pos)
    at = isAlone ? end + 1 : end
  }
  return kept + code.slice(at)
}
