/** A word of a command as a POSIX shell reads it: in single quotes where it would read more into it than its characters. */
export function shellQuoted(word: string): string {
  return /^[\w./:@=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
