import { idKey } from '../../evidence/resource-id.ts'
import type { Finding, Part, Step } from '../../model.ts'
import { asText } from '../../said.ts'
import { count, listed, plural } from '../../text.ts'
import { commandLine, commandLines } from './command.ts'
import type { Labels } from './labels.ts'

/** Sentences, or commands for a shell, as they are shown. */
export interface ShownStep {
  kind: 'command' | 'instruction'
  text: string
}

type Advised = Pick<Finding, 'resource' | 'steps'>

/** Commands that follow each other are shown as one block. */
type Block = { instruction: Part[] } | { commands: Part[][] }

/** All steps as text; null where there is none. */
export function stepsText(steps: Step[]): string | null {
  const lines = steps.map((step) => ('command' in step ? commandLine(step.command) : asText(step.instruction)))
  return lines.length === 0 ? null : lines.join('\n')
}

/** The steps of findings: what they say about different resources once, with the commands of all together. */
export function mergedSteps(findings: Advised[], labels: Labels, most: number): ShownStep[] {
  const fixes = findings.filter(({ steps }) => steps.length > 0)
  const each = new Map(fixes.map(({ resource, steps }) => [`${idKey(resource)}\n${stepsText(steps)}`, blocksOf(steps)]))
  const alike = [...Map.groupBy(each.values(), wording).values()]
  const left = alike.slice(most).reduce((sum, those) => sum + those.length, 0)
  const rest: ShownStep[] =
    left > 0 ? [{ kind: 'instruction', text: `… and more for ${plural(left, 'other resource')}.` }] : []
  return [...alike.slice(0, most).flatMap((those) => together(those, labels, most)), ...rest]
}

function blocksOf(steps: Step[]): Block[] {
  const blocks: Block[] = []
  for (const step of steps) {
    const last = blocks.at(-1)
    if (!('command' in step)) blocks.push(step)
    else if (last && 'commands' in last) last.commands.push(step.command)
    else blocks.push({ commands: [step.command] })
  }
  return blocks
}

/** What a fix says, whatever the names in it, and which commands it has. */
function wording(blocks: Block[]): string {
  return JSON.stringify(
    blocks.map((block) => 'instruction' in block && block.instruction.map((part) => typeof part === 'string' && part)),
  )
}

function together(fixes: Block[][], labels: Labels, most: number): ShownStep[] {
  const [first = []] = fixes
  return first.flatMap((block, index): ShownStep[] => {
    const same = fixes.flatMap((blocks) => blocks[index] ?? [])
    if ('commands' in block)
      return commands(
        same.flatMap((one) => ('commands' in one ? [one.commands] : [])),
        most,
      )
    const said = same.flatMap((one) => ('instruction' in one ? [one.instruction] : []))
    return [{ kind: 'instruction', text: said.length === 1 ? asText(block.instruction) : filled(said, labels) }]
  })
}

/** Those of one resource are broken into lines; of several, each has a line. */
function commands(all: Part[][][], most: number): ShownStep[] {
  const show = all.length > 1 ? commandLine : commandLines
  const texts = new Set(all.map((those) => those.map((one) => show(one)).join('\n')))
  const left = texts.size - most
  const more: ShownStep[] = left > 0 ? [{ kind: 'instruction', text: `… and the same for ${count(left)} more.` }] : []
  return [{ kind: 'command', text: [...texts].slice(0, most).join('\n') }, ...more]
}

/** More names than so many are only counted. */
const NAMES = 20

/** Instructions of one wording as one, with the names of all. In code, which people copy, it says what to put there. */
function filled(all: Part[][], labels: Labels): string {
  const [first = []] = all
  let isCode = false
  return first
    .map((part, index) => {
      if (typeof part === 'string') {
        if (part.split('`').length % 2 === 0) isCode = !isCode
        return part
      }
      const names = new Set(all.flatMap((parts) => labelIn(parts[index], labels)))
      return isCode && names.size > 1 ? '<name>' : listed([...names], NAMES)
    })
    .join('')
}

function labelIn(part: Part | undefined, labels: Labels): string[] {
  if (part === undefined || typeof part === 'string') return []
  return [(part.id && labels.get(part.id.toLowerCase())) || part.name]
}
