import { createHash } from 'node:crypto'

/** Why nobody can tell what an index says, as the rest of a sentence. */
export class Undecipherable extends Error {}

/** Something that git tracks. */
export interface Tracked {
  name: string
  /** with all that is in it: in a sparse checkout git names no more than the folder */
  isFolder: boolean
}

/** Where the files of a repository stand that has this kind of object names. */
const hashes = [
  { algorithm: 'sha1', bytes: 20 },
  { algorithm: 'sha256', bytes: 32 },
]

/**
 * What git tracks, by its own list (https://git-scm.com/docs/index-format).
 *
 * @throws Undecipherable for everything that git itself would not understand, and for a list that is split in two
 */
export function* trackedBy(index: Uint8Array): Generator<Tracked> {
  const bytes = Buffer.from(index.buffer, index.byteOffset, index.length)
  const hash = hashes.find((one) => isWhole(bytes, one))
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || !hash) throw damaged()
  const version = bytes.readUInt32BE(4)
  if (version < 2 || version > 4) throw new Undecipherable(`its version is ${version}`)
  const listed = bytes.subarray(0, bytes.length - hash.bytes)
  let next = yield* entriesOf(listed, version, hash.bytes)
  while (next < listed.length) next = afterExtension(listed, next)
  if (next !== listed.length) throw damaged()
}

/** Its end is the hash of the rest; where git was told to save the time for that, nobody knows whether it is whole. */
function isWhole(bytes: Buffer, hash: { algorithm: string; bytes: number }): boolean {
  const end = bytes.length - hash.bytes
  if (end < 12) return false
  return createHash(hash.algorithm).update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))
}

/** Returns where they end. */
function* entriesOf(bytes: Buffer, version: number, hash: number): Generator<Tracked, number> {
  let at = 12
  let before: Buffer = Buffer.alloc(0)
  for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
    const { name, next } = entry(bytes, at, version, hash, before)
    yield { name: name.toString(), isFolder: (bytes.readUInt32BE(at + MODE) & KIND) === FOLDER }
    before = name
    at = next
  }
  return at
}

/** Where the mode of a file stands, which says what it is. */
const MODE = 24
const KIND = 0o170000
const FOLDER = 0o040000
/** Where the name of its object begins, after which come flags, the longer ones only where a bit says so. */
const OBJECT = 40
const HAS_MORE_FLAGS = 0x4000

function entry(bytes: Buffer, at: number, version: number, hash: number, before: Buffer) {
  const flags = at + OBJECT + hash
  if (flags + 4 > bytes.length) throw damaged()
  const start = flags + (bytes.readUInt16BE(flags) & HAS_MORE_FLAGS ? 4 : 2)
  const { kept, from } = version === 4 ? shared(bytes, start, before) : { kept: before.subarray(0, 0), from: start }
  const end = bytes.indexOf(0, from)
  if (end < 0) throw damaged()
  const rest = bytes.subarray(from, end)
  const name = kept.length > 0 ? Buffer.concat([kept, rest]) : rest
  if (name.length === 0) throw split()
  return { name, next: version === 4 ? end + 1 : at + Math.ceil((end + 1 - at) / 8) * 8 }
}

/** What a name has in common with the one before it; how much of that is dropped is a number of any length. */
function shared(bytes: Buffer, start: number, before: Buffer): { kept: Buffer; from: number } {
  let from = start
  let dropped = -1
  let byte: number
  do {
    byte = bytes[from] ?? 0
    dropped = (dropped + 1) * 128 + (byte & 127)
    from += 1
  } while (byte & 128)
  if (dropped > before.length) throw damaged()
  return { kept: before.subarray(0, before.length - dropped), from }
}

/** What git need not understand has a name that begins with a capital. */
function afterExtension(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) throw damaged()
  const name = bytes.toString('latin1', at, at + 4)
  if (name === 'link') throw split()
  if (!/^([A-Z]|sdir)/.test(name)) throw new Undecipherable('it is of a newer git')
  return at + 8 + bytes.readUInt32BE(at + 4)
}

const damaged = () => new Undecipherable('it is damaged, or was written without a hash (index.skipHash)')
const split = () => new Undecipherable('it is split in two (core.splitIndex)')
