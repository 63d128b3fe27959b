import { messageOf, oneLine } from '../text.ts'
import { Misplaced } from './place.ts'

export function isAbsence(error: unknown): boolean {
  return /^(ENOENT|ENOTDIR)\b/.test(messageOf(error))
}

/** Why a file is not read, as the rest of a sentence without its period. */
export function refusalOf(error: unknown): string {
  return error instanceof Misplaced ? error.message : `it could not be opened (${oneLine(messageOf(error))})`
}
