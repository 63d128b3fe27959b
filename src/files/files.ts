import {
  appendFileSync,
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Files, Unread } from '../ports.ts'
import { list } from './list.ts'
import { Misplaced, placeOf, realOf, refuseIrregular } from './place.ts'
import { isAbsence, refusalOf } from './refusal.ts'

/** Windows has neither: there `placeOf` looks before, and `opened` after. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

/**
 * The files of the runner.
 *
 * @param folders where files may be that inputs name
 */
export function filesIn(folders: (string | undefined)[]): Files {
  return {
    ofRunner(path) {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return undefined
      }
    },
    read(path, mostBytes) {
      const file = read(path, mostBytes, folders)
      return 'contents' in file ? { text: file.contents.toString() } : file
    },
    bytes: (path, mostBytes) => read(path, mostBytes, folders),
    list: (folder) => list(folder, folders),
    real: realOf,
    exists(path) {
      try {
        return lstatSync(path, { throwIfNoEntry: false }) !== undefined
      } catch (error) {
        return !isAbsence(error)
      }
    },
    write(path, pieces) {
      const place = placeOf(path, folders, false)
      mkdirSync(dirname(place), { recursive: true })
      const { file } = opened(place, constants.O_WRONLY | constants.O_CREAT)
      try {
        ftruncateSync(file)
        // until all of a piece is written, of which a disk that gets full takes a part and says nothing
        for (const piece of pieces) writeFileSync(file, piece)
      } finally {
        closeSync(file)
      }
    },
    append: (path, text) => appendFileSync(path, text),
  }
}

function read(path: string, mostBytes: number, folders: (string | undefined)[]): { contents: Buffer } | Unread {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { isAbsent: true }
    const { file, stats } = opened(placeOf(path, folders, true), constants.O_RDONLY)
    try {
      return stats.size > mostBytes ? { bytes: stats.size } : { contents: contents(file, stats.size) }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return isAbsence(error) ? { isAbsent: true } : { refusal: refusalOf(error) }
  }
}

/** As much as was there when the file was opened, however it grows. */
function contents(file: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(bytes)
  let length = 0
  for (let more = -1; more !== 0 && length < bytes; length += more)
    more = readSync(file, buffer, length, bytes - length, null)
  return buffer.subarray(0, length)
}

/** Opens nothing that makes wait, and nothing that somebody put there since it was looked at. */
function opened(place: string, flags: number): { file: number; stats: Stats } {
  const before = lstatSync(place, { throwIfNoEntry: false })
  if (!before?.isDirectory() || flags === constants.O_RDONLY) refuseIrregular(before)
  const file = openSync(place, flags | O_NOFOLLOW | O_NONBLOCK)
  try {
    const stats = fstatSync(file)
    refuseIrregular(stats)
    const there = lstatSync(place)
    if (there.ino !== stats.ino || there.dev !== stats.dev || realOf(dirname(place)) !== dirname(place))
      throw new Misplaced('somebody replaced it while it was opened; let nothing else write there')
    return { file, stats }
  } catch (error) {
    closeSync(file)
    throw error
  }
}
