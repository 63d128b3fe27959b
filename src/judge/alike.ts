/** Gives the first value of this content that it was given: what many workspaces have in common is kept once. */
export type Alike = <T>(value: T) => T

/** Contents that are remembered: what many have in common is among the first, and the rest is of one alone. */
const MOST = 10_000

export function createAlike(): Alike {
  const known = new Map<string, unknown>()
  return <T>(value: T) => {
    const content = JSON.stringify(value)
    if (!known.has(content) && known.size < MOST) known.set(content, value)
    return (known.get(content) ?? value) as T
  }
}
