/**
 * JavaScript in which one line loads another file of `dist/`, where esbuild writes a line for each source file that takes
 * something from it: hundreds of lines, and of calls when the file starts.
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
