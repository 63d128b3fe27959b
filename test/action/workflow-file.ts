/** Workflow files as GitHub reads them: jobs, their matrix, and what stands in `${{ }}`, by GitHub's own library. */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { repositoryName } from '../../scripts/repository.ts'

export interface Step {
  id?: string
  name?: string
  if?: string
  uses?: string
  with?: Record<string, unknown>
  env?: Record<string, string>
  run?: string
}

export interface Job {
  name?: string
  needs?: string
  env?: Record<string, unknown>
  if?: string
  uses?: string
  with?: Record<string, unknown>
  permissions: Record<string, 'read' | 'write'>
  strategy?: { matrix: { include: Record<string, string>[] } }
  outputs?: Record<string, string>
  steps?: Step[]
}

export interface Workflow {
  on: string | Record<string, { inputs?: Record<string, { default?: unknown; required?: boolean }> } | null>
  jobs: Record<string, Job>
}

/** `github`, `vars`, `matrix` … */
export type Contexts = Record<string, unknown>

/** Whether a step uses this action, wherever its copy is. */
export function isOurs({ uses = '' }: Step): boolean {
  return uses.includes(`/${repositoryName}@`)
}

/** A job for each row of its matrix; one that has none is run once. */
export function rowsOf({ strategy }: Job): Record<string, string>[] {
  return strategy?.matrix.include ?? [{}]
}

/** The names of the events that start it. */
export function eventsOf({ on }: Workflow): string[] {
  return typeof on === 'string' ? [on] : Object.keys(on)
}

/** Text with every `${{ }}` in it replaced. */
export function filled(text: unknown, contexts: Contexts): string {
  return String(text ?? '').replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, contexts, false).coerceString(),
  )
}

export function allFilled(values: Record<string, unknown> = {}, contexts: Contexts = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(value, contexts)]))
}

/** Whether a step is run; one that names no function about the status is left out after a failure. */
export function isRun(condition: string | undefined, contexts: Contexts, hasFailed: boolean): boolean {
  const expression = (condition ?? '').replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1').trim() || 'success()'
  if (hasFailed && !/\b(always|cancelled|failure|success)\(/.test(expression)) return false
  const value = evaluate(expression, contexts, hasFailed).coerceString()
  return !['', 'false', '0'].includes(value)
}

function evaluate(expression: string, contexts: Contexts, hasFailed: boolean) {
  const answers = { always: true, cancelled: false, failure: hasFailed, success: !hasFailed }
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }))
  const { tokens } = new Lexer(expression).lex()
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse()
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  return new Evaluator(parsed, known, new Map(functions.map((each) => [each.name, each]))).evaluate()
}
