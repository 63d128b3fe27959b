import { isManagedHsm } from '../../evidence/key-id.ts'
import type { Key, KeyVersion } from '../../evidence/workspace/model.ts'
import type { Part, PerProfile, Said, Severity } from '../../model.ts'
import { said, separated } from '../../said.ts'
import { milder } from '../../severity.ts'
import { carriedBy } from '../carried-by.ts'
import { type Check, check, notRead, severity, type Verdict, worst } from '../check.ts'

export const aboutKeys = 'https://learn.microsoft.com/azure/key-vault/keys/about-keys'
export const rotation = 'https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation'

/** One check of every key in use. A key in somebody else's tenant can hardly be fixed by whoever reads the report. */
export function keyCheck(
  definition: Omit<Check<Key>, 'subjects' | 'severity'> & { severity: PerProfile<Severity> },
): Check {
  return check<Key>({
    ...definition,
    severity: (key) => (key.otherTenant ? severity('medium', 'low') : ownSeverity(key, definition.severity)),
    subjects: (workspace) => workspace.keys,
  })
}

/** Of a key that has no name, because what may use it cannot be read, that resource carries the gate. */
function ownSeverity({ hiddenBy, hiddenUsers }: Key, nominal: PerProfile<Severity>): PerProfile<Severity> {
  if (hiddenUsers || hiddenBy.length === 0) return nominal
  const most = carriedBy(hiddenBy)
  return severity(milder(nominal['cmk-required'], most['cmk-required']), milder(nominal.baseline, most.baseline))
}

/** Judges every version in use and the current one; the worst counts, and says which version and whose it is. */
export function eachVersion(key: Key, judge: (version: KeyVersion) => Verdict): Verdict {
  return ofAllUsers(
    key,
    key.versions
      .filter(({ resource }) => resource.unreadable?.state !== 'absent')
      .map((version) => {
        const { unreadable } = version.resource
        const verdict = unreadable ? notRead(unreadable) : judge(version)
        return verdict.status === 'fail'
          ? { ...verdict, message: said`${versionOf(key, version)} ${verdict.message}` }
          : verdict
      }),
  )
}

/** Nothing is right with every version in use while something that may use another one cannot be read. */
export function ofAllUsers(key: Key, verdicts: Verdict[]): Verdict {
  const verdict = worst(verdicts)
  if (!key.hiddenUsers || verdict.status === 'fail' || verdict.status === 'unknown') return verdict
  return { ...notRead(key.hiddenUsers), atMost: carriedBy(key.hiddenBy) } as Verdict
}

export function versionOf(key: Key, { version, resource, consumers }: KeyVersion): Said {
  // one resource may use a key for several of its stores
  const users = separated([
    ...new Map(consumers.map((consumer) => [consumer.resource.name, consumer.resource])).values(),
  ])
  const which = resource === key.current ? 'current version' : said`version ${{ name: String(version) }}`
  return said`The ${which} of ${key}${users.length > 0 ? said`, used by ${users},` : ''}`
}

/** The options by which `az keyvault key` finds a key. */
export function at({ name, vault, host }: Key): Part[] {
  const option = isManagedHsm(host) ? '--hsm-name' : '--vault-name'
  // nothing is wrong with a key whose vault is not known: it cannot be read
  return ['--name', { name }, option, { name: vault?.name ?? host }]
}
