import type { LoadedConfig } from '../config/load.ts'
import type { CompleteEvent } from '../github/repository.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Report, ReportHeader, WorkspaceReport } from '../model.ts'
import type { RenderContext } from '../report/view/context.ts'
import type { Scan } from '../scan/model.ts'

/** What a run came to. */
export interface Result {
  inputs: Inputs
  config: LoadedConfig
  event: CompleteEvent
  scan: Scan
  startedAt: Date
}

/** A report and what it is rendered with, once with names and once as GitHub may show it. */
export interface Publication {
  header: ReportHeader
  /** with names, for files on the runner; without the findings that pass */
  report: Report
  context: RenderContext
  /** what GitHub may show: the same, or with pseudonyms */
  shown: { report: Report; context: RenderContext }
  /** every workspace with the findings that pass, one at a time */
  whole(): Generator<WorkspaceReport>
  /** what went wrong without changing the verdict */
  warnings: string[]
  /** what somebody has to know, or to do, about the config file */
  configuration: string[]
}
