export type Tree = unknown

/** Everything that stands where the other tree says true. */
function marked(value: Tree, marks: Tree): string[] {
  if (marks === true) return texts(value)
  if (typeof marks !== 'object' || marks === null || typeof value !== 'object' || value === null) return []
  return Object.entries(marks).flatMap(([name, mark]) => marked((value as Record<string, Tree>)[name], mark))
}

function texts(value: Tree): string[] {
  if (typeof value === 'string') return value.length > 3 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

interface Written {
  variables?: Record<string, { value: Tree }>
  resource_changes: { change: Record<'before' | 'after' | 'before_sensitive' | 'after_sensitive', Tree> }[]
}

/** What must not leave the readers; the id of the subscription is no secret. */
export function secretsOf({ variables = {}, resource_changes }: Written): string[] {
  const ofVariables = Object.values(variables).flatMap(({ value }) => texts(value))
  const ofResources = resource_changes.flatMap(({ change }) => [
    ...marked(change.before, change.before_sensitive),
    ...marked(change.after, change.after_sensitive),
  ])
  return [...new Set([...ofVariables, ...ofResources])].filter((text) => !/^[0-9a-f-]{36}$/.test(text))
}
