// plan-files/ finds the files that hold plans; plan/ reads them and lays them over, and planned/ judges what comes of it.

import type { Glob } from '../inputs/globs.ts'
import type { Plans } from '../inputs/plans.ts'
import { decoded, isArchive } from '../plan/decode.ts'
import { type NotLookedInto, type Plan, PlanError, type ReadOptions } from '../plan/model.ts'
import { readPlan } from '../plan/read.ts'
import { readYaml, type YamlFile, type YamlNotice } from '../plan/yaml/read.ts'
import type { Ports } from '../ports.ts'
import { oneLine } from '../text.ts'
import { findPlans, type PlanFile, PlanFilesError } from './find.ts'
import { foldersOf } from './folders.ts'

/** What `plan-files` brings. */
export interface LoadedPlans {
  /** in order of their paths, with the file that each is in */
  plans: { plan: Plan; file: PlanFile }[]
  /** YAML of Azure Machine Learning, and the places in it that nobody could look at */
  yaml: YamlFile[]
  notices: YamlNotice[]
  /** files that could not be judged, and a sentence why: with one of them, nobody knows what would be */
  refused: NotLookedInto[]
  /** a sentence for each pattern that brings nothing, where that does not end the run */
  unmatched: string[]
}

type Opened = { plan: Plan } | { yaml: YamlFile } | { notice: YamlNotice } | { refused: string }

/**
 * Reads everything that `plan-files` names, one file after the other.
 *
 * @throws PlanFilesError where a pattern brings nothing, unless what is live may decide then
 */
export async function loadPlans(plans: Plans, options: ReadOptions, ports: Ports): Promise<LoadedPlans> {
  const found = findPlans(plans.files, foldersOf(ports), ports.files)
  const loaded: LoadedPlans = { plans: [], yaml: [], notices: [], refused: [], unmatched: [] }
  const known = new Set<string>()
  for (const file of found.files) {
    const opened = await open(file, options)
    if (opened === null) continue
    known.add(file.path)
    if ('plan' in opened) loaded.plans.push({ plan: opened.plan, file })
    else if ('yaml' in opened) loaded.yaml.push(opened.yaml)
    else if ('notice' in opened) loaded.notices.push(opened.notice)
    else loaded.refused.push({ address: file.name, reason: opened.refused })
  }
  loaded.unmatched = plans.files.flatMap((glob, at) => unmatched(glob, found.paths[at] ?? [], known))
  if (plans.ifNoPlan === 'fail' && loaded.unmatched.length > 0) throw new PlanFilesError(loaded.unmatched.join(' '))
  return loaded
}

function unmatched({ text }: Glob, paths: string[], known: ReadonlySet<string>): string[] {
  if (paths.some((path) => known.has(path))) return []
  const named = `The entry ${oneLine(text)} of plan-files matches`
  return paths.length === 0
    ? [`${named} no file: did an earlier step make the plan or download it, and is the path right?`]
    : [`${named} no plan, and no YAML of Azure Machine Learning: name the file that holds one.`]
}

/** Null for YAML of something else, at which nobody looks. */
async function open(file: PlanFile, options: ReadOptions): Promise<Opened | null> {
  const { name } = file
  const contents = file.contents()
  if ('refusal' in contents) return { refused: contents.refusal }
  try {
    const yaml = isPlan(contents.bytes) ? null : await yamlIn(contents.bytes, name)
    if (yaml !== null) return yaml
    if (/\.ya?ml$/i.test(name) && !isPlan(contents.bytes)) return null
    if (file.distrust !== null) return { refused: file.distrust }
    return { plan: readPlan(contents.bytes, name, options) }
  } catch (error) {
    if (!(error instanceof PlanError)) throw error
    return { refused: error.message }
  }
}

/** Plans are JSON, in whatever encoding, or archives of a tool that should have printed JSON. */
function isPlan(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  return isArchive(bytes) || /^[\0\s\xef\xbb\xbf\xfe\xff]*[[{]/.test(start)
}

/** Null for what is not YAML of Azure Machine Learning. */
async function yamlIn(bytes: Uint8Array, name: string): Promise<Opened | null> {
  const { treeOf } = await import('../config/yaml.ts')
  const read = readYaml(decoded(bytes, name), name, treeOf)
  if (read === null) return null
  return 'places' in read ? { yaml: read } : { notice: read }
}
