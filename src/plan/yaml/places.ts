import type { Tree } from '../../config/tree.ts'
import { classify, type SecretClass, shown } from '../../evidence/secrets.ts'

/** Where something stands that looks like a secret. Its value is not kept. */
export interface Place {
  /** members on the way to it, with dots; items of lists by number */
  path: string
  name: string
  line: number
  column: number
  length: number
  class: SecretClass
  /** it is written where credentials stand, and not among variables */
  isCredential: boolean
}

/** What is filled in before the file is used, or names where a secret is: `<key>`, `{{ key }}`, `${{ secrets.KEY }}`, `$KEY`, `$(KEY)`. */
const placeholder = /^(<[^<>]*>|\{\{[^{}]*\}\}|\$\{\{[^{}]*\}\}|\$\{?[A-Za-z_]\w*\}?|\$\([^()]*\)|%[A-Za-z_]\w*%)$/

/** `name@https://<vault>.vault.azure.net`: a secret of that name in a vault. */
const inVault = /^[\w-]+@https:\/\/[\w-]+\.vault\.[a-z.]+\/?$/i

/** What a value is taken for; null for one that is no secret. */
export function placeOf(tree: Tree, path: string[], isCredential = false): Place | null {
  if (tree.kind !== 'value' || tree.value === null) return null
  const [text, name] = [String(tree.value), path.at(-1) ?? '']
  const trimmed = text.trim()
  if (trimmed === '' || placeholder.test(trimmed) || inVault.test(trimmed)) return null
  const found = classify(name, text)
  const taken = found === 'safe' && isCredential ? 'name' : found
  if (taken === 'safe') return null
  const { line, column } = tree
  const members = path.map(shown)
  return {
    path: members.join('.'),
    name: members.at(-1) ?? '',
    line,
    column,
    length: text.length,
    class: taken,
    isCredential,
  }
}
