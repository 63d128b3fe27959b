/** Something that was measured, and what it must not exceed. */
export interface Figure {
  name: string
  measured: number
  bound: number
  /** written after both numbers, `×` for ratios to `node -e 0` in the same run */
  unit: string
}

export function isHeld({ measured, bound }: Figure): boolean {
  return measured <= bound
}

export function row(figure: Figure): string[] {
  const { name, measured, bound, unit } = figure
  return [name, `${measured.toFixed(2)} ${unit}`, `≤ ${bound.toFixed(2)} ${unit}`, isHeld(figure) ? 'yes' : 'NO']
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}
