import { isObject } from '../evidence/resource.ts'
import type { Json } from './json.ts'
import { PlanError } from './model.ts'

/** Deeper than any plan of a tool: modules in modules, and bodies in them. */
const DEEPEST = 200

/** PowerShell writes UTF-16 into the files to which output is sent. */
export function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new PlanError(`${file} is not a text. ${binary(bytes)}`)
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return 'utf-8'
}

/** The file that `plan -out` writes is a ZIP archive. */
export function isArchive([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b
}

function binary(bytes: Uint8Array): string {
  return isArchive(bytes) ? showIt : 'Name the JSON that the tool prints of its plan.'
}

export const showIt =
  'Terraform and OpenTofu print the plan as JSON with `terraform show -json <plan file>` or `tofu show -json <plan file>`: name that output.'

/** Takes out what no tool writes and JavaScript takes for something else, and refuses what is nested without end. */
export function sound(json: Json, file: string): Json {
  let level: Json[] = [json]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new PlanError(`${file} is nested more than ${DEEPEST} levels deep, as no plan is.`)
    level = level.flatMap(inside)
  }
  return json
}

function inside(value: Json): Json[] {
  if (isObject(value)) Reflect.deleteProperty(value, '__proto__')
  const members = typeof value === 'object' && value !== null ? Object.values(value) : []
  return members.filter((member) => typeof member === 'object' && member !== null)
}
