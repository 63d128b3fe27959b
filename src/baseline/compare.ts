import { DAY, HOUR } from '../calendar.ts'
import { idKey } from '../evidence/resource-id.ts'
import { objectOf } from '../json.ts'
import type { Finding, Severity, WorkspaceReport } from '../model.ts'
import { severities } from '../severity.ts'
import { oneLine } from '../text.ts'
import { type Upgrade, upgradeFrom } from '../upgrade/upgrade.ts'

/** What an earlier run reported, as far as a later one is compared with it. */
export interface Baseline {
  /** what stood against a workspace then, by fingerprint; what was waived did not */
  open: ReadonlyMap<string, Open>
  /** ids, or the pseudonyms that were published instead; names */
  workspaces: { id: string; name: string }[]
  /** ISO 8601; empty when there is no telling */
  finishedAt: string
  /** null when this version of the tool wrote it, or a newer one */
  upgrade: Upgrade | null
  /** sentences about how far it can be relied on */
  notes: string[]
}

/** Undecided, or failed with this severity; null: the report does not say which. */
export type Open = 'unknown' | Severity | null

/** A check of something that is not as it was. */
export interface Changed {
  check: string
  resource: string
  /** resource id */
  workspace: string
}

/** Fails as it did, and does not weigh what it did. */
export interface Weighed extends Changed {
  from: Severity
  /** its severity now, or why it no longer counts */
  to: Severity | 'waived' | 'disabled'
}

/** What is different from the baseline, besides the findings that are marked as new. */
export interface Comparison {
  /** when the baseline's run ended, ISO 8601; empty when there is no telling */
  since: string
  fixed: Changed[]
  weighed: Weighed[]
  /** what an older version of the tool could not have found; null when the baseline is of this one */
  upgrade: { from: string; found: Changed[] } | null
  /** names of workspaces that only this run, or only the baseline, has */
  added: string[]
  removed: string[]
}

/** Why a baseline cannot be used. */
export class BaselineError extends Error {
  override name = 'BaselineError'
}

const STALE_DAYS = 7

/**
 * Reads a JSON report of an earlier run. A finding in it that makes no sense is left out, so that it counts as new.
 *
 * @param text contents of the file
 * @param called how people call it, for messages
 * @throws BaselineError
 */
export function readBaseline(text: string, called: string, now: Date): Baseline {
  const { schemaVersion, tool, checks, run, workspaces, conclusion } = objectOf(parsed(text, called))
  if (typeof schemaVersion !== 'string' || !Array.isArray(workspaces))
    throw new BaselineError(
      `${called} is not a JSON report of this action. Give the file that an earlier run wrote as json-file, with schemaVersion and workspaces.`,
    )
  if (!/^1\./.test(schemaVersion))
    throw new BaselineError(
      `${called} has schema version ${oneLine(schemaVersion, 20)}, which this version of the tool does not know: it reads 1.x.`,
    )
  if (conclusion === 'skipped')
    throw new BaselineError(`${called} comes from a run that was skipped, so there is nothing to compare with.`)
  const known = workspaces.map(objectOf)
  const { finishedAt } = objectOf(run)
  const open = new Map<string, Open>()
  for (const { findings } of known) for (const finding of listOf(findings)) note(objectOf(finding), open)
  return {
    open,
    workspaces: known.map(({ id, name }) => ({ id: String(id), name: String(name) })),
    finishedAt: typeof finishedAt === 'string' && !Number.isNaN(Date.parse(finishedAt)) ? finishedAt : '',
    upgrade: upgradeFrom(String(objectOf(tool).version), checks, known),
    notes: age(called, finishedAt, now),
  }
}

/** Where there was to be a baseline and is none: everything is new. */
export function noBaseline(why: string): Baseline {
  return { open: new Map(), workspaces: [], finishedAt: '', upgrade: null, notes: [`${why} Everything counts as new.`] }
}

/** null without a baseline. */
export function isNew(finding: Pick<Finding, 'status' | 'fingerprint'>, baseline: Baseline | null): boolean | null {
  if (baseline === null) return null
  const then = baseline.open.get(finding.fingerprint)
  if (finding.status === 'fail') return !hasFailed(then)
  return finding.status === 'unknown' && then === undefined
}

export function hasFailed(then: Open | undefined): then is Severity | null {
  return then !== undefined && then !== 'unknown'
}

/**
 * @param alias what a published report calls a workspace
 * @returns the comparison, and sentences about how far the baseline fits
 */
export function compare(
  baseline: Baseline,
  workspaces: Pick<WorkspaceReport, 'id' | 'name'>[],
  { fixed, weighed, found }: { fixed: Changed[]; weighed: Weighed[]; found: Changed[] },
  alias: (id: string) => string,
): Comparison & { notes: string[] } {
  const now = new Set(workspaces.flatMap(({ id }) => [idKey(id), idKey(alias(id))]))
  const then = new Set(baseline.workspaces.map(({ id }) => idKey(id)))
  const isKnown = (id: string) => then.has(idKey(id)) || then.has(idKey(alias(id)))
  const added = workspaces.filter(({ id }) => !isKnown(id)).map(({ name }) => name)
  const removed = baseline.workspaces.filter(({ id }) => !now.has(idKey(id))).map(({ name }) => name)
  const isApart = then.size > 0 && workspaces.length > 0 && added.length === workspaces.length
  const another = `The baseline is of another scope: no workspace of this run is among its ${then.size}.`
  return {
    since: baseline.finishedAt,
    fixed,
    weighed,
    upgrade: baseline.upgrade && { from: oneLine(baseline.upgrade.from, 20), found },
    added,
    removed,
    notes: [...baseline.notes, ...(isApart ? [another] : [])],
  }
}

function parsed(text: string, called: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // what the parser says quotes the file, which may be any
    throw new BaselineError(`${called} is not JSON.`)
  }
}

function note({ fingerprint, status, severity }: Record<string, unknown>, open: Map<string, Open>): void {
  if (typeof fingerprint !== 'string') return
  if (status === 'unknown') open.set(fingerprint, status)
  if (status === 'fail') open.set(fingerprint, severities.find((one) => one === severity) ?? null)
}

function age(called: string, finishedAt: unknown, now: Date): string[] {
  const then = Date.parse(String(finishedAt))
  if (Number.isNaN(then)) return [`${called} does not say when it was written.`]
  const days = Math.floor((now.getTime() - then) / DAY)
  if (days > STALE_DAYS) return [`${called} is ${days} days old: what is new since then may not be new to you.`]
  const isAhead = then - now.getTime() > HOUR
  return isAhead ? [`${called} was written in the future, on ${new Date(then).toISOString()}: is a clock wrong?`] : []
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
