/** @param iso ISO 8601, UTC */
export function time(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ')
}
