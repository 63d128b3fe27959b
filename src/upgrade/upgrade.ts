import { idKey, parseResourceId } from '../evidence/resource-id.ts'
import type { Finding } from '../model.ts'
import { version } from '../version.ts'
import { checksOfFirstVersion, decidedByLess } from './first-version.ts'

/** What stood open against one workspace: fingerprints, and what each is of. */
interface Then {
  /** resource id, or the pseudonym that was published instead */
  id: string
  open: Map<string, { check: string; resource: string }>
}

/** What the version that wrote a baseline looked at, where it is older than this one. */
export interface Upgrade {
  /** the version that wrote it */
  from: string
  /** ids of the checks that it made */
  checks: ReadonlySet<string>
  workspaces: Then[]
  /** those of `workspaces` in which something stood open, by its fingerprint */
  byFingerprint: ReadonlyMap<string, Then>
}

/** Whether a version of this tool is older than this one; what is not a version is not older. */
export function isOlder(other: string): boolean {
  const [then, now] = [numbersOf(other), numbersOf(version)]
  if (then === null || now === null) return false
  const at = now.findIndex((number, index) => number !== then[index])
  return at !== -1 && (then[at] as number) < (now[at] as number)
}

function numbersOf(text: string): number[] | null {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+]|$)/.exec(text)
  return match ? match.slice(1, 4).map(Number) : null
}

/**
 * @param made ids of the checks that the version made, where its report says so: the first one's does not
 * @param workspaces of the report; as JSON has them, nothing of it checked
 */
export function upgradeFrom(from: string, made: unknown, workspaces: Record<string, unknown>[]): Upgrade | null {
  if (!isOlder(from)) return null
  const checks = new Set(Array.isArray(made) ? made.map(String) : checksOfFirstVersion)
  const then = workspaces.map(({ id, findings }): Then => {
    const open: Then['open'] = new Map()
    for (const finding of Array.isArray(findings) ? findings : []) {
      const { check, resource, status, fingerprint } = (finding ?? {}) as Record<string, unknown>
      if ((status === 'fail' || status === 'unknown') && typeof fingerprint === 'string')
        open.set(fingerprint, { check: String(check), resource: String(resource) })
    }
    return { id: String(id), open }
  })
  const byFingerprint = new Map(then.flatMap((one) => [...one.open.keys()].map((key) => [key, one] as const)))
  return { from, checks, workspaces: then, byFingerprint }
}

/**
 * Whether what looks new is found because of the upgrade: by a check that the older version did not make, where it could
 * not decide, where it decided by less, or where it said so of something else.
 *
 * @param judged fingerprints of everything that is judged in the workspace now
 */
export function foundByUpgrade(
  { from, checks, workspaces, byFingerprint }: Upgrade,
  workspace: string,
  judged: ReadonlySet<string>,
): (finding: Pick<Finding, 'check' | 'resource' | 'status' | 'fingerprint'>) => boolean {
  const known = [...judged].map((fingerprint) => byFingerprint.get(fingerprint)).find((one) => one !== undefined)
  const then = known ?? workspaces.find(({ id }) => idKey(id) === idKey(workspace))
  const moved = [...(then?.open ?? [])]
    .filter(([fingerprint]) => !judged.has(fingerprint))
    .map(([, subject]) => subject)
  const byLess = (check: string) => /^1\.0\./.test(from) && decidedByLess.has(check)
  return ({ check, resource, status, fingerprint }) =>
    !checks.has(check) ||
    (status === 'unknown' && byLess(check)) ||
    (status === 'fail' && then?.open.has(fingerprint) === true) ||
    moved.some((subject) => subject.check === check && isOfAnotherKind(subject.resource, resource))
}

/** A resource that went away does not excuse another of its kind. */
function isOfAnotherKind(then: string, now: string): boolean {
  return parseResourceId(then)?.type !== parseResourceId(now)?.type
}
