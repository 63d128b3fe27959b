import { anyOf, nearest, type Parser, Refusal } from '../inputs/values.ts'
import { oneLine, quoted } from '../text.ts'
import { mostQuoted, type Place, type Tree } from './tree.ts'

export type JsonSchema = Record<string, unknown>
export type Report = (at: Place, message: string) => void

/** A part of the file: how it is read and, from the same description, what editors are told. */
export interface Shape<T> {
  schema: JsonSchema
  /** end of a sentence: `it must be …` */
  allowed: string
  /** undefined when a problem was reported */
  read: (tree: Tree, name: string, report: Report) => T | undefined
}

export interface Field<T> {
  shape: Shape<T>
  isRequired: boolean
  /** what editors show */
  schema: JsonSchema
}

type Fields = Record<string, Field<unknown>>
type Values<F extends Fields> = { [Key in keyof F]: F[Key] extends Field<infer T> ? T : never }

export function required<T>(shape: Shape<T>, description: string): Field<T> {
  return { shape, isRequired: true, schema: { description, ...shape.schema } }
}

export function optional<T>(shape: Shape<T>, description: string, more: JsonSchema = {}): Field<T | undefined> {
  return { shape, isRequired: false, schema: { description, ...shape.schema, ...more } }
}

/** Text that a parser understands. */
export function text<T extends string>(allowed: string, parse: Parser<T>, schema: JsonSchema = {}): Shape<T> {
  return {
    schema: { type: 'string', ...schema },
    allowed,
    read: (tree, name, report) => {
      if (tree.kind === 'value' && typeof tree.value === 'string' && tree.value.trim() !== '') {
        const { value, refusal } = attempt(parse, tree.value)
        if (refusal !== undefined) refuse(tree, name, refusal, report)
        return value
      }
      const typed = tree.kind === 'value' && tree.value !== null ? tree.source : ''
      const isText = typed !== '' && typed.length <= mostQuoted && attempt(parse, typed).refusal === undefined
      return refuse(tree, name, isText ? `${allowed}; write ${quoted(typed)}` : allowed, report)
    },
  }
}

function attempt<T>(parse: Parser<T>, typed: string): { value?: T; refusal?: string } {
  try {
    return { value: parse(typed) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message }
    throw error
  }
}

export function wholeNumber(least: number, most: number): Shape<number> {
  const allowed = least === most ? `it must be ${least}` : `it must be a whole number from ${least} to ${most}`
  return {
    schema: least === most ? { const: least } : { type: 'integer', minimum: least, maximum: most },
    allowed,
    read: (tree, name, report) => {
      const value = tree.kind === 'value' ? tree.value : null
      if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
      return refuse(tree, name, allowed, report)
    },
  }
}

/** What is wrong with one entry does not hide what is right with the others. */
export function list<T>(item: Shape<T>, least = 0): Shape<T[]> {
  const allowed = least > 0 ? 'it must be a list that is not empty' : 'it must be a list'
  return {
    schema: { type: 'array', items: item.schema, ...(least > 0 ? { minItems: least } : {}) },
    allowed,
    read: (tree, name, report) => {
      if (tree.kind !== 'list' || tree.items.length < least) return refuse(tree, name, allowed, report)
      return tree.items.flatMap((each) => item.read(each, `${name} entry`, report) ?? [])
    },
  }
}

/** A map with keys of one's own choice. */
export function record<T>(key: Shape<string>, value: Shape<T>, least = 0): Shape<{ key: string; value: T }[]> {
  const allowed = least > 0 ? 'it must be a map that is not empty' : 'it must be a map'
  const { type: _, ...names } = key.schema
  return {
    schema: {
      type: 'object',
      propertyNames: names,
      additionalProperties: value.schema,
      ...(least > 0 ? { minProperties: least } : {}),
    },
    allowed,
    read: (tree, name, report) => {
      if (tree.kind !== 'map' || tree.entries.length < least) return refuse(tree, name, allowed, report)
      return tree.entries.flatMap((entry) => {
        const { line, column } = entry
        const typed: Tree = { line, column, kind: 'value', value: entry.key, source: entry.key, size: 1 }
        const known = key.read(typed, `a key of ${name}`, report)
        const held = value.read(entry.value, `${name} ${oneLine(entry.key, mostQuoted)}`, report)
        return known === undefined || held === undefined ? [] : [{ key: known, value: held }]
      })
    },
  }
}

