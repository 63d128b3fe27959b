/** A part of a report that is kept or left out row by row. */
export interface Section {
  /** what is dropped first has the highest */
  rank: number
  /** what stands above the rows; alone when there are none */
  open: string
  /** most important first */
  rows: string[]
  /** between two rows */
  gap?: string
  /** no more rows than this, whatever the room */
  most?: number
  /** what a row counts for, where that is not one */
  sizes?: number[]
  /** what to say after the rows when so many, or none, are left out, and what they count for */
  more?: (rows: number, count: number) => string
  close?: string
  /** what is counted: singular and plural */
  unit?: [string, string]
}

/** How much did not fit, by what it is. */
export type LeftOut = ReadonlyMap<string, { unit: [string, string]; count: number }>

interface Fitted {
  text: string
  /** what is left out counts for so much */
  left: number
}

const SEPARATOR = '\n\n'

/**
 * Puts sections together, in the order given, in at most so many bytes: the sections of the lowest rank first, and of
 * each as many rows as there is room for.
 *
 * @param last writes the last paragraph
 */
export function assemble(sections: Section[], budget: number, last: (leftOut: LeftOut) => string): string {
  let room = budget - RESERVE
  const fitted = new Map<Section, Fitted>()
  for (const section of [...sections].sort((a, b) => a.rank - b.rank)) {
    const result = fitOne(section, room)
    if (result.text !== '') room -= bytes(result.text) + SEPARATOR.length
    fitted.set(section, result)
  }
  const shown = sections.map((section) => fitted.get(section)?.text ?? '').filter((text) => text !== '')
  return `${[...shown, last(leftOutOf(fitted))].join(SEPARATOR)}\n`
}

/** Sections as one, which is kept or left out whole. */
export function folded(summary: string, sections: Section[]): Section {
  const content = sections.map((section) => fitOne(section, Number.POSITIVE_INFINITY).text).join(SEPARATOR)
  const rank = Math.min(...sections.map((section) => section.rank))
  return { rank, open: `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`, rows: [] }
}

/** Room for the last paragraph. */
const RESERVE = 1500

/** Room for the sentence about the rows that are left out. */
const MORE = 200

function fitOne(section: Section, room: number): Fitted {
  const { open, rows, gap = '\n', most = rows.length, sizes = rows.map(() => 1), more, close = '' } = section
  const countFrom = (row: number) => sizes.slice(row).reduce((sum, size) => sum + size, 0)
  let free = room - bytes(open) - bytes(close) - MORE
  let kept = 0
  for (const row of rows.slice(0, most)) {
    free -= bytes(row) + gap.length
    if (free < 0) break
    kept += 1
  }
  if (free < 0 && kept === 0) return { text: '', left: countFrom(0) }
  const left = countFrom(kept)
  const rest = more?.(rows.length - kept, left) ?? ''
  return { text: open + rows.slice(0, kept).join(gap) + rest + close, left }
}

function leftOutOf(fitted: Map<Section, Fitted>): LeftOut {
  const counts = new Map<string, { unit: [string, string]; count: number }>()
  for (const [{ unit }, { left }] of fitted) {
    if (!unit || left === 0) continue
    const known = counts.get(unit[0])
    if (known) known.count += left
    else counts.set(unit[0], { unit, count: left })
  }
  return counts
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
