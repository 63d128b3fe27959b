import type { Json } from './json.ts'

export function parsePlan(bytes: Uint8Array, _file: string): { json: Json } {
  return { json: JSON.parse(new TextDecoder().decode(bytes)) }
}
