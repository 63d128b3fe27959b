import { createHash } from 'node:crypto'
import { parsed } from '../../json.ts'
import { reaches } from '../../judge/policy.ts'
import type { Policy, Report, Severity } from '../../model.ts'
import { type Item, mergeFindings } from '../view/items.ts'
import { labelOf, labelsOf } from '../view/labels.ts'

/** What the issue is about: a check that fails, or cannot be decided, at the threshold for one resource. */
export interface Tracked {
  /** stays the same from run to run */
  key: string
  status: 'fail' | 'unknown'
  severity: Severity
  check: string
  name: string
  /** hashes of a few workspaces that use the resource */
  workspaces: string[]
}

/** More than so many do not fit into the issue, and only their number is kept. */
const MOST = 120

/** Characters of a name. */
const NAME = 120

const START = '<!-- azureml-encryption-check:findings '
const END = ' -->'

export function findingsOf(report: Report, { failOnSeverity }: Policy): Tracked[] {
  const { fail, unknown } = mergeFindings(report)
  const labels = labelsOf(report)
  const tracked = (items: Item[], status: Tracked['status']) =>
    items
      .filter(({ severity }) => reaches(severity, failOnSeverity))
      .map((item) => ({
        key: keyOf(item),
        status,
        severity: item.severity,
        check: item.check,
        name: Array.from(labelOf(item.resource, labels)).slice(0, NAME).join(''),
        workspaces: item.workspaces.slice(0, 3).map(shortHash),
      }))
  return [...tracked(fail, 'fail'), ...tracked(unknown, 'unknown')]
}

/** Keys of everything that does not pass, whatever its severity. */
export function openKeys(report: Report): Set<string> {
  const { fail, unknown, waived } = mergeFindings(report)
  return new Set([...fail, ...unknown, ...waived].map(keyOf))
}

function keyOf({ check, resource }: Item): string {
  return shortHash(`${check} ${resource}`)
}

export function shortHash(id: string): string {
  return createHash('sha256').update(id.toLowerCase()).digest('hex').slice(0, 10)
}

/** A line that nobody sees. */
export function writeFindings(findings: Tracked[]): string {
  const rows = findings.map(({ key, status, severity, check, name, workspaces }) => [
    key,
    status,
    severity,
    check,
    name,
    ...workspaces,
  ])
  const json = JSON.stringify(findings.length > MOST ? findings.length : rows)
  return START + json.replace(/[<>\p{C}]/gu, escaped) + END
}

/** A comment of HTML ends with a bracket. */
function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

/** @returns how many there were, when they were too many; null where there is nothing to read */
export function readFindings(body: string): Tracked[] | number | null {
  const line = body.split('\n').findLast((one) => one.startsWith(START) && one.endsWith(END))
  if (line === undefined) return null
  const value = parsed(line.slice(START.length, -END.length))
  if (typeof value === 'number') return value
  return Array.isArray(value) ? value.flatMap((row) => trackedOf(row) ?? []) : null
}

function trackedOf(row: unknown): Tracked | null {
  if (!Array.isArray(row) || !row.every((value) => typeof value === 'string')) return null
  const [key = '', status, severity, check = '', name = '', ...workspaces] = row
  if (status !== 'fail' && status !== 'unknown') return null
  if (severity !== 'high' && severity !== 'medium' && severity !== 'low') return null
  return { key, status, severity, check, name, workspaces }
}
