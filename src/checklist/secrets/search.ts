import type { ChildKind } from '../../evidence/children.ts'
import { withheld } from '../../evidence/redact.ts'
import { gapOf, peek, type Resource } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import type { SecretPlace } from '../../evidence/secrets.ts'
import type { Subject, Subjects } from '../../evidence/subjects.ts'
import { once } from '../../evidence/workspace/consumers.ts'
import type { Workspace } from '../../evidence/workspace/model.ts'
import { mlCompute } from '../../resources/compute.ts'
import { secretPlaces } from '../../resources/type.ts'
import { said, words } from '../../said.ts'
import { plural } from '../../text.ts'
import { fail, notRead, pass, unknown, type Verdict } from '../check.ts'
import { leakOf } from '../leak.ts'
import { computeType, isBeingCreated, isUnheardOf } from '../managed-compute.ts'

/** What hits, each a subject of its own; the workspace, when nothing does; a list that cannot be read, as it is. */
export function found(
  workspace: Workspace,
  kinds: ChildKind[],
  hit = (one: Resource) => isUnshown(one) || places(one).some((place) => isSecret(place) || isUnrecognised(place)),
  also: Resource[] = [],
): Subjects<Subject> {
  const isHit = (one: Resource) => one.unreadable !== null || hit(one) || gapOf(one) !== null
  const listed = workspace.list(...kinds).all.filter(isHit)
  const known = new Set(listed.map(({ id }) => idKey(id)))
  const hits = [...listed, ...once(also).filter((one) => isHit(one) && !known.has(idKey(one.id)))]
  return { all: hits.length > 0 ? hits : [workspace.resource], none: 'not-used' }
}

/** Kinds whose name is not a word. */
const inWords: Partial<Record<ChildKind, [one: string, many: string]>> = {
  onlineDeployments: ['online deployment', 'online deployments'],
  batchDeployments: ['batch deployment', 'batch deployments'],
  services: ['web service of SDK v1', 'web services of SDK v1'],
}

export function nothingFound(
  workspace: Workspace,
  kinds: ChildKind[],
  clean: 'Nothing looks like a secret' | 'Nothing telling is in the names',
  containers = 0,
): Verdict {
  const counts = kinds.map((kind) => [kind, workspace.list(kind).all.length] as const)
  for (const [kind, count] of counts) workspace.resource.note(`${kind}[]`, count)
  if (containers > 0) workspace.resource.note('containerGroups[]', containers)
  const counted = counts.map(([kind, count]) =>
    plural(count, ...(inWords[kind] ?? ([kind.slice(0, -1), kind] as const))),
  )
  const all = [...counted, ...(containers > 0 ? [plural(containers, 'container group')] : [])].join(', ')
  if (kinds.every((kind) => workspace.isComplete(kind))) return pass(said`${clean} in ${words(all)}.`)
  return unknown(
    'truncated',
    said`${clean} in the first ${words(all)}, but there are more (thresholds.jobs-per-workspace).`,
  )
}

const isSecret = (place: SecretPlace) => place.class !== 'safe' && !isUnrecognised(place)
const isUnrecognised = (place: SecretPlace) => place.class === 'unrecognised'

export function verdictOf(subject: Resource): Verdict {
  const hits = places(subject).filter(isSecret)
  const gap = gapOf(subject)
  if (hits.length === 0) return gap ? notRead(gap) : unread(subject)
  show(subject, hits)
  const { message, severity } = leakOf(hits)
  return severity === 'high' ? fail(message, { severity }) : fail(message)
}

/** Custom services are among the settings of an instance, and what nobody has heard of may be one. */
function isUnshown(one: Resource): boolean {
  return (
    one.type === mlCompute.type &&
    (computeType(one) === 'computeinstance' || isUnheardOf(one)) &&
    peek(one, mlCompute.settings) === undefined &&
    !isBeingCreated(one)
  )
}

/** Undecided where a secret could stand, and nothing is shown, or in a shape that nobody knows how to read. */
export function unread(subject: Resource): Verdict {
  if (isUnshown(subject) && !subject.has(mlCompute.settings))
    return unknown('property-absent', 'Azure did not show the settings of the compute.')
  const strange = places(subject).filter(isUnrecognised)
  show(subject, strange)
  if (strange.length === 0) return pass()
  const where = { name: [...new Set(strange.map(({ name }) => name))].join(', ') }
  return unknown(
    'unrecognised-value',
    said`There is something where variables are expected, and it lists none: ${where}.`,
  )
}

/** Path, length and class; the value itself is not kept. */
export function show(subject: Resource, hits: SecretPlace[]): void {
  for (const place of hits) subject.note(place.path, withheld(place, place.class))
}

export function places(resource: Resource): SecretPlace[] {
  const list = peek(resource, secretPlaces)
  return Array.isArray(list) ? (list as SecretPlace[]) : []
}
