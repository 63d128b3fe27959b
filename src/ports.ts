import type { Watch } from './progress.ts'
import type { Stopwatch, Time } from './time.ts'

/** The outside world, as `start` is given it. */
export interface Outside {
  /** as `core.getInput` */
  input: (name: string) => string
  env: Record<string, string | undefined>
  now: () => Date
  log: Log
  getIDToken: (audience: string) => Promise<string>
  setOutput: (name: string, value: string | number) => void
  /** makes the job fail with this sentence */
  setFailed: (message: string) => void
  files: Files
  stopwatch: Stopwatch
  life: Life
  /** where the outcome is read by who typed the command; none in a workflow */
  terminal?: Terminal
  /** by default, the log says now and then how far the reading has come */
  watch?: Watch
  azure: () => Promise<typeof import('./azure/sdk.ts')>
  github: () => Promise<typeof import('./github/sdk.ts')>
}

/** The same for what has a limit in time, which is everything else. */
export interface Ports extends Outside {
  time: Time
  watch: Watch
}

export interface Terminal {
  format: 'text' | 'markdown' | 'json'
  /** what is wrong with the words that were typed, a sentence each */
  problems: string[]
  /** in columns */
  width: number
  hasColours: boolean
  print: (pieces: Iterable<string>) => void
}

/** 0: nothing fails; 1: something does, or is undecided; 2: there is no result, which only the command line tells apart. */
export type ExitCode = 0 | 1 | 2

/** Of the process. */
export interface Life {
  /** whoever cancels the job sends these */
  onSignal: (told: (signal: 'SIGINT' | 'SIGTERM') => void) => void
  /** what nobody caught */
  onCrash: (told: (error: unknown) => void) => void
  /** before much is read: what follows takes less memory, and more processor time */
  saveMemory: () => void
  /** ends it, whatever is still open */
  exit: (code: ExitCode) => void
}

/** Of an annotation; with a file, it stands beside the line in the pull request. */
export interface Shown {
  title?: string
  /** from the root of the repository */
  file?: string
  startLine?: number
}

export interface Log {
  info: (message: string) => void
  notice: (message: string, properties?: Shown) => void
  warning: (message: string, properties?: Shown) => void
  error: (message: string, properties?: Shown) => void
  group: <T>(name: string, work: () => Promise<T>) => Promise<T>
}

export interface Files {
  /** a file that an input names; never waits, and never follows a link out of the folder */
  read: (path: string, mostBytes: number) => NamedFile
  /** the same, when it is for somebody else to say in which encoding it is */
  bytes: (path: string, mostBytes: number) => NamedBytes
  /** what stands in a folder; never follows a link out of where files may be */
  list: (folder: string) => Listing
  /** where a path leads, as the operating system spells it; null when nothing is there */
  real: (path: string) => string | null
  /** whether anything is of this name, be it a file or not */
  exists: (path: string) => boolean
  /** a file of the runner's own, wherever it is; undefined when there is none */
  ofRunner: (path: string) => string | undefined
  /** replaces the file, and makes the folders that it needs; never through a link */
  write: (path: string, pieces: Iterable<string>) => void
  append: (path: string, text: string) => void
}

/** What a file says, or why it is not read. */
export type NamedFile = { text: string } | Unread
export type NamedBytes = { contents: Uint8Array } | Unread

export type Unread =
  | { isAbsent: true }
  /** it is larger than may be read */
  | { bytes: number }
  /** why, and what to do: the rest of a sentence, without its period */
  | { refusal: string }

export type Listing = { entries: Entry[] } | { isAbsent: true } | { refusal: string }

export interface Entry {
  name: string
  kind: 'file' | 'folder' | 'link' | 'other'
}
