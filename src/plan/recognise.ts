import { isObject } from '../evidence/resource.ts'
import { oneLine } from '../text.ts'
import { decoded, isArchive, showIt, sound } from './decode.ts'
import { type Json, listIn, member, textIn } from './json.ts'
import { PlanError, type PlanKind } from './model.ts'

/** What a file is, by what is in it. */
export interface Recognised {
  kind: PlanKind
  json: Json
}

/** @throws PlanError for everything that is no plan, with what to name instead */
export function recognised(bytes: Uint8Array, file: string): Recognised {
  if (isArchive(bytes)) throw new PlanError(`${file} is the plan as \`plan -out\` writes it. ${showIt}`)
  const json = parsed(decoded(bytes, file), file)
  sound(json, file)
  const kind = kinds.find(({ fits }) => fits(json))?.kind
  if (kind === undefined) throw new PlanError(`${file} ${otherwise(json)}`)
  const failure = failures.find(({ of, fits }) => of === kind && fits(json))
  if (failure) throw new PlanError(`${file} ${failure.words(json)}`)
  return { kind, json }
}

function parsed(text: string, file: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw new PlanError(`${file} ${notJson(text)}`)
  }
}

function notJson(text: string): string {
  const start = text.slice(0, 4096).trimStart()
  if (/^\{.*"@level".*\}/.test(start)) return `is the log that \`plan -json\` prints. ${showIt}`
  if (start.startsWith('{') || start.startsWith('['))
    return 'is not whole: it begins as JSON and is no JSON. Was its upload or download interrupted, or a line of a log printed into it?'
  if (/^\s*(Terraform|OpenTofu) (used|will perform)|^\s*Plan: \d+ to add/m.test(start))
    return `is the plan as people read it. ${showIt}`
  if (/^\s*(resource|module|variable|terraform|provider|targetScope|param)\b/m.test(start))
    return 'is the configuration itself: name what the tool prints of its plan.'
  return `is not JSON, as plans are. ${showIt} Bicep: \`az deployment group what-if --no-pretty-print --output json\`, or a snapshot.`
}

const isWhatIf = (json: Json) => [json, member(json, 'properties')].some((at) => Array.isArray(member(at, 'changes')))

/** A failed what-if has no changes, and a plan that could not be made whole has some. */
const hasFailed = (json: Json) =>
  isObject(member(json, 'error')) || /^(failed|canceled)$/i.test(textIn(json, 'status') ?? '')

const kinds: { kind: PlanKind; fits: (json: Json) => boolean }[] = [
  {
    kind: 'terraform',
    fits: (json) =>
      /^1\./.test(textIn(json, 'format_version') ?? '') && Array.isArray(member(json, 'resource_changes')),
  },
  { kind: 'what-if', fits: (json) => isWhatIf(json) || (hasFailed(json) && textIn(json, 'status') !== undefined) },
  { kind: 'snapshot', fits: (json) => Array.isArray(member(json, 'predictedResources')) },
]

const failures: { of: PlanKind; fits: (json: Json) => boolean; words: (json: Json) => string }[] = [
  {
    of: 'terraform',
    fits: (json) => member(json, 'errored') === true,
    words: () => 'is a plan that ended with an error, and shows only a part of what would happen: make it again.',
  },
  {
    // without it, what is known only afterwards looks like what nobody sets
    of: 'terraform',
    fits: (json) => !isObject(member(json, 'configuration')),
    words: () => `is a plan without its configuration: name all of what the tool prints. ${showIt}`,
  },
  {
    of: 'what-if',
    fits: hasFailed,
    words: (json) => {
      const error = member(json, 'error')
      const message = textIn(error, 'message') ?? textIn(error, 'code')
      return `is the result of a what-if that failed${message ? ` (${oneLine(message, 200)})` : ''}: run it again.`
    },
  },
  {
    of: 'what-if',
    fits: (json) => !/^(succeeded)?$/i.test(textIn(json, 'status') ?? ''),
    words: () => 'is the result of a what-if that is not finished: wait for it, then name its result.',
  },
]

const azCommand = '`az deployment group what-if --no-pretty-print --output json`'

/** What people name instead of a plan. */
const others: [fits: (json: Json) => boolean, words: string][] = [
  [
    (json) => Array.isArray(member(json, 'resource_changes')),
    'is a plan in a format that this version of the action does not know: use a newer version of the action, or an older one of the tool.',
  ],
  [
    (json) => member(json, 'format_version') !== undefined && member(json, 'provider_schemas') === undefined,
    `is a state, not a plan: \`show -json\` was run without the plan file. ${showIt}`,
  ],
  [
    (json) => member(json, 'lineage') !== undefined && member(json, 'serial') !== undefined,
    `is a state, not a plan. ${showIt}`,
  ],
  [(json) => textIn(json, '@level') !== undefined, `is the log that \`plan -json\` prints. ${showIt}`],
  [
    (json) => /deploymentStacksWhatIfResults$/i.test(textIn(json, 'type') ?? ''),
    `is the what-if of a deployment stack, which this version of the action does not read: name the result of ${azCommand}, or a Bicep snapshot.`,
  ],
  [
    (json) => /deployment(Template|Parameters)\.json#?$/i.test(textIn(json, '$schema') ?? ''),
    `is a template with expressions that only Azure or Bicep evaluates: name the result of ${azCommand}, or a snapshot of \`bicep snapshot\`.`,
  ],
  [
    (json) => Array.isArray(member(json, 'Changes')),
    `is the what-if of Azure PowerShell, which has another form: name the result of ${azCommand}.`,
  ],
  [
    (json) => member(member(json, 'properties'), 'outputResources') !== undefined,
    `is the result of a deployment that was made already: name the result of ${azCommand}.`,
  ],
  [
    (json) => Array.isArray(member(json, 'steps')) && member(json, 'changeSummary') !== undefined,
    'is a preview of Pulumi, which this version of the action does not read.',
  ],
  [
    (json) => member(json, 'AWSTemplateFormatVersion') !== undefined || isCloudFormation(json),
    'is of CloudFormation, which makes nothing in Azure.',
  ],
  [
    (json) => member(json, 'schemaVersion') !== undefined && member(json, 'tool') !== undefined,
    'is a file that this action wrote, not a plan.',
  ],
]

function isCloudFormation(json: Json): boolean {
  const resources = member(json, 'Resources')
  return isObject(resources) && Object.values(resources).some((one) => /^AWS::/.test(textIn(one, 'Type') ?? ''))
}

function otherwise(json: Json): string {
  const known = others.find(([fits]) => fits(json))
  if (known) return known[1]
  const names = isObject(json) ? Object.keys(json).slice(0, 3) : []
  const found = names.length > 0 ? ` (it has ${names.map((name) => oneLine(name, 40)).join(', ')})` : ''
  return `is none of the plans that the action reads${found}: JSON of Terraform, OpenTofu, a what-if, or a Bicep snapshot.`
}

/** Changes of a plan, of which there are no more than anybody would look at. */
export function changesIn(json: Json, name: string, file: string): Json[] {
  const changes = listIn(json, name)
  if (changes.length <= MOST_CHANGES) return changes
  throw new PlanError(
    `${file} has ${changes.length} changes, of which at most ${MOST_CHANGES} are read: split the plan, for example into one for each environment.`,
  )
}

const MOST_CHANGES = 50_000
