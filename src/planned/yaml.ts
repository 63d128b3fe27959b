import { leakOf } from '../checklist/leak.ts'
import type { Config } from '../config/model.ts'
import { disabledReason, severityFor } from '../config/rules.ts'
import { withheld } from '../evidence/redact.ts'
import { fingerprint } from '../judge/evaluate.ts'
import { waivedOrNot } from '../judge/finding.ts'
import type { PlanChange, PlanFinding } from '../model.ts'
import type { Place, YamlFile } from '../plan/yaml/read.ts'

/** A file, and what the base branch has in it that looks like a secret; null: nobody knows, or nothing is compared. */
export interface ComparedYaml {
  file: YamlFile
  base: Place[] | null
}

/** What files of Azure Machine Learning hold that looks like a secret: one finding for each check and file. */
export function yamlFindings(
  files: readonly ComparedYaml[],
  config: Config,
  now: Date,
): { findings: PlanFinding[]; waivers: number[] } {
  const all = files.flatMap(({ file, base }) => {
    const [credentials, variables] = [true, false].map((wanted) =>
      file.places.filter(({ isCredential }) => isCredential === wanted),
    ) as [Place[], Place[]]
    const found: [string, Place[]][] = [
      [file.kind.check, variables],
      ['secrets/repository-credentials', credentials],
    ]
    return found
      .filter(([check, places]) => places.length > 0 && disabledReason(config, check) === null)
      .map(([check, places]) => waivedOrNot(finding(check, file.file, places, base, config), null, config, now))
  })
  return { findings: all.map(({ finding }) => finding), waivers: all.flatMap(({ waivers }) => waivers) }
}

function finding(check: string, file: string, places: Place[], base: Place[] | null, config: Config): PlanFinding {
  const { message, severity: own } = leakOf(places)
  const severity = severityFor(config, check) ?? (check === 'secrets/repository-credentials' ? 'high' : own)
  const change = changeOf(places, base)
  const evidence = places.map((place) => ({
    path: `${place.path} (line ${place.line})`,
    value: withheld(place, place.class),
  }))
  return {
    check,
    resource: file,
    status: 'fail',
    severity,
    reason: null,
    message,
    confirmed: true,
    evidence,
    steps: [
      {
        instruction: [
          'Take the secret out of ',
          { name: file },
          ' and replace it: whoever can read the repository has it.',
        ],
      },
    ],
    creationOnly: false,
    fingerprint: fingerprint(check, file, ''),
    new: change === 'introduces',
    waiver: null,
    missing: null,
    workspace: null,
    change,
    live: change === 'leaves' ? { status: 'fail', severity, evidence } : null,
    source: { file, line: places[0]?.line ?? null },
  }
}

/** A secret that comes to others makes what was found another thing. */
function changeOf(places: Place[], base: Place[] | null): PlanChange {
  const known = base && new Set(base.map(identity))
  return known && places.some((place) => !known.has(identity(place))) ? 'introduces' : 'leaves'
}

const identity = ({ path, isCredential }: Place) => `${isCredential} ${path}`
