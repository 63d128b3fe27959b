import { prune } from '../evidence/prune.ts'
import { isObject, valueAt } from '../evidence/resource.ts'
import { parseResourceId } from '../evidence/resource-id.ts'
import { openVariable } from '../evidence/secrets.ts'
import { Unknown } from '../evidence/unknown.ts'
import { defaultsOf, type Sent } from '../resources/created.ts'
import { resourceTypes } from '../resources/index.ts'
import { anyResource, secretPlaces } from '../resources/type.ts'
import { oneLine } from '../text.ts'
import type { Setting } from './model.ts'

type Body = Record<string, unknown>

/** What a body of Resource Manager sets, cut down to what rules read. Secrets go no further than here. */
export function settingsIn(type: string, body: Body): Setting[] {
  const about = resourceTypes[type]
  if (!about) return []
  const kept = prune(body, about)
  const paths = [anyResource.location.path, ...about.keep, ...(about.secrets ? [secretPlaces.path] : [])]
  const open = about.secrets ? openVariable(body) : null
  return [
    ...paths.flatMap((path) => valueIn(kept, path)),
    ...containersIn(kept, about.keep),
    // what is open among variables may be a secret
    ...(open ? [{ path: secretPlaces.path, value: open }] : []),
  ]
}

/** The same of what is only being made: what is not said is as Azure has it, where that is known. */
export function settingsOfNew(type: string, body: Body, sent: Omit<Sent, 'at'>): Setting[] {
  const at: Sent['at'] = (path) => valueAt(body, path)
  const { properties = [] } = resourceTypes[type] ?? {}
  const defaults = defaultsOf(properties, { ...sent, at }).map((setting) => ({ ...setting, isDefault: true as const }))
  return [...settingsIn(type, body), ...defaults]
}

function valueIn(body: Body, path: string): Setting[] {
  const value = valueAt(body, path)
  return value === undefined ? [] : [{ path, value }]
}

/** An object that is there without anything that is read of it is not the same as one that is absent. */
function containersIn(body: Body, keep: readonly string[]): Setting[] {
  const around = keep.flatMap((path) => {
    const keys = path.split('.').slice(0, -1)
    return keys.map((_, index) => keys.slice(0, index + 1).join('.'))
  })
  return [...new Set(around)].flatMap((path) => {
    const value = valueAt(body, path)
    return isObject(value) && !(value instanceof Unknown) && Object.keys(value).length === 0
      ? [{ path, value: {} }]
      : []
  })
}

/** What an expression stands for, where that can be told; undefined where it cannot. */
export type Evaluate = (expression: string) => unknown

/** Turns texts that are expressions of a template into what they are: nobody knows their values yet. */
export function withoutExpressions(value: unknown, of: string, evaluate: Evaluate = () => undefined): unknown {
  return without(value, 0)

  function without(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return isExpression(value) ? (evaluate(value) ?? expression(value, of)) : value
    if (typeof value !== 'object' || value === null || depth > DEPTH) return value
    if (Array.isArray(value)) return value.map((item) => without(item, depth + 1))
    const members = Object.entries(value)
    // a name that is open may be any
    const open = members.find(([name]) => isExpression(name))
    if (open) return expression(open[0], of)
    return Object.fromEntries(members.map(([name, member]) => [name, without(member, depth + 1)]))
  }
}

const DEPTH = 64

/** `[reference(…)]`, also inside an id; two brackets at the beginning are a text that begins with one. */
export function isExpression(text: string): boolean {
  return /^\s*\[(?!\[)[\s\S]*\]\s*$/.test(text) || (text.startsWith('/') && /\[\w+\(/.test(text))
}

function expression(text: string, of: string): Unknown {
  return new Unknown(
    `The plan has an expression in place of a value for ${oneLine(of, 200)}: ${oneLine(withoutLiterals(text), 120)}. Only the deployment evaluates it; a run after it shows the value.`,
  )
}

/** Whatever stands in quotation marks may be a part of a secret, unless it is the id of a resource. */
function withoutLiterals(text: string): string {
  return text.replace(/'((?:[^']|'')*)(?:'|$)/g, (whole, literal) => (parseResourceId(literal) ? whole : "'…'"))
}
