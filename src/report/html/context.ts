import type { Config } from '../../config/model.ts'
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
  /** what people call a subscription; null where only its id is known */
  subscriptionName(id: string): string | null
  /** names of those whose controls are shown */
  frameworks: readonly string[]
  /** what the workflow named, by what it is; empty where that is everything that can be read */
  named: [kind: string, names: string[]][]
  config: Config
  /** by id of the check: when it passes, and when it fails */
  criteria: ReadonlyMap<string, { passes: string; fails: string }>
  /** the history of the status branch as a picture (SVG), and in words; null where there is none */
  trend: { picture: string; words: string } | null
}

export interface HtmlView extends View {
  context: HtmlContext
}
