import { fence, text } from './escape.ts'

interface Step {
  kind: 'command' | 'instruction'
  text: string
}

const WIDTH = 58

/** A remedy as Markdown: its sentences, and its commands in one block after each. */
export function remedy(remediation: string): string {
  return steps(remediation).map(step).join('\n\n')
}

/** Whether a remedy is nothing but commands, so that it can stand in one block with others. */
export function isCommand(remediation: string): boolean {
  return steps(remediation).every(({ kind }) => kind === 'command')
}

/** Several remedies that are nothing but commands, in one block. */
export function commandBlock(remediations: string[]): string {
  return fence(remediations.map(wrapLines).join('\n'), 'sh')
}

/** In single quotes where the shell would read more into it than its characters. */
export function shellQuoted(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
}

function step({ kind, text: content }: Step): string {
  return kind === 'command' ? commandBlock([content]) : text(content, 1000)
}

function steps(remediation: string): Step[] {
  const found: Step[] = []
  let isContinued = false
  for (const line of remediation.trim().split('\n')) {
    const kind: Step['kind'] = isContinued || /^\s*az\s/.test(line) ? 'command' : 'instruction'
    const last = found.at(-1)
    if (last?.kind === kind) last.text += `\n${line}`
    else found.push({ kind, text: line })
    isContinued = kind === 'command' && line.trimEnd().endsWith('\\')
  }
  return found.filter(({ text }) => text.trim() !== '')
}

function wrapLines(commands: string): string {
  const joined = commands.trim().replaceAll(/[ \t]*\\[ \t]*\n[ \t]*/g, ' ')
  return joined.split('\n').map(wrap).join('\n')
}

/** Breaks a command before its options; what is quoted stays in one piece. */
function wrap(command: string): string {
  const lines: string[] = []
  for (const piece of pieces(command.trim())) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + piece.length < WIDTH) lines[lines.length - 1] = `${last} ${piece}`
    else lines.push(piece)
  }
  return lines.join(' \\\n  ')
}

/** `az keyvault update`, `--name kv`, `--enable-purge-protection true` */
function pieces(command: string): string[] {
  const found: string[] = []
  let start = 0
  let quote = ''
  for (let index = 0; index < command.length; index++) {
    const character = command[index] as string
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '#' || character === '\\') return [command]
    else if (character === ' ' && command[index + 1] === '-') {
      found.push(command.slice(start, index))
      start = index + 1
    }
  }
  return quote === '' ? [...found, command.slice(start)] : [command]
}
