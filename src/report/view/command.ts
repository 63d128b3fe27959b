import type { Finding } from '../../model.ts'
import { count, plural } from '../../text.ts'
import { fence, text } from './escape.ts'
import type { Labels } from './labels.ts'
import { filled, templateOf } from './template.ts'

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

type Advised = Pick<Finding, 'resource' | 'remediation'>

/**
 * Remedies as Markdown. Those that say the same about different resources are said once, with all their names and the
 * commands of all in one block.
 *
 * @param most commands for more resources are only counted
 */
export function remedies(findings: Advised[], labels: Labels, most: number): string {
  return mergedSteps(findings, labels, most)
    .map(({ kind, text: step }) => (kind === 'instruction' ? text(step, 1500) : fence(step, 'sh')))
    .join('\n\n')
}

/** What is to be done to one resource. */
interface Remedy {
  resource: string
  steps: Step[]
}

/** The steps of remedies: what they say about different resources once, with the commands of all together. */
export function mergedSteps(findings: Advised[], labels: Labels, most: number): Step[] {
  const all = new Map(findings.map((one) => [JSON.stringify([one.resource.toLowerCase(), one.remediation]), one]))
  const remedies = [...all.values()].flatMap(({ resource, remediation }) =>
    remediation === null ? [] : [{ resource, steps: stepsOf(remediation) }],
  )
  const alike = [...Map.groupBy(remedies, wording).values()]
  const left = alike.slice(most).reduce((sum, those) => sum + those.length, 0)
  const rest: Step[] =
    left > 0 ? [{ kind: 'instruction', text: `… and more for ${plural(left, 'other resource')}.` }] : []
  return [...alike.slice(0, most).flatMap((those) => together(those, labels, most)), ...rest]
}

/** What a remedy says, whatever the resource is called. */
function wording({ resource, steps }: Remedy): string {
  return JSON.stringify(steps.map(({ kind, text }) => (kind === 'command' ? null : templateOf(text, resource))))
}

function together(all: Remedy[], labels: Labels, most: number): Step[] {
  const [first] = all as [Remedy]
  return first.steps.flatMap((step, index): Step[] => {
    const said = all.map(({ resource, steps }) => ({ resource, text: steps[index]?.text ?? '' }))
    if (step.kind === 'instruction') return [{ kind: 'instruction', text: filled(said, labels) }]
    return commands([...new Set(said.map(({ text }) => text))], most)
  })
}

/** Those of one resource are broken into lines that a phone shows; of several, each has a line. */
function commands(all: string[], most: number): Step[] {
  const shown = all.slice(0, most).map((text) => (all.length > 1 ? joinedLines(text) : wrapLines(text)))
  const left = all.length - shown.length
  const more: Step[] = left > 0 ? [{ kind: 'instruction', text: `… and the same for ${count(left)} more.` }] : []
  return [{ kind: 'command', text: shown.join('\n') }, ...more]
}

/** In single quotes where the shell would read more into it than its characters. */
export function shellQuoted(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`
}

function wrapLines(commands: string): string {
  return joinedLines(commands).split('\n').map(wrap).join('\n')
}

/** Commands that went on in the next line, each in one. */
function joinedLines(commands: string): string {
  return commands.trim().replaceAll(/[ \t]*\\[ \t]*\n[ \t]*/g, ' ')
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
