import { idKey } from '../../evidence/resource-id.ts'
import { commandLine, commandLines } from './command.ts'
import type { RenderContext } from './context.ts'
import { searches } from './search.ts'
import type { UnreadableGroup } from './unreadable.ts'

const PERHAPS =
  'The identity of this run cannot see the subscriptions of these resources, which may be in another tenant. If they turn out to be in this tenant, give the identity the Reader role there'

const SEARCH =
  'This run knows some resources only by name. Somebody who can read more of the tenant can search for them, here or in the Azure portal, and give the identity of this run the Reader role there. If the search does not find them, they are in another tenant or hidden from that person too: ask the owners of the workspaces that use them. To search'

/** Commands of one kind, and what they are for. */
export interface Commands {
  title: string
  commands: string[]
}

/** Commands that give the identity what it lacks, that may give it, and that find what has only a name. */
export function commandsFor(resources: UnreadableGroup[], { assignee }: Pick<RenderContext, 'assignee'>): Commands[] {
  const { certain, doubtful } = scopesOf(resources)
  const grants = (scopes: string[]) => scopes.map((scope) => grant(scope, assignee ?? '<client-id>', scopes.length > 1))
  const all = [
    { title: 'Give the identity of this run the Reader role', commands: grants(certain) },
    { title: PERHAPS, commands: grants(doubtful) },
    { title: SEARCH, commands: searches(resources) },
  ]
  return all.filter(({ commands }) => commands.length > 0)
}

/** Where a role helps, and where it may: without what lies below another one. */
function scopesOf(resources: UnreadableGroup[]): { certain: string[]; doubtful: string[] } {
  const certain = widest(resources.flatMap(({ scopes }) => [...scopes]))
  const all = widest([...certain, ...resources.flatMap(({ doubtful }) => [...doubtful])])
  return {
    certain: all.filter((scope) => certain.includes(scope)),
    doubtful: all.filter((scope) => !certain.includes(scope)),
  }
}

/** A role holds for everything below its scope. */
function widest(scopes: string[]): string[] {
  const byKey = new Map(scopes.map((scope) => [idKey(scope), scope]))
  return [...byKey].filter(([key]) => !ancestors(key).some((above) => byKey.has(above))).map(([, scope]) => scope)
}

function ancestors(key: string): string[] {
  const segments = key.split('/')
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'))
}

/** The command that lets an identity read what is in a scope. */
function grant(scope: string, assignee: string, isOneOfMany: boolean): string {
  const id = scope.startsWith('/') ? scope : `<resource id of ${scope}>`
  const command = ['az', 'role', 'assignment', 'create', '--role', 'Reader', '--assignee', assignee, '--scope', id]
  return isOneOfMany ? commandLine(command) : commandLines(command)
}
