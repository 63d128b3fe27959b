/** Characters of the file that a message repeats: enough to find them, too few for whatever else may stand in a file. */
export const mostQuoted = 40

/** A place in a file, counted from 1 as editors do. */
export interface Place {
  line: number
  column: number
}

export interface Problem extends Place {
  /** a sentence */
  message: string
}

export interface Entry extends Place {
  key: string
  value: Tree
}

/** What a YAML file says, and where. Aliases lead to the very tree that they stand for. */
export type Tree = Place & {
  /** values in it, counted again wherever an alias repeats them */
  size: number
} & (
    | { kind: 'map'; entries: Entry[] /** in which its last value ends */; lastLine: number }
    | { kind: 'list'; items: Tree[] }
    | { kind: 'value'; value: string | number | boolean | null /** as it was typed */; source: string }
    /** what is wrong with it has been said */
    | { kind: 'broken' }
  )
