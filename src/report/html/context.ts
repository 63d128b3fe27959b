import type { ReadRecord } from '../../evidence/records.ts'
import type { WorkspaceReport } from '../../model.ts'
import type { RenderContext } from '../view/context.ts'
import type { View } from '../view/view.ts'

/** What the page shows besides what every report does. */
export interface HtmlContext extends RenderContext {
  /** a workspace of the report with the findings that pass */
  whole(id: string): WorkspaceReport
  /** where a resource was read; null for what was not */
  sourceOf(id: string): Pick<ReadRecord, 'source' | 'apiVersion'> | null
  /** names of those whose controls are shown */
  frameworks: readonly string[]
}

export interface HtmlView extends View {
  context: HtmlContext
}
