import type { Finding } from '../../model.ts'
import { plural } from '../../text.ts'
import { labelOf } from '../view/labels.ts'
import type { HtmlView } from './context.ts'
import { bodyOf, END_OF_FOLD, foldOf, rowOf } from './evidence-rows.ts'
import { html } from './markup.ts'

/** What several workspaces use, by lower-cased id. */
export type Shared = Map<string, SharedResource>

interface SharedResource {
  id: string
  /** where it stands on the page */
  anchor: string
  users: number
  /** by its row, the workspaces that it is true of */
  rows: Map<string, string[]>
}

/** Puts what a workspace shares with others where it stands once. */
export function share(
  resource: string,
  findings: Finding[],
  workspace: string,
  shared: Shared,
  view: HtmlView,
): SharedResource {
  const key = resource.toLowerCase()
  const known = shared.get(key) ?? {
    id: resource,
    anchor: `s${shared.size}`,
    users: 0,
    rows: new Map<string, string[]>(),
  }
  shared.set(key, known)
  known.users += 1
  for (const finding of findings) {
    const row = rowOf(finding, view)
    const workspaces = known.rows.get(row)
    if (workspaces) workspaces.push(workspace)
    else known.rows.set(row, [workspace])
  }
  return known
}

/** What several workspaces use, each with the workspaces that a row is true of where it is not of all. */
export function* sharedOf(shared: Shared, view: HtmlView): Generator<string> {
  yield foldOf('Shared resources', plural(shared.size, 'resource'))
  for (const { id, anchor, users, rows } of shared.values()) {
    const told = [...rows].map(([row, workspaces]) => {
      const names = workspaces.map((one) => html(labelOf(one, view.labels), 200))
      return workspaces.length === users ? row : `${row}<p class="facts">${names.join(', ')}</p>`
    })
    yield bodyOf(id, told, view, ` · used by ${plural(users, 'workspace')}`, anchor)
  }
  yield END_OF_FOLD
}
