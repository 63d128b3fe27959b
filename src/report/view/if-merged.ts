import { failsJob } from '../../judge/policy.ts'
import type { PlanFinding, PlanReport, Policy, Report } from '../../model.ts'
import { count, plural } from '../../text.ts'
import { type Balance, balanceOf, type Foreseen, isRegraded } from './foreseen.ts'
import type { Item } from './items.ts'

/** What merging would change, by the heading that it stands under. */
export const headings = {
  introduced: 'What merging would introduce',
  fixed: 'What it would fix',
  gone: 'What it would remove without fixing it',
  undecided: 'What would be undecided',
  regraded: 'What would be more or less severe',
  inFiles: 'Findings already in files',
  notJudged: 'Parts that could not be judged',
}

/** Said of the parts that could not be judged. */
export const INCOMPLETE = 'Without them the result is incomplete.'

type Changed = Record<Exclude<keyof typeof headings, 'notJudged'>, Item<PlanFinding>[]>

export function changedIn({ introduces, fixes, gone, leaves, undecided }: Foreseen): Changed {
  return {
    introduced: introduces,
    fixed: fixes,
    gone,
    undecided,
    regraded: leaves.filter(({ finding }) => isRegraded(finding)),
    inFiles: leaves.filter(({ workspaces }) => workspaces.length === 0),
  }
}

/** A heading that is longer is cut off in a notification. */
const LONGEST = 80

/** What merging would change, and what comes of it, in one sentence without Markdown that is never cut off. */
export function ifMerged({ conclusion }: Report, plan: PlanReport, policy: Policy): string {
  const balance = balanceOf(plan)
  const whole = differenceWords(balance, plan, splitWords(balance))
  const short = differenceWords(balance, plan)
  const [worst = ''] = changedWords(balance)
  const outcome = outcomeWords(conclusion, policy)
  const forms = [
    `${whole}; encryption check ${outcome}`,
    `${whole}; check ${outcome}`,
    `${short}; encryption check ${outcome}`,
    `${short}; check ${outcome}`,
    `${worst}, and more; encryption check ${outcome}`,
    `${worst}, and more; check ${outcome}`,
  ]
  const said = forms.map((form) => `If merged: ${form}`)
  return said.find((form) => form.length <= LONGEST) ?? (said.at(-1) as string)
}

/** `+1 high, −2 medium (1 fixed, 1 deleted), 1 undecided` */
function differenceWords(balance: Balance, { files, notLookedInto }: PlanReport, split = ''): string {
  const undecided = balance.undecided > 0 ? [`${count(balance.undecided)} undecided`] : []
  if (files.length === 0 && notLookedInto.length > 0) return 'not known, as no plan could be judged'
  const changed = changedWords(balance)
  const unseen = notLookedInto.length > 0 ? [`${plural(notLookedInto.length, 'part')} not judged`] : []
  const all = [...(changed.length > 0 ? [changed.join(', ') + split] : []), ...undecided, ...unseen]
  return all.length === 0 ? 'no finding changes' : all.join(', ')
}

/** `+1 high`, `+2/−1 low`: the worst first. */
function changedWords({ added, removed }: Balance): string[] {
  return (['high', 'medium', 'low'] as const).flatMap((severity) => {
    const signs = [signed('+', added[severity]), signed('−', removed[severity])].filter((sign) => sign !== '')
    return signs.length === 0 ? [] : `${signs.join('/')} ${severity}`
  })
}

function signed(sign: string, value: number): string {
  return value === 0 ? '' : sign + count(value)
}

/** What is deleted is not repaired. */
function splitWords({ fixed, deleted, regraded }: Balance): string {
  const parts = [
    fixed > 0 ? `${count(fixed)} fixed` : '',
    deleted > 0 ? `${count(deleted)} deleted` : '',
    regraded > 0 ? `${count(regraded)} regraded` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function outcomeWords(conclusion: Report['conclusion'], policy: Policy): string {
  if (policy.failOnSeverity === 'never') return 'only reports'
  if (conclusion === 'pass') return 'passes'
  const words = conclusion === 'fail' ? 'fails' : 'cannot decide'
  return failsJob(conclusion, policy) ? words : `${words}, not failing the job`
}
