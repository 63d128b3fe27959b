import type { Said } from '../src/model.ts'
import { asText } from '../src/said.ts'

/** Plain data with every message as people read it. */
export function spoken<T>(value: T): Spoken<T> {
  return JSON.parse(
    JSON.stringify(value, (key, member) => (key === 'message' && Array.isArray(member) ? asText(member) : member)),
  )
}

type Spoken<T> = T extends Said
  ? T
  : T extends object
    ? { [K in keyof T]: K extends 'message' ? Extract<T[K], undefined> | string : Spoken<T[K]> }
    : T
