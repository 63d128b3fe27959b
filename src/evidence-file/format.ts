import type { Depth } from '../azure/collect.ts'
import { checklist } from '../checklist/index.ts'
import type { CollectionRecord, EvidenceSet, ResourceRecord, Unreadable } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Coverage, RunInfo } from '../model.ts'
import { resourceTypes } from '../resources/index.ts'
import { asText } from '../said.ts'
import { oneLine, quoted } from '../text.ts'
import { checksOfFirstVersion } from '../upgrade/first-version.ts'
import { isOlder } from '../upgrade/upgrade.ts'
import { version } from '../version.ts'
import { setHollowApart } from './hollow.ts'
import {
  collectionOf,
  countOf,
  Damaged,
  dateOf,
  flagOf,
  keptOf,
  keyHostsOf,
  listOf,
  memberOf,
  recordOf,
  subscriptionOf,
  textOf,
  unreadableOf,
  workspaceIdOf,
} from './shape.ts'

/** What is kept of the run that collects. */
const ofRun = ['startedAt', 'finishedAt', 'event', 'repository', 'sha', 'url', 'tenant', 'identity'] as const

/** How evidence was collected. */
export interface EvidenceMeta {
  /** the run that read it; what its version did not say is null */
  run: Pick<RunInfo, (typeof ofRun)[number]>
  /** how deep that run looked */
  options: Depth
  requests: Coverage['requests']
}

/** Why a file cannot be judged, in a sentence for whoever named it. */
export class EvidenceFileError extends Error {
  override name = 'EvidenceFileError'
}

const schemaVersion = '1.1'

/**
 * The evidence of a run as JSON, in pieces: a record a line, so that two files compare well and 10,000 workspaces need
 * not be in memory twice. Nothing is left out here: what may be secret was dropped when it arrived (`evidence/prune.ts`).
 */
export function* evidenceFile(evidence: EvidenceSet, { run, options, requests }: EvidenceMeta): Generator<string> {
  const { collectedAt, keyHosts, workspaces, resources, collections, subscriptions, unseen } = evidence
  const header = {
    schemaVersion,
    tool: { name: 'azureml-encryption-check', version },
    run: Object.fromEntries(ofRun.map((name) => [name, run[name]])),
    collectedAt,
    keyHosts,
    options,
    requests,
    holds: { workspaces: workspaces.length, resources: resources.size, collections: collections.size },
  }
  yield JSON.stringify(header, null, 2).slice(0, -2)
  yield* list('checks', checklist, ({ id }) => id)
  yield* list('kept', Object.entries(keptByType()), ([type, paths]) => ({ type, paths }))
  yield* list('subscriptions', subscriptions)
  yield* list('unseen', unseen, written)
  yield* list('workspaces', workspaces)
  yield* list('resources', resources.values(), written)
  yield* list('collections', collections, ([key, record]) => ({ key, ...written(record) }))
  yield '\n}\n'
}

/** Names stay in sentences: what judges them again knows all resources that they may be of. */
function written(record: Unreadable | ResourceRecord | CollectionRecord): object {
  if ('message' in record) return { ...record, message: asText(record.message) }
  return 'gap' in record && record.gap
    ? { ...record, gap: { ...record.gap, failure: written(record.gap.failure) } }
    : record
}

function* list<T>(name: string, items: Iterable<T>, shown: (item: T) => unknown = (item) => item): Generator<string> {
  yield `,\n  "${name}": [`
  let separator = '\n    '
  for (const item of items) {
    yield `${separator}${JSON.stringify(shown(item))}`
    separator = ',\n    '
  }
  yield separator.startsWith(',') ? '\n  ]' : ']'
}

interface Opened {
  evidence: EvidenceSet
  meta: EvidenceMeta
  /** of the tool that wrote it */
  version: string
}

/**
 * Reads what `evidenceFile` wrote.
 *
 * @param called how people call the file
 * @throws EvidenceFileError for everything else: another kind of file, another schema, one that was cut or changed
 */
export function readEvidenceFile(text: string, called: string): Opened {
  const json = parsed(text, called)
  refuseOthers(json, called)
  try {
    const evidence = evidenceOf(json)
    return { evidence, meta: metaOf(json), version: writerOf(json) }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    throw new EvidenceFileError(
      `${called} was changed since it was written, or damaged: ${error.message}. Take the file as evidence-file wrote it.`,
    )
  }
}

function parsed(text: string, called: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    const isCut = /^\s*\{\s*"schemaVersion"/.test(text) && !/\}\s*$/.test(text)
    throw new EvidenceFileError(
      isCut
        ? `${called} ends in the middle: was its download or upload interrupted?`
        : `${called} is not JSON: replay-file takes what an earlier run wrote as evidence-file.`,
    )
  }
}

