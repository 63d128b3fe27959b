import { edgesOf, ledTo } from '../../evidence/edges.ts'
import type { EvidenceSet } from '../../evidence/records.ts'
import { idKey, parentId } from '../../evidence/resource-id.ts'
import type { Finding, WorkspaceReport } from '../../model.ts'
import { rank } from '../../severity.ts'
import type { Graph, State } from './context.ts'
import { labelOf, labelsOfIds } from './labels.ts'
import { resourceKind } from './names.ts'

const MOST_NODES = 30

const order: State[] = ['high', 'undecided', 'medium', 'low', 'waived', 'advice', 'passed']

/** @param workspace with the findings that pass */
export function graphOf(evidence: EvidenceSet, workspace: WorkspaceReport): Graph {
  const states = new Map<string, { id: string; state: State }>([
    [idKey(workspace.id), { id: workspace.id, state: 'passed' }],
  ])
  for (const finding of workspace.findings) {
    const key = idKey(finding.resource)
    const known = states.get(key)
    states.set(key, { id: known?.id ?? finding.resource, state: worse(known?.state, stateOf(finding)) })
  }
  const [[, root] = ['', { id: workspace.id, state: 'passed' as State }], ...others] = [...states]
  const resources = others.map(([, node]) => node).sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const shown = [root, ...resources.slice(0, MOST_NODES - 1)]
  const labels = labelsOfIds(shown.map(({ id }) => id))
  return {
    nodes: shown.map(({ id, state }) => ({ name: labelOf(id, labels), kind: resourceKind(id) ?? '', state })),
    edges: arrowsOf(
      shown.map(({ id }) => id),
      evidence,
    ),
    left: resources.length - (shown.length - 1),
  }
}

function stateOf({ status, severity }: Finding): State {
  if (status === 'waived') return 'waived'
  if (status === 'pass') return 'passed'
  if (severity === 'info') return 'advice'
  return status === 'unknown' ? 'undecided' : severity
}

function worse(one: State | undefined, other: State): State {
  return one !== undefined && order.indexOf(one) < order.indexOf(other) ? one : other
}

/** Who names whom. What nobody names is the workspace's. */
function arrowsOf(ids: string[], evidence: EvidenceSet): [number, number][] {
  const mentioned = ids.map((id) => mentionsOf(id, evidence))
  const edges = ids.flatMap((to, toIndex) =>
    ids.flatMap((_, from): [number, number][] =>
      from !== toIndex && toIndex !== 0 && mentioned[from]?.(to) ? [[from, toIndex]] : [],
    ),
  )
  const reached = new Set(edges.map(([, to]) => to))
  const loose = ids.flatMap((_, index): [number, number][] => (index === 0 || reached.has(index) ? [] : [[0, index]]))
  return [...edges, ...loose]
}

function mentionsOf(id: string, evidence: EvidenceSet): (other: string) => boolean {
  const record = evidence.resources.get(idKey(id))
  const edges = record?.state === 'read' ? edgesOf(record, evidence.keyHosts) : []
  const named = new Set(edges.flatMap((edge) => ledTo(edge, evidence).map(idKey)))
  const isKey = /\/keys\/[^/]+$/i.test(id)
  return (other) => named.has(idKey(other)) || (isKey && idKey(parentId(id)) === idKey(other))
}

/** The workspace that a reader should look at first; null when nothing fails. */
export function worstWorkspace(workspaces: WorkspaceReport[]): WorkspaceReport | null {
  let worst: { workspace: WorkspaceReport; weight: number } | null = null
  for (const workspace of workspaces) {
    const failed = workspace.findings.filter(({ status, severity }) => status === 'fail' && severity !== 'info')
    const weight = failed.reduce((sum, { severity }) => sum + 1000 ** (2 - rank(severity)), 0)
    if (weight > (worst?.weight ?? 0)) worst = { workspace, weight }
  }
  return worst?.workspace ?? null
}
