import type { Plan, ReadOptions } from './model.ts'
import { recognised } from './recognise.ts'
import { readTerraform } from './terraform/read.ts'

/**
 * Reads a file of a plan, whatever tool wrote it.
 *
 * @param file as people know it
 * @throws PlanError for everything that is not a plan, or not all of one
 */
export function readPlan(bytes: Uint8Array, file: string, options: ReadOptions): Plan {
  const { json } = recognised(bytes, file)
  return readTerraform(json, file, options)
}
