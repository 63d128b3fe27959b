import type { RecordedRequest } from './traffic.ts'

/** How many round trips stood one behind the other: a request is one deeper than whatever was answered before it came. */
export function serialDepth(requests: RecordedRequest[]): number {
  const depths = new Map<RecordedRequest, number>()
  for (const request of [...requests].sort((a, b) => a.at - b.at)) {
    const before = [...depths].filter(([earlier]) => (earlier.answeredAt ?? Number.POSITIVE_INFINITY) <= request.at)
    depths.set(request, 1 + Math.max(0, ...before.map(([, depth]) => depth)))
  }
  return Math.max(0, ...depths.values())
}
