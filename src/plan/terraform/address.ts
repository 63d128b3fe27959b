/** A module on the way to a resource, with the key of its instance; null where it has none, or none was written. */
export interface Step {
  name: string
  key: Key
}

/** What `count` and `for_each` tell instances by. */
export type Key = string | number | null

/** A resource as Terraform addresses it, or what is referred to: `module.ml["dev"].azurerm_key_vault.this[0].id`. */
export interface Address {
  modules: Step[]
  isData: boolean
  type: string
  name: string
  key: Key
  /** what follows: the attribute that is referred to */
  path: (string | number)[]
}

type Token = string | { key: string | number }

/** Null for what is not an address, such as `each.value`, `local.x` and `var.y`. */
export function parseAddress(text: string): Address | null {
  const tokens = tokensOf(text)
  if (!tokens) return null
  const { modules, rest } = modulesOf(tokens)
  const isData = rest[0] === 'data'
  const [type, name, ...after] = isData ? rest.slice(1) : rest
  if (typeof type !== 'string' || typeof name !== 'string' || notResources.has(type)) return null
  const { key, path } = keyAndPath(after)
  return { modules, isData, type, name, key, path }
}

/** An output of a module: `module.storage.id`. */
export interface Output {
  call: Step
  name: string
  path: (string | number)[]
}

export function parseOutput(text: string): Output | null {
  const tokens = tokensOf(text)
  const { modules, rest } = modulesOf(tokens ?? [])
  const [call] = modules
  const [name, ...after] = rest
  if (modules.length !== 1 || !call || typeof name !== 'string') return null
  return { call, name, path: after.map((token) => (typeof token === 'string' ? token : token.key)) }
}

/** The modules of an address of their own: `module.ml["dev"].module.storage`. */
export function parseModules(text: string): Step[] {
  return modulesOf(tokensOf(text) ?? []).modules
}

const notResources = new Set(['var', 'local', 'each', 'count', 'path', 'terraform', 'self', 'module', 'data'])

function modulesOf(tokens: Token[]): { modules: Step[]; rest: Token[] } {
  const modules: Step[] = []
  let rest = tokens
  while (rest[0] === 'module' && typeof rest[1] === 'string') {
    const { key, rest: left } = keyOf(rest.slice(2))
    modules.push({ name: rest[1], key })
    rest = left
  }
  return { modules, rest }
}

function keyOf(tokens: Token[]): { key: Key; rest: Token[] } {
  const [first, ...rest] = tokens
  return typeof first === 'object' ? { key: first.key, rest } : { key: null, rest: tokens }
}

function keyAndPath(tokens: Token[]): { key: Key; path: (string | number)[] } {
  const { key, rest } = keyOf(tokens)
  return { key, path: rest.map((token) => (typeof token === 'string' ? token : token.key)) }
}

const token = /\.?([\p{L}_][\p{L}\p{N}_-]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/gsuy

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const [, name, index, quoted] = token.exec(text) ?? []
    if (name !== undefined) tokens.push(name)
    else if (index !== undefined) tokens.push({ key: Number(index) })
    else if (quoted !== undefined) tokens.push({ key: unquoted(quoted) })
    else return null
  }
  return tokens
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}
