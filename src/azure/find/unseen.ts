import { everyWorkspace, listOfWorkspaces } from '../../evidence/named.ts'
import type { Unreadable } from '../../evidence/records.ts'
import { parseResourceId, type ResourceId } from '../../evidence/resource-id.ts'
import type { Targets } from '../../inputs/targets.ts'
import type { Said } from '../../model.ts'
import { typeOfId } from '../../resources/index.ts'
import { subscription } from '../../resources/subscription.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { foreign, said } from '../../said.ts'
import { matchesPattern } from '../../text.ts'
import type { AzureClient } from '../requests/client.ts'
import type { ReadFailure } from '../requests/read-failure.ts'
import type { Row } from '../requests/resource-graph.ts'
import { containers, emptyAmong, lookInto } from './containers.ts'
import { groupAndName, inGroups, nameOf, patterns, placeAndName } from './targets.ts'

const { action } = mlWorkspace.about

interface Seen {
  rows: Row[]
  /** those among them that were selected, not named one by one */
  inScope: Row[]
  /** what came besides, whatever its name */
  others: Row[]
  /** false when the list was cut short: then nothing is known of what is not on it */
  isWhole: boolean
}

export async function unmatched(client: AzureClient, targets: Targets, seen: Seen) {
  const places = placesOf(seen.inScope)
  const unmet = containers(targets).filter(({ holds }) => !places.some(holds))
  const looks = await lookInto(
    client,
    unmet.map(({ id }) => id),
  )
  const hidden = new Map(looks.map(({ id, why }) => [id, why]))
  const readable = unmet.filter(({ id }) => hidden.get(id) === null)
  const empty = seen.isWhole ? await emptyAmong(client, targets, readable, placesOf(seen.others)) : []
  const told = looks.flatMap(({ id, why }) => why ?? empty.find((one) => one.id === id) ?? [])
  const visible = new Map(looks.map(({ id, why }) => [id, why === null]))
  for (const row of seen.rows) visible.set(subscriptionOf(row), true)
  const subscriptions = [...visible].filter(([id]) => typeOfId(id) === subscription.type)
  return {
    unseen: [...told, ...(seen.isWhole ? workspacesUnseen(targets, seen) : [])],
    subscriptions: subscriptions.map(([id, isVisible]) => ({
      id: id.slice('/subscriptions/'.length),
      visible: isVisible,
    })),
  }
}

function placesOf(rows: Row[]): ResourceId[] {
  return rows.flatMap((row) => parseResourceId(row.id) ?? [])
}

function subscriptionOf(row: Row): string {
  return `/subscriptions/${parseResourceId(row.id)?.subscriptionId ?? ''}`
}

function workspacesUnseen(targets: Targets, { rows, inScope }: Seen): Unreadable[] {
  const names = inScope.map(nameOf)
  const plain = new Set(names.map((name) => name.toLowerCase()))
  const isMet = (pattern: string) =>
    pattern.includes('*') ? names.some((name) => matchesPattern(pattern, name)) : plain.has(pattern.toLowerCase())
  const places = new Set(rows.map(placeAndName))
  const unseen = (id: string, which: Said): Unreadable => ({
    id,
    reason: 'not-visible',
    action,
    scope: null,
    message: said`No workspace ${which} is visible to the identity of this run.`,
  })
  return [
    ...[...new Set(patterns(targets))]
      .filter((pattern) => !isMet(pattern))
      .map((pattern) =>
        unseen(
          pattern,
          pattern.includes('*') ? said`whose name matches ${{ name: pattern }}` : said`named ${{ name: pattern }}`,
        ),
      ),
    ...inGroups(targets)
      .filter((target) => !places.has(groupAndName(target)))
      .map((target) =>
        unseen(
          `${target.resourceGroup}/${target.name}`,
          said`${{ name: target.name }} in a resource group ${{ name: target.resourceGroup }}`,
        ),
      ),
  ]
}

export function incompleteList(failure: ReadFailure, seen: number): Unreadable {
  return {
    id: listOfWorkspaces,
    reason: failure.reason,
    action: null,
    scope: null,
    message: said`The list of workspaces ${seen === 0 ? 'could not be read' : 'is not complete'}: ${foreign(failure.message)}`,
  }
}

export function nothingFound(): Unreadable {
  return {
    id: everyWorkspace,
    reason: 'not-visible',
    action,
    scope: null,
    message:
      'No Azure Machine Learning workspace is visible to the identity of this run. Give it Reader on the subscriptions that hold them.',
  }
}
