import type { Report, WorkspaceReport } from '../../model.ts'

/** Ids of checks by why they have no verdict. */
export function idsWithoutVerdict({ workspaces }: Report): [words: string, ids: string[]][] {
  const kinds: [string, (workspace: WorkspaceReport) => string[]][] = [
    ['Guaranteed by the platform', ({ others }) => others.attested],
    ['For people to judge, because configuration cannot prove them', ({ others }) => others.manual],
    ['Switched off', ({ others }) => others['not-applicable'].disabled],
  ]
  return kinds
    .map(([words, checksOf]): [string, string[]] => [words, [...new Set(workspaces.flatMap(checksOf))]])
    .filter(([, ids]) => ids.length > 0)
}
