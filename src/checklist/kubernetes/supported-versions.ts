import { said, words } from '../../said.ts'
import { fail, pass, unknown, type Verdict } from '../check.ts'

/**
 * Until when Azure Kubernetes Service supports each minor version, as `year-month`, from
 * https://learn.microsoft.com/azure/aks/supported-kubernetes-versions (read in August 2026). Oldest first.
 */
const kubernetesVersions = [
  { version: '1.31', supportedUntil: '2025-11', longTermUntil: '2026-11' },
  { version: '1.32', supportedUntil: '2026-03', longTermUntil: '2027-03' },
  { version: '1.33', supportedUntil: '2026-07', longTermUntil: '2027-07' },
  { version: '1.34', supportedUntil: '2026-11', longTermUntil: '2027-11' },
  { version: '1.35', supportedUntil: '2027-03', longTermUntil: '2028-03' },
  { version: '1.36', supportedUntil: '2027-06', longTermUntil: '2028-06' },
  { version: '1.37', supportedUntil: '2027-10', longTermUntil: '2028-10' },
]

/** A month means its last day: what ends in this month is still supported. */
export function versionVerdict(text: string, plan: string | undefined, month: string): Verdict {
  const match = /^v?(\d+)\.(\d+)(?:\.|$)/.exec(text)
  if (!match)
    return unknown('unrecognised-value', said`Unrecognized Kubernetes version ${{ name: JSON.stringify(text) }}.`)
  const [major, minor] = [Number(match[1]), Number(match[2])]
  if (isOlder({ major, minor }, { major: 1, minor: 24 }))
    return fail(
      said`Kubernetes ${{ name: text }} has long been out of support and cannot have customer-managed keys: the 2021 guidance asked for 1.17, the 2024 documentation asks for 1.24.`,
      { severity: 'high' },
    )
  const row = kubernetesVersions.find((known) => known.version === `${major}.${minor}`)
  if (!row && !isOlder({ major, minor }, newest()))
    return unknown(
      'unrecognised-value',
      said`Kubernetes ${{ name: text }} is newer than any version that this action knows.`,
    )
  if (row && month <= row.supportedUntil) return pass()
  const longTerm = plan?.toLowerCase() === 'akslongtermsupport'
  if (row && month <= row.longTermUntil) {
    if (longTerm) return pass()
    if (plan !== undefined && plan.toLowerCase() !== 'kubernetesofficial')
      return unknown('unrecognised-value', said`Unrecognized support plan ${{ name: JSON.stringify(plan) }}.`)
  }
  const until = longTerm ? row?.longTermUntil : row?.supportedUntil
  return fail(
    said`Kubernetes ${{ name: text }} ${until ? said`has been out of support since the end of ${words(until)}` : 'is out of support'}. The 2021 guidance asked only for 1.17.`,
  )
}

interface Version {
  major: number
  minor: number
}

function isOlder(one: Version, other: Version): boolean {
  return one.major < other.major || (one.major === other.major && one.minor < other.minor)
}

function newest(): Version {
  const [major = 0, minor = 0] = kubernetesVersions.map(({ version }) => version.split('.').map(Number)).at(-1) ?? []
  return { major, minor }
}
