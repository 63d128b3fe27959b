import { createHash } from 'node:crypto'

/** What will exist and nobody knows yet, made of what the plan calls it: the same wherever it is needed. */
export function standInOf(address: string) {
  const digest = (part: string) => createHash('sha256').update(`${address}\n${part}`).digest('hex')
  return {
    guid: (part: string): string => guidOf(digest(part)),
    /** of a key */
    version: (): string => digest('version').slice(0, 32),
    /** fit to stand in a resource id */
    name: (): string => `${address.replace(/[^\w.-]+/g, '_').slice(0, 70)}-${digest('name').slice(0, 8)}`,
  }
}

function guidOf(hex: string): string {
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return parts.join('-')
}
