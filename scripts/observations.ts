import type { Check } from '../src/checklist/check.ts'
import { idKey, parseResourceId } from '../src/evidence/resource-id.ts'
import type { Workspace } from '../src/evidence/workspace/model.ts'
import { openWorkspace } from '../src/evidence/workspace/open.ts'
import { evaluate, type Judgement, type Outcome, stepsOf } from '../src/judge/evaluate.ts'
import type { Part, PerProfile, Profile, Severity, Status, Step } from '../src/model.ts'
import { resourceKind } from '../src/report/view/names.ts'
import { nameIn } from '../src/said.ts'
import { allAsked, evidenceOf, ids, principal, scope } from '../test/checklist/builder.ts'
import { scenes } from '../test/checklist/scenes.ts'

/** What a check does in the scenes of the tests: the page says this, so that it cannot differ from the rule. */
export interface Observation {
  /** paths, by the type of the resource that they were read from */
  reads: Map<string, Set<string>>
  /** one for each kind of resource, the gravest first */
  severities: PerProfile<Severity>[]
  statuses: Set<Status>
  /** what there is to do about one resource, its names replaced; empty where nothing is said */
  steps: Step[]
}

const profiles: Profile[] = ['cmk-required', 'baseline']
const gravity: Severity[] = ['high', 'medium', 'low', 'info']

/** By check id. */
export function observe(checklist: readonly Check[]): Map<string, Observation> {
  const seen = new Map(checklist.map(({ id }) => [id, nothingYet()]))
  for (const scene of Object.values(scenes)) {
    const evidence = evidenceOf(scene)
    for (const profile of profiles) {
      const options = { ...allAsked, ...scene.options }
      const workspace = openWorkspace(evidence, ids.workspace, profile, options)
      for (const outcome of evaluate(checklist, workspace)) record(seen.get(outcome.check.id), outcome, workspace)
    }
  }
  for (const { severities } of seen.values()) severities.sort((one, other) => rank(one) - rank(other))
  return seen
}

function nothingYet(): Observation {
  return { reads: new Map(), severities: [], statuses: new Set(), steps: [] }
}

const rank = (severity: PerProfile<Severity>) =>
  gravity.indexOf(severity['cmk-required']) * gravity.length + gravity.indexOf(severity.baseline)

function record(into: Observation | undefined, outcome: Outcome, workspace: Workspace): void {
  if (!into) return
  into.statuses.add(outcome.verdict.status)
  if (outcome.subject === null) return
  const { check, subject, reads } = outcome
  for (const { resource = subject.id, path } of reads.values) {
    const type = typeOf(resource)
    into.reads.set(type, (into.reads.get(type) ?? new Set()).add(general(path)))
  }
  const severity = typeof check.severity === 'function' ? check.severity(subject, workspace) : check.severity
  const isKnown = into.severities.some((one) => profiles.every((profile) => one[profile] === severity[profile]))
  if (!isKnown) into.severities.push(severity)
  if (into.steps.length === 0 && !subject.unreadable) into.steps = generalSteps(outcome, workspace)
}

/** What there is to do about it, without what would be somebody else's names. */
function generalSteps(judgement: Judgement, workspace: Workspace): Step[] {
  const { subject } = judgement
  const general = (part: Part) => {
    const name = nameIn(part)
    if (name === subject.name && idKey(subject.id) !== idKey(ids.workspace)) return '<name>'
    return typeof part === 'string' ? part : (placeholders.get(name) ?? name)
  }
  return stepsOf(judgement, workspace).map((step) =>
    'command' in step ? { command: step.command.map(general) } : { instruction: step.instruction.map(general) },
  )
}

/** By name or id. Parts of the scene that have a common word for a name keep it. */
const placeholders = new Map([
  [principal, '<object id>'],
  [scope.subscriptionId, '<subscription>'],
  ...Object.values(ids).map((id): [string, string] => [
    parseResourceId(id)?.resourceGroup ?? scope.resourceGroup,
    '<resource group>',
  ]),
  ...Object.values(ids).flatMap((id): [string, string][] => {
    const kind = resourceKind(id)
    if (kind === null) return []
    return [
      [parseResourceId(id)?.name ?? '', `<${kind}>`],
      [id, `<id of the ${kind}>`],
    ]
  }),
])

/** `Microsoft.KeyVault/vaults/keys`, cased as in the id. */
function typeOf(id: string): string {
  const segments = id.split('/').filter(Boolean)
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers')
  const types = segments.slice(at + 2).filter((_, index) => index % 2 === 0)
  return types.length === 0 ? 'resource provider' : [segments[at + 1], ...types].join('/')
}

/** Names of variables and ids of principals are those of the scene. */
function general(path: string): string {
  return path.replace(/=[^\]]*\]/, '=…]').replace(/\b(environmentVariables|metadata)\.[^.]+/, '$1.<name>')
}
