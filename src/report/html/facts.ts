/** @param iso ISO 8601, UTC */
export function time(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ')
}

/** @param iso ISO 8601, UTC */
export function day(iso: string): string {
  return iso.slice(0, 10)
}
