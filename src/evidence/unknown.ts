import type { UnknownReason } from '../model.ts'

/** Stands in a planned body where the plan cannot tell what the value will be. Nothing that comes from Azure is one. */
export class Unknown {
  /** a sentence for people: why it is not known, and what would make it known */
  readonly why: string
  /** `not-visible` where Azure would have shown it, and nobody asked; no permission makes the rest known */
  readonly reason: UnknownReason

  constructor(why: string, reason: UnknownReason = 'not-observable') {
    this.why = why
    this.reason = reason
  }
}

/** The first unknown in a value, however deep it lies; null when all of it is known. */
export function unknownIn(value: unknown): Unknown | null {
  if (value instanceof Unknown) return value
  if (typeof value !== 'object' || value === null) return null
  for (const member of Object.values(value)) {
    const found = unknownIn(member)
    if (found) return found
  }
  return null
}
