import { posix } from 'node:path'
import { isObject } from '../../evidence/resource.ts'
import { parsed } from '../../json.ts'
import { listIn, textIn } from '../json.ts'
import { type Address, parseAddress } from '../terraform/address.ts'
import { type Checkout, type Place, type Source, type Sources, terraformSources } from './checkout.ts'
import { lineIn, type Node, nodeAt } from './nodes.ts'

/** Where a resource of a plan stands, or a module from elsewhere that holds it; null: nobody can tell. */
export type FindBlock = (address: string, names: readonly string[]) => Place | null

/**
 * A plan does not say where it was made: in its own folder, if that has every block that the plan needs there, else in
 * the only one that has.
 *
 * @param folder where the plan is; null: elsewhere
 * @param addresses of what there will be: what is deleted stands nowhere any more
 */
export function terraformBlocks(folder: string | null, addresses: readonly string[], checkout: Checkout): FindBlock {
  const sources = terraformSources(checkout)
  const blocks = blocksIn(sources)
  const root = rootOf(folder, addresses, sources, blocks)
  const modules = root === null ? new Map<string, string>() : installed(root, checkout)
  return (address, names) => {
    const parsed = parseAddress(address)
    return root === null || parsed === null ? null : blockOf(parsed, names, root, { blocks, modules })
  }
}

/** The blocks of a folder, which is taken apart when somebody asks for one. */
type Blocks = (folder: string) => ReadonlyMap<string, Block>

function blocksIn(sources: Sources): Blocks {
  const known = new Map<string, Map<string, Block>>()
  return (folder) => {
    const found = known.get(folder) ?? blocksOf(sources.ofFolder(folder))
    known.set(folder, found)
    return found
  }
}

function rootOf(folder: string | null, addresses: readonly string[], sources: Sources, blocks: Blocks): string | null {
  const paths = addresses.flatMap((address) => firstPath(parseAddress(address)))
  const needed = [...new Map(paths.map((path) => [path.join(' '), path]))]
  if (needed.length === 0) return null
  // most folders lack one of the first names, and need not be taken apart
  const names = needed.slice(0, 10).map(([, path]) => path.at(-1) ?? '')
  const mayHave = (at: string, name: string) => sources.ofFolder(at).some(({ text }) => text.includes(name))
  const has = (at: string) => names.every((name) => mayHave(at, name)) && needed.every(([path]) => blocks(at).has(path))
  if (folder !== null && has(folder)) return folder
  const [first, ...more] = sources.folders().filter(has)
  return first !== undefined && more.length === 0 ? first : null
}

function firstPath(address: Address | null): string[][] {
  if (address === null) return []
  const [module] = address.modules
  return [module ? ['module', module.name] : pathOf(address)]
}

function pathOf({ isData, type, name }: Address): string[] {
  return [isData ? 'data' : 'resource', type, name]
}

interface Block {
  file: string
  node: Node
}

/** What stands on the first level of a folder, by kind, type and name: each is looked up often. */
function blocksOf(sources: Source[]): Map<string, Block> {
  const found = new Map<string, Block>()
  for (const { file, nodes } of sources)
    for (const [path, node] of nodes().flatMap((one) => pathsTo(one, [])))
      if (!found.has(path)) found.set(path, { file, node })
  return found
}

/** JSON has a level for what HCL has a label for. */
function pathsTo(node: Node, above: string[]): [path: string, node: Node][] {
  const path = [...above, node.name, ...node.labels]
  if (path.length < (path[0] === 'module' ? 2 : 3)) return node.inside.flatMap((one) => pathsTo(one, path))
  return [[path.join(' '), node]]
}

/** Where the modules are, by the names of the calls that lead to them. */
type Modules = ReadonlyMap<string, string>

function blockOf(address: Address, names: readonly string[], root: string, of: { blocks: Blocks; modules: Modules }) {
  let folder = root
  let call: Place | null = null
  for (const [at, { name }] of address.modules.entries()) {
    const found = of.blocks(folder).get(`module ${name}`)
    if (!found) return call
    call = { file: found.file, line: found.node.line }
    const key = address.modules.slice(0, at + 1).map((step) => step.name)
    const next = of.modules.get(key.join('.')) ?? localSource(folder, found.node)
    if (next === null || of.blocks(next).size === 0) return call
    folder = next
  }
  const found = of.blocks(folder).get(pathOf(address).join(' '))
  return found ? { file: found.file, line: lineIn(found.node, names) } : call
}

function localSource(folder: string, call: Node): string | null {
  const source = nodeAt(call.inside, ['source'])?.text ?? ''
  return /^\.\.?\//.test(source) ? posix.join(folder, source).replace(/\/$/, '') : null
}

/** What `init` wrote down, in a job that also made the plan. What it downloaded is no part of the pull request. */
function installed(root: string, { read }: Checkout): Modules {
  const entries = listIn(parsed(read(posix.join(root, '.terraform/modules/modules.json')) ?? ''), 'Modules')
  const folders = entries.flatMap((entry): [string, string][] => {
    const [key, folder] = [textIn(entry, 'Key'), textIn(entry, 'Dir')]
    return isObject(entry) && key && folder ? [[key, posix.join(root, folder)]] : []
  })
  return new Map(folders)
}
