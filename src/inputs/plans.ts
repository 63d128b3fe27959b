import { join } from 'node:path'
import { type Glob, globInside } from './globs.ts'
import type { Reader } from './reader.ts'
import { oneOf } from './values.ts'

/** Plans that are laid over what is live. */
export interface Plans {
  files: Glob[]
  /** which judgement decides the conclusion; null: what would be, where a plan was read, else what is live */
  gateOn: 'live' | 'planned' | 'both' | null
  /** what a pattern that means no file does: it ends the run, or what is live decides */
  ifNoPlan: 'fail' | 'live'
}

/** @param folders where plans may be; relative to the first one */
export function readPlans(
  { list, optional, required, problems, isGiven }: Reader<'if-no-plan'>,
  folders: [string, ...string[]],
): Plans {
  const plans: Plans = {
    files: list('plan-files', globInside(...folders), (path) => path),
    gateOn: optional('gate-on', oneOf('live', 'planned', 'both')) ?? null,
    ifNoPlan: required('if-no-plan', oneOf('fail', 'live')),
  }
  if (plans.gateOn !== null && plans.gateOn !== 'live' && !isGiven('plan-files'))
    problems.push(`gate-on is ${plans.gateOn}, but there is no plan: give plan-files.`)
  return plans
}

/** Files that are named by their whole path. */
export function namedPlans({ files }: Plans): [input: string, path: string][] {
  const paths = files.map(({ folder, parts }) => join(folder, ...parts)).filter((path) => !/[*?]/.test(path))
  return [...new Set(paths)].map((path) => ['plan-files', path])
}