/** Other files, and evidence of a schema that this version does not know. */
function refuseOthers(json: unknown, called: string): void {
  const at = (name: string) => memberOf(json, name)
  if (at('resources') === undefined && at('conclusion') !== undefined)
    throw new EvidenceFileError(
      `${called} is a report, which says what was found and not what was read: replay-file takes what the run wrote as evidence-file.`,
    )
  const named = at('schemaVersion')
  const schema = typeof named === 'string' ? /^(\d{1,4})\.\d{1,4}$/.exec(named) : null
  if (!schema || !Array.isArray(at('resources')))
    throw new EvidenceFileError(
      `${called} is not an evidence file: replay-file takes what an earlier run wrote as evidence-file.`,
    )
  const [written, major] = schema
  const age = Number(major) - Number.parseInt(schemaVersion, 10)
  if (age === 0) return
  throw new EvidenceFileError(
    `${called} has schema version ${written}, which is ${age > 0 ? 'newer' : 'older'} than the ${schemaVersion} that this version of the tool reads: judge it with the version that wrote it.`,
  )
}

/** What a rule of today reads and nobody kept then would look as if Azure had not set it. */
function olderOf(json: unknown): { version: string; unkept: ReadonlyMap<string, string[]> } | null {
  const kept = new Map(listOf(memberOf(json, 'kept'), 'kept', keptOf))
  const unkept = new Map(
    Object.entries(keptByType()).flatMap(([type, paths]) => {
      const lacking = paths.filter((path) => !kept.get(type)?.includes(path))
      return lacking.length > 0 ? [[type, lacking] as const] : []
    }),
  )
  const writer = writerOf(json)
  return unkept.size > 0 || isOlder(writer) ? { version: writer, unkept } : null
}

function writerOf(json: unknown): string {
  return oneLine(textOf(memberOf(memberOf(json, 'tool'), 'version'), 'tool.version'), 20)
}

/** The first version's files do not say which checks it made. */
function checksOf(json: unknown): readonly string[] {
  const checks = memberOf(json, 'checks')
  return checks === undefined ? checksOfFirstVersion : listOf(checks, 'checks', textOf)
}

function evidenceOf(json: unknown): EvidenceSet {
  const all = <T>(name: string, read: (value: unknown, at: string) => T) => listOf(memberOf(json, name), name, read)
  const older = olderOf(json)
  const evidence: EvidenceSet = {
    ...(older && { collectedBy: { version: older.version, checks: checksOf(json) } }),
    collectedAt: dateOf(memberOf(json, 'collectedAt'), 'collectedAt'),
    keyHosts: keyHostsOf(memberOf(json, 'keyHosts'), 'keyHosts'),
    workspaces: all('workspaces', workspaceIdOf),
    resources: new Map(all('resources', recordOf(older)).map((record) => [idKey(record.id), record])),
    collections: new Map(all('collections', collectionOf)),
    subscriptions: all('subscriptions', subscriptionOf),
    unseen: all('unseen', unreadableOf),
  }
  const { workspaces, resources, collections } = evidence
  const counts = {
    workspaces: new Set(workspaces.map(idKey)).size,
    resources: resources.size,
    collections: collections.size,
  }
  for (const [name, count] of Object.entries(counts)) {
    const announced = countOf(memberOf(memberOf(json, 'holds'), name), `holds.${name}`)
    if (count !== announced) throw new Damaged(`it was written with ${announced} ${name}, and holds ${count}`)
  }
  const lost = workspaces.find((id) => resources.get(idKey(id))?.state !== 'read')
  if (lost !== undefined) throw new Damaged(`the workspace ${quoted(lost, 300)} is not among its resources`)
  setHollowApart(evidence)
  return evidence
}

function metaOf(json: unknown): EvidenceMeta {
  const counted = (part: string, name: string) => countOf(memberOf(memberOf(json, part), name), `${part}.${name}`)
  const run = (name: string) => textOf(memberOf(memberOf(json, 'run'), name), `run.${name}`)
  const ifSaid = (name: string) => ((memberOf(memberOf(json, 'run'), name) ?? null) === null ? null : run(name))
  return {
    run: {
      startedAt: run('startedAt'),
      finishedAt: run('finishedAt'),
      event: run('event'),
      repository: run('repository'),
      sha: run('sha'),
      url: run('url'),
      tenant: ifSaid('tenant'),
      identity: ifSaid('identity'),
    },
    options: {
      jobsPerWorkspace: counted('options', 'jobsPerWorkspace'),
      encryptionScopes: flagOf(memberOf(memberOf(json, 'options'), 'encryptionScopes'), 'options.encryptionScopes'),
    },
    requests: {
      resourceGraph: counted('requests', 'resourceGraph'),
      resourceManager: counted('requests', 'resourceManager'),
      throttled: counted('requests', 'throttled'),
    },
  }
}

/** What this version keeps of each type of resource. */
function keptByType(): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(resourceTypes).map(([type, { keep, secrets }]) => [type, secrets ? [...keep, 'secrets'] : keep]),
  )
}
