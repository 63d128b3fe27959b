import type { SecretPlace } from '../evidence/secrets.ts'
import type { Said } from '../model.ts'
import { said, words } from '../said.ts'

type Hit = Pick<SecretPlace, 'name' | 'class'>

/** What is said of values in plain text that look like secrets, and how bad that is. */
export function leakOf(hits: readonly Hit[]): { message: Said; severity: 'high' | 'medium' } {
  const shaped = hits.filter(isShaped)
  if (shaped.length === 0) {
    const message = said`The name suggests a secret, and the value is in plain text: ${{ name: namesOf(hits) }}.`
    return { message, severity: 'medium' }
  }
  const shapes = [...new Set(shaped.map((place) => place.class.slice('credential:'.length)))].join(', ')
  return {
    message: said`A value has the shape of a credential (${words(shapes)}): ${{ name: namesOf(hits) }}.`,
    severity: 'high',
  }
}

export const isShaped = (place: Hit) => place.class.startsWith('credential:')

export function namesOf(hits: readonly Hit[]): string {
  return [...new Set(hits.map(({ name }) => name))].join(', ')
}
