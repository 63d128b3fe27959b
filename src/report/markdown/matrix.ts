import { count, listed } from '../../text.ts'
import { code, text } from '../view/escape.ts'
import { workspaceNames } from '../view/labels.ts'
import { type Cell, legendOf, type Matrix, matrixOf } from '../view/matrix.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { table } from './table.ts'

/** What came out where, as a table. */
export function matrix(view: View): Section[] {
  const { report, limits, labels } = view
  const found = matrixOf(view)
  if (found === null) return []
  const isMixed = new Set(report.workspaces.map(({ profile }) => profile)).size > 1
  const rows = found.rows.map(({ workspace, cells }) => [
    workspaceNames([workspace.id], labels, 1) + (isMixed ? `, ${code(workspace.profile)}` : ''),
    ...cells.map(shown),
  ])
  const heads = found.heads.map((head) => text(head, 40))
  return [
    {
      ...table(['Workspace', ...heads], rows, ['l', ...heads.map(() => 'c')]),
      rank: 2,
      most: found.isMany ? limits.rows : rows.length,
      more: (left) => `${remaining(left, found.clean)}\n\n${legend(found)}`,
      unit: ['workspace', 'workspaces'],
    },
  ]
}

function shown({ word, gate }: Cell): string {
  return gate === null ? word : `${gate === 'failing' ? '❌' : '⚠️'}\u00a0**${word}**`
}

function legend(matrix: Matrix): string {
  const { well } = matrix
  const everywhere =
    well.length > 0
      ? [
          `passed everywhere: ${listed(
            well.map((each) => text(each, 40)),
            well.length,
          )}`,
        ]
      : []
  return `<sub>${[...legendOf(matrix), ...everywhere].join(' · ')}</sub>`
}

function remaining(left: number, clean: number): string {
  const parts = [
    left > 0 && `${count(left)} with fewer findings`,
    clean > 0 && `${count(clean)} without findings`,
  ].filter(Boolean)
  return parts.length === 0 ? '' : `\n\n… and ${parts.join(', ')}.`
}
