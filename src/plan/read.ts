import type { Json } from './json.ts'
import type { Plan, PlanKind, ReadOptions } from './model.ts'
import { recognised } from './recognise.ts'
import { readSnapshot } from './snapshot.ts'
import { readTerraform } from './terraform/read.ts'
import { readWhatIf } from './whatif.ts'

/**
 * Reads a file of a plan, whatever tool wrote it.
 *
 * @param file as people know it
 * @throws PlanError for everything that is not a plan, or not all of one
 */
export function readPlan(bytes: Uint8Array, file: string, options: ReadOptions): Plan {
  const { kind, json } = recognised(bytes, file)
  return readers[kind](json, file, options)
}

const readers: Record<PlanKind, (json: Json, file: string, options: ReadOptions) => Plan> = {
  terraform: readTerraform,
  'what-if': readWhatIf,
  snapshot: readSnapshot,
}