/** A map with these keys and no others. */
export function object<F extends Fields>(fields: F): Shape<Values<F>> {
  return {
    schema: objectSchema(fields),
    allowed: objectAllowed(fields),
    read: (tree, name, report) => {
      let isWhole = true
      const values = readFields(fields, tree, name, (at, message) => {
        isWhole = false
        report(at, message)
      })
      // what an alias broke was reported when the file was parsed
      const isRead = tree.kind === 'map' && Object.values(values).every((value) => value !== undefined)
      return isWhole && isRead ? (values as Values<F>) : undefined
    },
  }
}

export function objectSchema(fields: Fields): JsonSchema {
  const entries = Object.entries(fields)
  const names = entries.filter(([, { isRequired }]) => isRequired).map(([key]) => key)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, { schema }]) => [key, schema])),
    ...(names.length > 0 ? { required: names } : {}),
    additionalProperties: false,
  }
}

function objectAllowed(fields: Fields): string {
  const names = Object.keys(fields)
  return `it must be a map with the key${names.length > 1 ? 's' : ''} ${names.join(', ')}`
}

/** Reads what can be read, and reports everything else. */
export function readFields<F extends Fields>(fields: F, tree: Tree, name: string, report: Report): Partial<Values<F>> {
  if (tree.kind !== 'map') {
    refuse(tree, name, objectAllowed(fields), report)
    return {}
  }
  const known = new Map(Object.entries(fields))
  const given = tree.entries.map(({ key, value, ...at }) => {
    const field = known.get(key)
    if (field === undefined) report(at, unknownKey(key, [...known.keys()], name))
    return [key, field?.shape.read(value, key, report)] as const
  })
  const keys = new Set(given.map(([key]) => key))
  for (const [key, { shape, isRequired }] of known) {
    if (isRequired && !keys.has(key)) report(tree, `${key} is missing in ${name}: ${shape.allowed}.`)
  }
  return Object.fromEntries(given.filter(([key]) => known.has(key))) as Partial<Values<F>>
}

function unknownKey(key: string, known: string[], name: string): string {
  const near = nearest(key, known)
  return `${name} has the unknown key ${quoted(key, mostQuoted)}: it must be ${anyOf(known)}${near ? `; did you mean ${near}?` : '.'}`
}

/** Looks at what was read once more, or makes something else of it. */
export function mapped<T, U>(
  shape: Shape<T>,
  make: (value: T, at: Tree, report: Report) => U | undefined,
  schema: JsonSchema = {},
): Shape<U> {
  return {
    ...shape,
    schema: { ...shape.schema, ...schema },
    read: (tree, name, report) => {
      const value = shape.read(tree, name, report)
      return value === undefined ? undefined : make(value, tree, report)
    },
  }
}

function refuse(tree: Tree, name: string, allowed: string, report: Report): undefined {
  if (tree.kind !== 'broken') report(tree, `${name} is ${shown(tree)}: ${allowed}${allowed.endsWith('?') ? '' : '.'}`)
}

function shown(tree: Exclude<Tree, { kind: 'broken' }>): string {
  if (tree.kind !== 'value') {
    const isEmpty = tree.size === 1
    return isEmpty ? `an empty ${tree.kind}` : `a ${tree.kind}`
  }
  if (tree.value === null) return 'empty'
  return typeof tree.value === 'string' ? quoted(tree.value, mostQuoted) : oneLine(tree.source, mostQuoted)
}
