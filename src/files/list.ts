import { type Dirent, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Entry, Listing } from '../ports.ts'
import { placeOf, realOf } from './place.ts'
import { isAbsence, refusalOf } from './refusal.ts'

/** @param folders where files may be; these can be listed themselves */
export function list(folder: string, folders: (string | undefined)[]): Listing {
  try {
    const isOne = folders.some((one) => one && resolve(one) === resolve(folder))
    const place = isOne ? realOf(folder) : placeOf(folder, folders, true)
    if (place === null) return { isAbsent: true }
    return {
      entries: readdirSync(place, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
    }
  } catch (error) {
    return isAbsence(error) ? { isAbsent: true } : { refusal: refusalOf(error) }
  }
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'other'
}
