import { fence, text } from './escape.ts'

/** A sentence, or commands for a shell. */
export interface Step {
  kind: 'command' | 'instruction'
  text: string
}

/** What a phone shows of a line of code. */
const WIDTH = 44

/** A remedy in its steps: lines that begin with `az`, and what they go on in, are commands. */
export function stepsOf(remediation: string): Step[] {
  const found: Step[] = []
  let isContinued = false
  for (const line of remediation
    .trim()
    .replace(/: (az [^()]+)$/, ':\n$1')
    .split('\n')) {
    const kind: Step['kind'] = isContinued || /^\s*az\s/.test(line) ? 'command' : 'instruction'
    const last = found.at(-1)
    if (last?.kind === kind) last.text += `\n${line}`
    else if (line.trim() !== '') found.push({ kind, text: line })
    isContinued = kind === 'command' && line.trimEnd().endsWith('\\')
  }
  return found
}

/**
 * Remedies as Markdown. Those that say the same about different resources are said once, with the commands of all in
 * one block.
 */
export function remedies(remediations: string[]): string {
  return mergedSteps(remediations)
    .map(({ kind, text: step }) => (kind === 'instruction' ? text(step, 1000) : fence(step, 'sh')))
    .join('\n\n')
}

/** The steps of remedies: what they say about different resources once, with the commands of all together. */
export function mergedSteps(remediations: string[]): Step[] {
  const alike = new Map<string, Step[][]>()
  for (const remediation of new Set(remediations)) {
    const steps = stepsOf(remediation)
    const sentences = JSON.stringify(steps.map(({ kind, text }) => (kind === 'command' ? null : text)))
    const known = alike.get(sentences)
    if (known) known.push(steps)
    else alike.set(sentences, [steps])
  }
  return [...alike.values()].flatMap(together)
}

function together(all: Step[][]): Step[] {
  const [first = []] = all
  return first.map((step, index) =>
    step.kind === 'instruction'
      ? step
      : { kind: 'command', text: [...new Set(all.map((steps) => wrapLines(steps[index]?.text ?? '')))].join('\n') },
  )
}

/** In single quotes where the shell would read more into it than its characters. */
export function shellQuoted(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
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
