import { count } from '../../text.ts'
import type { Graph, State } from '../view/context.ts'
import { text } from '../view/escape.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'

const words: Record<State, string> = {
  high: 'high-severity failure',
  medium: 'medium-severity failure',
  low: 'low-severity failure',
  advice: 'recommendation',
  undecided: 'undecided',
  waived: 'waived',
  passed: 'passed',
}

/** The dependencies of the worst workspace as a drawing that GitHub makes from Mermaid. */
export function graph({ context }: View): Section[] {
  const { graph } = context
  const [workspace] = graph?.nodes ?? []
  if (!graph || !workspace) return []
  const left = graph.left > 0 ? `\n\n… and ${count(graph.left)} more with fewer findings.` : ''
  const open = `### What ${text(workspace.name, 60)} depends on\n\n\`\`\`mermaid\n${diagram(graph)}\n\`\`\`${left}`
  return [{ rank: 5, open, rows: [] }]
}

function diagram({ nodes, edges }: Graph): string {
  return [
    'flowchart LR',
    ...nodes.map((node, index) => `  n${index}["${labelOf(node)}"]${classOf(node.state)}`),
    ...edges.map(([from, to]) => `  n${from} --> n${to}`),
    '  classDef fails stroke:#cf222e,stroke-width:4px',
    '  classDef undecided stroke:#bf8700,stroke-width:2px,stroke-dasharray:6 4',
  ].join('\n')
}

function labelOf({ name, kind, state }: Graph['nodes'][number]): string {
  return [plain(name) || 'no name', plain(kind), words[state]].filter((part) => part !== '').join('<br>')
}

/** Whatever could mean something to Mermaid, HTML or Markdown is left out: a drawing needs no more than a hint. */
function plain(part: string): string {
  const safe = part.replace(/[^\p{L}\p{N} ._/-]+/gu, ' ').trim()
  const short = Array.from(safe).slice(0, 80).join('')
  // Mermaid takes these at the beginning of a line for something else
  return short.replace(/^[\s./-]+/, '')
}

function classOf(state: State): string {
  if (state === 'undecided') return ':::undecided'
  return state === 'high' || state === 'medium' ? ':::fails' : ''
}
