import { idKey } from '../evidence/resource-id.ts'
import type { HtmlContext } from '../report/html/context.ts'
import type { Publication, Result } from './result.ts'

/** What the page shows besides what every report does. */
export function htmlContext({ inputs, scan }: Result, { context }: Publication): HtmlContext {
  const { evidence, whole } = scan
  return {
    ...context,
    whole,
    frameworks: inputs.frameworks,
    sourceOf: (id) => {
      const record = evidence.resources.get(idKey(id))
      return record?.state === 'read' ? record : null
    },
  }
}
