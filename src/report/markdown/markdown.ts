import type { Report } from '../../model.ts'
import type { RenderContext } from '../view/context.ts'
import { type Limits, type View, viewOf } from '../view/view.ts'
import { belowTheGate } from './below.ts'
import { assemble, type Section } from './budget.ts'
import { accepted, changes } from './changes.ts'
import { everything } from './everything.ts'
import { failing } from './failing.ts'
import { footer } from './footer.ts'
import { graph } from './graph.ts'
import { header } from './header.ts'
import { ifMerged } from './if-merged.ts'
import { matrix } from './matrix.ts'
import { today } from './today.ts'
import { undecided } from './undecided.ts'

/** GitHub takes 65,536 characters of a comment, and 1 MiB of a summary. */
const COMMENT = 65_000
const SUMMARY = 1_000_000

const inComment: Limits = { rows: 10, names: 3, resources: 20, fixes: 5 }
const inSummary: Limits = { rows: Infinity, names: 20, resources: 500, fixes: 100 }

/** The comment on a pull request. Its first line is the marker by which the comment is found again. */
export function renderComment(report: Report, context: RenderContext): string {
  const marker = `<!-- azureml-encryption-check:report:${context.reportId} -->\n`
  return marker + render(report, context, inComment, COMMENT - Buffer.byteLength(marker))
}

/** The same without the marker, in so many bytes. */
export function renderWithin(report: Report, context: RenderContext, budget: number): string {
  return render(report, context, inComment, budget)
}

/** The same with more room and without the marker, for the summary of the job. */
export function renderSummary(report: Report, context: RenderContext): string {
  return render(report, context, inSummary, SUMMARY, graph)
}

/** What is most important comes first and is left out last. */
function render(
  report: Report,
  context: RenderContext,
  limits: Limits,
  budget: number,
  drawn: (view: View) => Section[] = () => [],
): string {
  const view = viewOf(report, context, limits)
  const sections =
    report.plan === null
      ? [...header(view), ...accepted(view), ...live(view, drawn)]
      : [...header(view), ...accepted(view), ...ifMerged(view), ...today(live(view, drawn), view)]
  return assemble(sections, budget, (leftOut) => footer(leftOut, view))
}

function live(view: View, drawn: (view: View) => Section[]): Section[] {
  return [
    ...changes(view),
    ...matrix(view),
    ...failing(view),
    ...drawn(view),
    ...undecided(view),
    ...belowTheGate(view),
    ...everything(view),
  ]
}
