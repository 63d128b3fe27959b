import { posix } from 'node:path'
import type { PlannedChange } from '../model.ts'
import { bicepSources, type Checkout, type Place } from './checkout.ts'
import { lineIn, type Node, nodeAt } from './nodes.ts'

/** Where the resource of a change is declared; null: in no file, or in several. */
export type FindResource = (change: PlannedChange, names: readonly string[]) => Place | null

/** By its symbolic name, which newer results tell, else by its own where that is written out. */
export function bicepResources(checkout: Checkout): FindResource {
  const sources = bicepSources(checkout)
  return ({ source: { address }, id, type }, names) => {
    const isNamed = !address.includes('/')
    const [name = ''] = isNamed ? address.split('[') : id.split('/').slice(-1)
    const able = sources.all().filter(({ text }) => text.includes(name))
    const all = able.flatMap(({ file, nodes }) => declared(nodes()).map((node) => ({ file, node })))
    const nameOf = isNamed ? ({ labels }: Node) => labels[0] : ownName
    const [first, ...more] = all.filter(({ node }) => nameOf(node) === name && isOfType(node, type))
    return first && more.length === 0 ? { file: first.file, line: lineIn(first.node, names) } : null
  }
}

function ownName({ inside }: Node): string | undefined {
  return nodeAt(inside, ['name'])?.text?.split('/').at(-1)
}

/** Resources may stand inside of others. What exists already is only looked up. */
function declared(nodes: Node[]): Node[] {
  const all = nodes.filter(({ name }) => name === 'resource')
  for (const { inside } of all) for (const node of inside) if (node.name === 'resource') all.push(node)
  return all.filter(({ labels }) => labels[2] !== 'existing')
}

/** One that stands inside of another says only the last part of its type. */
function isOfType({ labels }: Node, type: string): boolean {
  const [written = ''] = (labels[1] ?? '').toLowerCase().split('@')
  return written.includes('/') ? written === type : type.endsWith(`/${written}`)
}

/** The parameters that a snapshot is named after. */
export function parametersOf(snapshot: string, folder: string | null, { files }: Checkout): Place | null {
  const name = posix.basename(snapshot).replace(/(\.snapshot)?\.json$/i, '.bicepparam')
  const all = files.filter((file) => posix.basename(file) === name)
  const beside = all.find((file) => posix.dirname(file) === folder)
  const file = beside ?? (all.length === 1 ? all[0] : undefined)
  return file === undefined ? null : { file, line: 1 }
}
