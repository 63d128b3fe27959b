const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that shows as itself in XML, in attributes too; what XML cannot hold becomes a replacement character. */
export function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{C}\n]/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
