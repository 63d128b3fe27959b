import { posix } from 'node:path'
import { type Node, nodesIn } from './nodes.ts'
import type { Language } from './tokens.ts'

/** The files of the pull request. Paths have slashes and begin in the workspace. */
export interface Checkout {
  /** sources of Terraform, OpenTofu and Bicep, in order */
  files: readonly string[]
  /** undefined: there is none of this name, or it is not to be read */
  read: (path: string) => string | undefined
}

/** A place to look at. */
export interface Place {
  file: string
  /** null: the file as a whole */
  line: number | null
}

/** A source, which is taken apart when somebody looks for what may be in it. */
export interface Source {
  file: string
  text: string
  nodes(): Node[]
}

export interface Sources {
  ofFolder(folder: string): Source[]
  all(): Source[]
  folders(): string[]
}

const terraform = /\.(tf|tofu)(\.json)?$/

export function terraformSources(checkout: Checkout): Sources {
  return sources(checkout, terraform, (file) => (file.endsWith('.json') ? 'json' : 'terraform'))
}

export function bicepSources(checkout: Checkout): Sources {
  return sources(checkout, /\.bicep$/, () => 'bicep')
}

function sources({ files, read }: Checkout, names: RegExp, languageOf: (file: string) => Language): Sources {
  const byFolder = Map.groupBy(
    files.filter((file) => names.test(file)),
    (file) => posix.dirname(file),
  )
  const known = new Map<string, Source>()
  const source = (file: string): Source => {
    const found = known.get(file) ?? opened(file, read(file) ?? '', languageOf(file))
    known.set(file, found)
    return found
  }
  return {
    ofFolder: (folder) => (byFolder.get(folder) ?? []).toSorted(overridesLast).map(source),
    all: () => [...byFolder.values()].flat().map(source),
    folders: () => [...byFolder.keys()],
  }
}

function opened(file: string, text: string, language: Language): Source {
  let nodes: Node[] | null = null
  return {
    file,
    text,
    nodes() {
      nodes ??= nodesIn(text, language)
      return nodes
    },
  }
}

/** A block that an override file changes stands somewhere else. */
function overridesLast(one: string, other: string): number {
  return Number(isOverride(one)) - Number(isOverride(other))
}

function isOverride(file: string): boolean {
  return /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(file)
}
