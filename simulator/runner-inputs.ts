import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface ActionFile {
  inputs?: Record<string, { default?: unknown } | null>
}

/** `INPUT_*` as the runner sets them: every input that action.yml names, its default where the step says nothing. */
export function actionInputs(given: Record<string, string>, githubToken: string): Record<string, string> {
  const defaults = Object.entries(declaredInputs()).map(([name, input]) => {
    const value = input?.default === undefined ? '' : String(input.default)
    return [name, value.replace(/\$\{\{\s*github\.token\s*\}\}/g, githubToken)] as const
  })
  const all = { ...Object.fromEntries(defaults), ...given }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [variable(name), value]))
}

function declaredInputs(): NonNullable<ActionFile['inputs']> {
  const file = join(import.meta.dirname, '../action.yml')
  return existsSync(file) ? ((parse(readFileSync(file, 'utf8')) as ActionFile | null)?.inputs ?? {}) : {}
}

/** Spaces become underscores, hyphens stay. */
function variable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}
