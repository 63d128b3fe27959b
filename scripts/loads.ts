/**
 * JavaScript in which each source file loads what it takes from another file of `dist/`, as esbuild writes it, with one
 * line for all of them: a hundred calls of `require` take longer than a token is on its way.
 */
export function loadedOnce(code: string): string {
  const names = new Map<string, string>()
  const first = new Map<string, string>()
  const left = code.replace(/^var (import_\w+) = require\("(\.\/[\w-]+\.js)"\);\n/gm, (line, name, file) => {
    const known = first.get(file)
    first.set(file, known ?? name)
    names.set(name, known ?? name)
    return known === undefined ? line : ''
  })
  return left.replace(/\bimport_\w+\b/g, (name) => names.get(name) ?? name)
}
