import { MEGABYTE, tooLarge } from '../files/size.ts'
import type { Glob } from '../inputs/globs.ts'
import type { Files } from '../ports.ts'
import { count, oneLine, plural } from '../text.ts'
import { distrusted } from './distrust.ts'
import { expand } from './expand.ts'
import { below, type Folders } from './folders.ts'

/** Larger plans do not fit into the memory of a runner beside what is made of them. */
const MOST_MEGABYTES = 64

/** The YAML of a repository with many examples is half as many. */
const MOST_FILES = 2000

/** Why there is nothing to read, in a sentence for whoever named it. */
export class PlanFilesError extends Error {
  override name = 'PlanFilesError'
}

/** A file that `plan-files` names, plan or not. */
export interface PlanFile {
  /** absolute */
  path: string
  /** as people know it, fit to stand in a sentence */
  name: string
  /** where it is in the workspace, with slashes; null: elsewhere */
  inWorkspace: string | null
  /** why a plan in it proves nothing, in a sentence; null: this run made it. YAML of the repository is another thing */
  distrust: string | null
  /** what is in it, or a sentence about why it is not read; not kept */
  contents: () => { bytes: Uint8Array } | { refusal: string }
}

export interface Found {
  /** in order of their paths */
  files: PlanFile[]
  /** the paths that each pattern means */
  paths: string[][]
}

/** @throws PlanFilesError where patterns mean more files than are read */
export function findPlans(globs: readonly Glob[], folders: Folders, files: Files): Found {
  const found = globs.map((glob) => pathsOf(glob, files))
  const paths = [...new Set(found.flat())].sort()
  if (paths.length > MOST_FILES)
    throw new PlanFilesError(
      `plan-files names ${plural(paths.length, 'file')}, of which at most ${count(MOST_FILES)} are read: name fewer.`,
    )
  const reasons = distrusted(paths, folders, files)
  return { files: paths.map((path) => planFile(path, reasons.get(path) ?? null, folders, files)), paths: found }
}

function pathsOf(glob: Glob, files: Files): string[] {
  const { paths, isWhole } = expand(glob, files)
  if (!isWhole)
    throw new PlanFilesError(
      `The entry ${oneLine(glob.text)} of plan-files covers too many files to search. Begin it with the folder that the plans are in.`,
    )
  // whatever is there but no file says so when it is read
  return paths.filter((path) => files.exists(path))
}

function planFile(path: string, reason: string | null, { workspace, runnerTemp }: Folders, files: Files): PlanFile {
  const inWorkspace = below(workspace, path)
  const inTemp = below(runnerTemp, path)
  const name = oneLine(inWorkspace ?? (inTemp === null ? path : `RUNNER_TEMP/${inTemp}`))
  return {
    path,
    name,
    inWorkspace,
    distrust: reason === null ? null : `${name} is not judged: ${reason}.`,
    contents: () => contents(path, name, files),
  }
}

function contents(path: string, name: string, files: Files): ReturnType<PlanFile['contents']> {
  const file = files.bytes(path, MOST_MEGABYTES * MEGABYTE)
  if ('contents' in file) return { bytes: file.contents }
  if ('refusal' in file) return { refusal: `${name} is not read: ${file.refusal}.` }
  if ('isAbsent' in file) return { refusal: `${name} is not read: it is gone.` }
  return {
    refusal: `${tooLarge(name, file.bytes, MOST_MEGABYTES)}: split the plan, for example into one for each environment.`,
  }
}
