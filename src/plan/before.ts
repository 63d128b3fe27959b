import { type EvidenceSet, typeIn } from '../evidence/records.ts'
import { valueAt } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import { resourceTypes } from '../resources/index.ts'
import { withoutEnd } from '../text.ts'
import type { Plan } from './model.ts'
import type { Before } from './stale.ts'

/** What a plan says that was there, beside what is there now. Of what nobody read now, nothing can be said. */
export function valuesBefore({ before }: Plan, { resources }: EvidenceSet): Before[] {
  return before.flatMap(({ id, settings }): Before[] => {
    const record = resources.get(idKey(id))
    if (record?.state === 'absent') return [{ id, path: 'id', before: id, live: undefined }]
    if (record?.state !== 'read') return []
    const meant = meaningsOf(typeIn(record.body))
    return settings.flatMap(({ path, value }): Before[] => {
      const live = valueAt(record.body, path) ?? meant.get(path)
      // what is off and what is not set are one
      if (live === undefined && value === false) return []
      return [{ id, path, before: withoutSlash(value), live: withoutSlash(live) }]
    })
  })
}

/** What it means that a property is not there, by its path. */
function meaningsOf(type: string): Map<string, unknown> {
  const { properties = [] } = resourceTypes[type] ?? {}
  return new Map(properties.map(({ path, absent }) => [path, absent]))
}

/** Addresses of vaults end with one, or do not. */
function withoutSlash(value: unknown): unknown {
  return typeof value === 'string' ? withoutEnd(value, '/') : value
}
