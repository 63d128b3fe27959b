import { count } from '../text.ts'

/** Sizes of files are told to people in millions of bytes. */
export const MEGABYTE = 1_000_000

/** Says that a file of so many bytes is larger than what is read of its kind. */
export function tooLarge(called: string, bytes: number, mostMegabytes: number): string {
  return `${called} has ${count(Math.ceil(bytes / MEGABYTE))} MB, of which at most ${mostMegabytes} are read`
}
