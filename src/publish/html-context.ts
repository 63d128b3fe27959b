import { idKey } from '../evidence/resource-id.ts'
import type { HtmlContext } from '../report/html/context.ts'
import type { Publication, Result } from './result.ts'

/** What the page shows besides what every report does. */
export function htmlContext({ scan }: Result, { context }: Publication): HtmlContext {
  const { evidence, whole } = scan
  return {
    ...context,
    whole,
    sourceOf: (id) => {
      const record = evidence.resources.get(idKey(id))
      return record?.state === 'read' ? record : null
    },
  }
}
