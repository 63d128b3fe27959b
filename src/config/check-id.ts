import { anyOf, nearest, type Parser, Refusal } from '../inputs/values.ts'
import { type JsonSchema, type Shape, text } from './shape.ts'

/** The checks of this version. */
export interface KnownChecks {
  checks: readonly string[]
  /** those that are off unless asked for */
  enableable: readonly string[]
}

/** A check by its id, or the checks of a system as `system/*`. */
export function checkOrSystem({ checks }: KnownChecks): Shape<string> {
  const groups = [...new Set(checks.map(systemOf))].map((system) => `${system}/*`)
  const all = [...checks, ...groups]
  const parse = oneOfIds(all, (typed) => {
    const ofSystem = all.filter((id) => systemOf(id) === systemOf(typed))
    return `it must be ${ofSystem.length > 0 ? anyOf(ofSystem) : `the id of a check or ${anyOf(groups)}`}`
  })
  return text('it must be the id of a check or system/*', parse, idSchema(all, '^[a-z-]+/([a-z-]+|\\*)$'))
}

/** A check that is off unless asked for. */
export function enableableCheck({ checks, enableable }: KnownChecks): Shape<string> {
  if (checks.length > 0 && enableable.length === 0) {
    const refusal = 'no check of this version is off unless asked for'
    const nothing = text(
      refusal,
      oneOfIds([], () => refusal),
    )
    return { ...nothing, schema: { not: {} } }
  }
  const allowed = `it must be ${anyOf(enableable)}`
  return text(
    allowed,
    oneOfIds(enableable, () => allowed),
    idSchema(enableable, '^[a-z-]+/[a-z-]+$'),
  )
}

function oneOfIds(ids: readonly string[], allowed: (typed: string) => string): Parser<string> {
  const known = new Set(ids)
  return (typed) => {
    if (known.has(typed)) return typed
    const near = meant(typed, ids)
    throw new Refusal(`${allowed(typed)}${near ? `; did you mean ${near}?` : ''}`)
  }
}

/** Without a checklist, whatever is well-formed. */
function idSchema(ids: readonly string[], pattern: string): JsonSchema {
  return ids.length > 0 ? { enum: ids } : { pattern }
}

/** Nearly the same, or the right check without its system or in another one. */
function meant(typed: string, ids: readonly string[]): string | undefined {
  const slug = typed.slice(typed.indexOf('/') + 1)
  return nearest(typed, ids) ?? (slug === '*' ? undefined : ids.find((id) => id.endsWith(`/${slug}`)))
}

function systemOf(id: string): string {
  return id.slice(0, Math.max(id.indexOf('/'), 0))
}
