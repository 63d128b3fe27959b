import type { RenderContext } from '../view/context.ts'

/** What a SARIF file needs besides the report. */
export interface SarifContext extends RenderContext {
  /** the file that results point at, from the root of the repository: the config file, else the workflow's */
  location: string
}
