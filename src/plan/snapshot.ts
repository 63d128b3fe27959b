import { isObject } from '../evidence/resource.ts'
import { oneLine } from '../text.ts'
import { isExpression } from './bodies.ts'
import { type Json, textIn } from './json.ts'
import type { NotLookedInto, Plan, PlannedChange, ReadOptions } from './model.ts'
import { isOpaqueType, notShown } from './opaque.ts'
import { changesIn } from './recognise.ts'
import { sentResource, typeAt } from './template.ts'

/** Reads what `bicep snapshot` writes. What was there before is not in it. */
export function readSnapshot(json: Json, file: string, options: ReadOptions): Plan {
  const [changes, notLookedInto, principals]: [PlannedChange[], NotLookedInto[], string[]] = [[], [], []]
  for (const written of changesIn(json, 'predictedResources', file)) {
    const id = textIn(written, 'id') ?? ''
    const address = oneLine(id, 200)
    const change = isObject(written) && !isExpression(id) ? sentResource(id, written, options, principals) : null
    if (isExpression(id)) notLookedInto.push({ address, reason: withoutId })
    else if (isOpaqueType(typeAt(id) ?? '', false)) notLookedInto.push({ address, reason: notShown })
    else if (change) changes.push({ ...change, mayBeThere: true, source: { file, address } })
  }
  return {
    file,
    kind: 'snapshot',
    tool: 'Bicep snapshot',
    createdAt: null,
    changes,
    before: [],
    principals,
    openRoles: null,
    notLookedInto,
  }
}

const withoutId =
  'Its id is an expression: the snapshot was made without a subscription, a group or a location, or the name depends on what exists only afterwards.'
