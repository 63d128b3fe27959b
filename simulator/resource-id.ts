/** A path under Resource Manager, taken apart by its last `/providers/`. */
export interface ResourcePath {
  /** what stands before the last `/providers/` */
  scope: string
  namespace: string
  /** `workspaces`, `computes` */
  types: string[]
  names: string[]
  /** one name short: the path is a list of resources */
  isCollection: boolean
}

/** `undefined` where the path names no resource type. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const segments = path.split('/').filter((segment) => segment !== '')
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers')
  const namespace = segments[at + 1]
  const rest = segments.slice(at + 2)
  if (at < 0 || namespace === undefined || rest.length === 0) return undefined
  return {
    scope: at === 0 ? '' : `/${segments.slice(0, at).join('/')}`,
    namespace,
    types: rest.filter((_, index) => index % 2 === 0),
    names: rest.filter((_, index) => index % 2 === 1),
    isCollection: rest.length % 2 === 1,
  }
}

/** `Microsoft.MachineLearningServices/workspaces/computes` */
export function typeOf(path: ResourcePath): string {
  return [path.namespace, ...path.types].join('/')
}

/** The subscription that an id or a path lies in, if it lies in one. */
export function subscriptionOf(id: string): string | undefined {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1]
}

/** The resource group that an id or a path lies in, as it is cased there. */
export function resourceGroupOf(id: string): string | undefined {
  return /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)/i.exec(id)?.[1]
}
