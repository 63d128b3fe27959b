import { createHash } from 'node:crypto'

/** SHA-256 of what a file holds, in hexadecimal. */
export function sha256(contents: Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex')
}
