import { describe, expect, it } from 'vitest'
import type { Cloud } from '../../../simulator/cloud.ts'
import type { Estate } from '../../../simulator/estate.ts'
import { portalEstate } from '../../../simulator/estates/portal.ts'
import type { RunOptions } from '../../../simulator/runner.ts'
import type { Fault, Kind, RecordedRequest } from '../../../simulator/traffic.ts'
import type { Finding } from '../../../src/model.ts'
import { type Act, act, cloudOf, requests } from '../act.ts'

type Said = `${Finding['status']}${string}`

/** Something that goes wrong, and what a run comes to then. */
export interface Scenario {
  fault: string
  /** by default one workspace as the portal makes it, which passes */
  estate?: () => Estate
  /** makes it go wrong; what it returns is how the action is run */
  given?: (cloud: Cloud) => Partial<RunOptions> | undefined
  /** the exit code and the conclusion; without one, the run has no result */
  ends: '0 pass' | '1 pass' | '0 skipped' | '1 fail' | '1 incomplete' | '1'
  /** in what people see: annotations, comment, summary and log */
  says?: RegExp | RegExp[]
  never?: RegExp
  /** what every finding of these checks is, `system/*` or one of them, but for those that do not apply */
  finds?: Record<string, Said | Said[]>
  /** at most so many requests of a kind */
  asks?: Partial<Record<Kind, number>>
  also?: (result: Act, cloud: Cloud) => void
}

/** More would mean that something is asked for without end. */
const mostRequests = 250

/** Runs the bundle once for each; what holds whatever goes wrong is looked at each time. */
export function table(title: string, scenarios: Scenario[]): void {
  describe(title, () => {
    it.each(scenarios.map((scenario) => [scenario.fault, scenario] as const))('%s', async (_, scenario) => {
      const cloud = await cloudOf({ estate: (scenario.estate ?? portalEstate)() })
      const options = scenario.given?.(cloud) ?? {}
      const result = await act(cloud, options)
      const [exitCode, conclusion] = scenario.ends.split(' ')
      expect([String(result.exitCode), result.outputs.conclusion, result.stderr]).toEqual([exitCode, conclusion, ''])
      expectSense(result, cloud)
      expectFindings(result, scenario.finds ?? {})
      for (const sentence of [scenario.says ?? []].flat()) expect(seen(result)).toMatch(sentence)
      if (scenario.never) expect(seen(result)).not.toMatch(scenario.never)
      for (const [kind, most] of Object.entries(scenario.asks ?? {}))
        expect({ [kind]: requests(cloud)[kind] ?? 0 }).toEqual({ [kind]: expect.toSatisfy((count) => count <= most) })
      scenario.also?.(result, cloud)
    })
  })
}

/** No finding is greener than the conclusion, nothing is asked for without end, and every sentence is one. */
function expectSense({ exitCode, outputs, annotations, comment, summary, log, report }: Act, cloud: Cloud): void {
  const errors = annotations.filter(({ level }) => level === 'error')
  expect(errors.length > 0).toBe(exitCode === 1)
  if (outputs.conclusion !== 'pass') expect(comment).not.toContain('Encryption check passed')
  if (report) expect(report.conclusion).toBe(outputs.conclusion)
  for (const { message } of annotations)
    expect(message).not.toMatch(/Unexpected error|\[object|\bundefined\b|\bNaN\b|\n {4}at /)
  expect(seen({ annotations, comment, summary, log })).not.toMatch(/[^\P{C}\n]/u)
  expect(cloud.requests.length).toBeLessThan(mostRequests)
  expect(cloud.github.comments.filter(({ user }) => user.type === 'Bot').length).toBeLessThanOrEqual(1)
}

function expectFindings({ report }: Act, finds: NonNullable<Scenario['finds']>): void {
  const all = report?.workspaces.flatMap(({ findings }) => findings) ?? []
  for (const [check, expected] of Object.entries(finds)) {
    const some = all.filter((finding) => isOf(finding, check))
    const states = some.map(({ status, reason }) => (reason ? `${status} ${reason}` : status))
    expect({ [check]: [...new Set(states)].sort() }).toEqual({ [check]: [expected].flat() })
  }
}

function isOf({ check }: Finding, pattern: string): boolean {
  return pattern.endsWith('/*') ? check.startsWith(pattern.slice(0, -1)) : check === pattern
}

/** What people see, without what Markdown needs to show it. */
function seen({
  annotations,
  comment,
  summary,
  log,
}: Pick<Act, 'annotations' | 'comment' | 'summary' | 'log'>): string {
  const texts = [...annotations.map(({ message }) => message), comment, summary, log]
  return texts.join('\n').replaceAll(/\\(?=[^\w\s])/g, '')
}

export type Match = (request: RecordedRequest) => boolean

/** Adds a fault to the cloud; given a path, to what has it. */
export function put(cloud: Cloud, kind: Kind, fault: Fault, path: RegExp | Match = /./): undefined {
  const isMeant: Match = path instanceof RegExp ? (request) => path.test(request.path) : path
  cloud.faults.push({ ...fault, match: (request) => request.kind === kind && isMeant(request) })
}

/** As `put`, for a row of a table. */
export const broken =
  (kind: Kind, fault: Fault, path?: RegExp | Match): NonNullable<Scenario['given']> =>
  (cloud) =>
    put(cloud, kind, fault, path)

/** Answers of a status, at once. */
export const status = (code: number, body?: unknown, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: code,
  body,
  headers: { 'retry-after': '0', ...headers },
})

/** The honest answer, changed. */
export const changed = (transform: (body: never) => unknown): Fault => ({
  kind: 'transform',
  transform: transform as never,
})
