import type { Part } from '../../model.ts'
import { nameIn } from '../../said.ts'
import { shellQuoted } from '../../shell.ts'

/** What a phone shows of a line of code. */
const WIDTH = 44

/** A command for a POSIX shell, in one line. */
export function commandLine(command: Part[], quoted = shellQuoted): string {
  return wordsOf(command, quoted).join(' ')
}

/** The same, broken before its options into lines that a phone shows. */
export function commandLines(command: Part[]): string {
  const lines: string[] = []
  for (const piece of pieces(wordsOf(command, shellQuoted))) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + piece.length < WIDTH) lines[lines.length - 1] = `${last} ${piece}`
    else lines.push(piece)
  }
  return lines.join(' \\\n  ')
}

/** A command in several lines would look like several commands. */
function wordsOf(command: Part[], quoted: (word: string) => string): string[] {
  return command.map((part) => quoted(nameIn(part).replace(/\s*\n\s*/g, ' ')))
}

/** `az keyvault update`, `--name kv`, `--enable-purge-protection true` */
function pieces(words: string[]): string[] {
  const found: string[] = []
  for (const word of words) {
    if (found.length === 0 || word.startsWith('-')) found.push(word)
    else found.push(`${found.pop()} ${word}`)
  }
  return found
}
