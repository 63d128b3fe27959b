import type { Weighed } from '../../baseline/compare.ts'
import { rank } from '../../severity.ts'
import { severityWords } from './names.ts'

/** What weighs something else than in the baseline, by what it weighs and weighed in words; what is heaviest now first. */
export function weighedGroups(weighed: readonly Weighed[]): [words: string, Weighed[]][] {
  const sorted = [...weighed].sort((one, other) => weightOf(one) - weightOf(other))
  return [...Map.groupBy(sorted, wordsOf)]
}

function wordsOf({ from, to }: Weighed): string {
  const now = isUncounted(to) ? `No longer counted (${to})` : `Now ${severityWords[to].toLowerCase()}`
  return `${now}, was ${severityWords[from].toLowerCase()}`
}

function weightOf({ to }: Weighed): number {
  return isUncounted(to) ? Number.MAX_SAFE_INTEGER : rank(to)
}

function isUncounted(to: Weighed['to']): to is 'waived' | 'disabled' {
  return to === 'waived' || to === 'disabled'
}
