import type { Depth } from '../azure/collect.ts'
import type { Earlier } from '../baseline/earlier.ts'
import { DAY, HOUR } from '../calendar.ts'
import type { Config } from '../config/model.ts'
import { scopesCheck } from '../config/rules.ts'
import { withChanges } from '../config/waiver-changes.ts'
import type { EvidenceSet } from '../evidence/records.ts'
import { sha256 } from '../files/digest.ts'
import { MEGABYTE, tooLarge } from '../files/size.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { judgeAll } from '../judge/again.ts'
import type { JudgedFrom } from '../model.ts'
import type { Planning } from '../planned/planning.ts'
import type { NamedBytes, Ports, Unread } from '../ports.ts'
import { depthOf } from '../scan/evidence.ts'
import type { Scan } from '../scan/model.ts'
import { withPlans } from '../scan/plans.ts'
import { oneLine, plural } from '../text.ts'
import { version } from '../version.ts'
import { EvidenceFileError, type EvidenceMeta, readEvidenceFile } from './format.ts'

/** Larger evidence does not fit into the memory of a runner beside what is made of it. */
const MOST_MEGABYTES = 400

/**
 * Judges the evidence file of an earlier run. Asks nothing of Azure, needs no identity, and takes the time from the
 * evidence: with the same inputs and the same config file, the findings are those of that run.
 *
 * @param planningFor the plans that are laid over the evidence, if there are any
 * @throws EvidenceFileError for a file that is missing or cannot be judged
 */
export async function replay(
  file: string,
  { policy }: Inputs,
  config: Config,
  readEarlier: () => Promise<Earlier>,
  planningFor: (evidence: EvidenceSet) => Promise<Planning | null>,
  ports: Ports,
): Promise<Scan> {
  const { evidence, meta, judgedFrom } = openEvidence(file, ports)
  const planning = await planningFor(evidence)
  const earlier = await readEarlier()
  const terms = { policy, config: withChanges(config, earlier.changes), baseline: earlier.baseline }
  const outcome = await ports.log.group('Judge', async () => {
    const judged = judgeAll(evidence, terms)
    return withPlans({ evidence, whole: evidence, judged, terms }, planning, meta.requests)
  })
  return {
    ...outcome,
    about: replayNotes(evidence, meta, depthOf(config), ports.now()),
    evidence,
    earlier,
    identity: null,
    reader: { tenant: meta.run.tenant, identity: meta.run.identity },
    judgedFrom,
    isCut: false,
  }
}

function openEvidence(path: string, { files }: Ports) {
  const name = path.split(/[\\/]/).at(-1) ?? path
  const called = `The evidence file ${name}`
  const file = digested(files.bytes(path, MOST_MEGABYTES * MEGABYTE))
  if ('text' in file) return opened(file, name, called)
  if ('refusal' in file) throw new EvidenceFileError(`${called} is not read: ${file.refusal}.`)
  if ('isAbsent' in file)
    throw new EvidenceFileError(
      `${called} could not be read. Does the file exist, and did an earlier step download it?`,
    )
  throw new EvidenceFileError(`${tooLarge(called, file.bytes, MOST_MEGABYTES)}: let a run collect fewer workspaces.`)
}

/** The bytes are let go of before their text is parsed: there may be many. */
function digested(file: NamedBytes): { text: string; digest: string } | Unread {
  if (!('contents' in file)) return file
  const { buffer, byteOffset, length } = file.contents
  return { text: Buffer.from(buffer, byteOffset, length).toString(), digest: sha256(file.contents) }
}

function opened({ text, digest }: { text: string; digest: string }, file: string, called: string) {
  const { evidence, meta, version: writer } = readEvidenceFile(text, called)
  const { collectedAt } = evidence
  const { repository, sha, url } = meta.run
  const judgedFrom: JudgedFrom = { file, sha256: digest, collectedAt, version: writer, repository, sha, url }
  return { evidence, meta, judgedFrom }
}

/** What a reader of the report has to know of evidence that somebody else collected, some time ago. */
function replayNotes(
  { collectedAt, collectedBy }: EvidenceSet,
  { run, options }: EvidenceMeta,
  wanted: Depth,
  now: Date,
): string[] {
  const age = now.getTime() - Date.parse(collectedAt)
  const ago = age >= DAY ? `, ${plural(Math.floor(age / DAY), 'day')} ago` : ''
  const ahead = age < -HOUR ? ', which is in the future: is a clock wrong?' : ''
  const when = `${collectedAt.slice(0, 10)} at ${collectedAt.slice(11, 16)} UTC${ago}${ahead}`
  return [
    `Judged from evidence that was collected on ${when} by ${oneLine(run.url || 'another run')}. Azure was not asked again.`,
    ...(collectedBy === undefined
      ? []
      : [
          `It was collected by version ${collectedBy.version}: what version ${version} reads besides cannot be decided until a run collects evidence again.`,
        ]),
    ...(wanted.encryptionScopes && !options.encryptionScopes
      ? [`That run did not read encryption scopes: \`${scopesCheck}\` cannot be decided.`]
      : []),
    ...(wanted.jobsPerWorkspace > options.jobsPerWorkspace
      ? [`That run read at most ${plural(options.jobsPerWorkspace, 'job')} of a workspace, whatever is configured now.`]
      : []),
  ]
}
