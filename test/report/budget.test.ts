import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, type LeftOut, type Section } from '../../src/report/markdown/budget.ts'

const said = (leftOut: LeftOut) =>
  [...leftOut.values()].map(({ unit, count }) => `${count} ${unit[1]}`).join(', ') || 'all'

const section = (rank: number, name: string, rows: number, overrides: Partial<Section> = {}): Section => ({
  rank,
  open: `# ${name}\n`,
  rows: Array.from({ length: rows }, (_, index) => `${name} ${index} ${'x'.repeat(100)}`),
  unit: [name, `${name}s`],
  ...overrides,
})

describe('sections', () => {
  it('stand in their order when there is room', () => {
    const text = assemble(
      [section(0, 'head', 1), { rank: 5, open: 'alone', rows: [] }, section(1, 'tail', 2)],
      10_000,
      said,
    )
    expect(text.replaceAll('x'.repeat(100), 'x')).toBe(
      '# head\nhead 0 x\n\nalone\n\n# tail\ntail 0 x\ntail 1 x\n\nall\n',
    )
  })

  it('lose their last rows, those of the highest rank first', () => {
    const text = assemble([section(2, 'detail', 50), section(1, 'failure', 20)], 6000, said)
    expect(text).toContain('failure 19')
    expect(text).toContain('detail 0')
    expect(text).not.toContain('detail 49')
    expect(text).toMatch(/\n\n\d+ details\n$/)
  })

  it('are left out when not even one row fits', () => {
    const text = assemble([section(1, 'failure', 20), section(2, 'detail', 50, { open: 'y'.repeat(2000) })], 5000, said)
    expect(text).not.toContain('yyy')
    expect(text).toMatch(/\n\n50 details\n$/)
  })

  it('say what is missing, and add up what is of one kind', () => {
    const more = (count: number) => `\nand ${count} more`
    const sections = [section(1, 'row', 9, { most: 3, more, close: '\nend' }), section(1, 'row', 5, { most: 3 })]
    const text = assemble(sections, 10_000, said)
    expect(text).toMatch(/row 2 x+\nand 6 more\nend\n/)
    expect(text).toMatch(/\n8 rows\n$/)
  })

  it('never take more bytes than given', () => {
    const any = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 60 }),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(any, fc.integer({ min: 2000, max: 20_000 }), (all, budget) => {
        const sections = all.map(([rank, rows], index) => ({
          rank,
          open: `# ${index}\n`,
          rows,
          more: (count: number) => `${count} more`,
        }))
        expect(Buffer.byteLength(assemble(sections, budget, said))).toBeLessThanOrEqual(budget)
      }),
      { numRuns: 200 },
    )
  })
})
