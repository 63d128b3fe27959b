import type { Problem, Tree } from '../../config/tree.ts'
import { credentialsIn } from './credentials.ts'
import { environmentIn } from './environment.ts'
import { type Kind, kindOf } from './kinds.ts'
import type { Place } from './places.ts'

export type { Place }

/** What a file of Azure Machine Learning holds that looks like a secret. */
export interface YamlFile {
  file: string
  kind: Kind
  places: Place[]
}

/** A file that nobody can read as YAML, and where. */
export interface YamlNotice {
  file: string
  line: number
  message: string
}

type Parse = (text: string) => { tree: Tree | null; problems: Problem[] }

/**
 * Looks through a YAML file for secrets.
 *
 * @param parse the parser, which is loaded only where there is YAML
 * @returns null for what is not a file of Azure Machine Learning: nobody looks at it
 */
export function readYaml(text: string, file: string, parse: Parse): YamlFile | YamlNotice | null {
  if (!/\$schema/.test(text)) return null
  const { tree, problems } = parse(text.replace(/^\uFEFF/, ''))
  if (tree === null) return isOurs(text) ? notice(file, problems) : null
  const kind = kindOf(schemaOf(tree))
  if (kind === null) return null
  const places = [...environmentIn(tree), ...credentialsIn(tree)]
  // what stands in a second document, or where only an alias is, nobody has seen
  return places.length === 0 && problems.length > 0 ? notice(file, problems) : { file, kind, places }
}

function schemaOf(tree: Tree): string {
  const entry = tree.kind === 'map' ? tree.entries.find(({ key }) => key === '$schema') : undefined
  return entry?.value.kind === 'value' ? String(entry.value.value) : ''
}

/** A file that cannot be read says of itself in its first lines what it would be. */
function isOurs(text: string): boolean {
  const schema = /^\s*\$schema:\s*["']?([^\s"']+)/m.exec(text.slice(0, 4096))?.[1]
  return schema !== undefined && kindOf(schema) !== null
}

/** The parser's own words quote the file, and so what may be a secret. */
function notice(file: string, [problem]: Problem[]): YamlNotice {
  const where = problem ? ` (line ${problem.line}, column ${problem.column})` : ''
  const message = `${file} cannot be read as YAML${where}, so nobody could tell whether there are secrets in it. Text in double braces must be in quotation marks.`
  return { file, line: problem?.line ?? 1, message }
}
