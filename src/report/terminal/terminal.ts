import type { Report } from '../../model.ts'
import type { RenderContext } from '../view/context.ts'
import { viewOf } from '../view/view.ts'
import { below } from './below.ts'
import { failing } from './failing.ts'
import { header } from './header.ts'
import { ifMerged } from './if-merged.ts'
import { type Line, painted } from './line.ts'
import { matrix } from './matrix.ts'
import { blank } from './prose.ts'
import { undecided } from './undecided.ts'

export interface Screen {
  /** in columns */
  width: number
  hasColours: boolean
}

/** Wider lines are hard to read. */
const WIDEST = 120

/**
 * What a run came to, for a person in front of a terminal: what is most important comes first.
 *
 * @param files that were written, by their paths
 */
export function terminalReport(report: Report, context: RenderContext, screen: Screen, files: string[]): string {
  const view = viewOf(report, context, { rows: 20, names: 3, resources: 20, fixes: 5 })
  const width = Math.min(Math.max(screen.width, 40), WIDEST)
  const sections = [header, ifMerged, matrix, failing, undecided, below].map((section) => section(view, width))
  const written = files.map((file): Line => [{ text: 'Written: ' }, { text: file, style: 'bold' }])
  const lines = [...sections, written].filter((part) => part.length > 0).flatMap((part) => [...part, blank])
  return painted(lines, screen.hasColours)
}
