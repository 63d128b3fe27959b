import type { Config } from '../config/model.ts'
import { idOfReader } from '../evidence/named.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Named } from '../pseudonym/names.ts'
import { isPseudonym, nakedId } from '../pseudonym/pseudonym.ts'
import { userAssignedIdentity } from '../resources/identity.ts'
import { mlJob } from '../resources/job.ts'
import { managementGroup } from '../resources/management-group.ts'
import { resourceGroup, subscription } from '../resources/subscription.ts'
import { anyPrefix } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import type { Scan } from '../scan/model.ts'
import { withoutEnd } from '../text.ts'

/**
 * Names that a report may tell although no resource that was read has them: what the workflow and the config file name,
 * the workspaces of an earlier run, and the identity that reads.
 */
export function namedIn({ targets }: Inputs, config: Config, { earlier: { baseline, base }, reader }: Scan): Named[] {
  const configs = base !== null && 'config' in base ? [config, base.config] : [config]
  return [
    ...ofReader(reader),
    ...(baseline?.workspaces ?? []).flatMap(ofBaseline),
    ...configs.flatMap(ofConfig),
    ...targets.workspaces.flatMap((target) =>
      target.kind === 'pattern'
        ? literals(target.pattern, mlWorkspace.about)
        : [called(target.name, mlWorkspace.about), called(target.resourceGroup, resourceGroup.about)],
    ),
    ...targets.resourceGroups.map(({ name }) => called(name, resourceGroup.about)),
    ...targets.subscriptions.map((id) => ({ name: id, prefix: subscription.about.prefix, id: `/subscriptions/${id}` })),
    ...targets.managementGroups.map((name) => called(name, managementGroup)),
  ]
}

interface Prefixed {
  /** of pseudonyms */
  prefix: string
}

const anything = { prefix: anyPrefix }

const called = (name: string, { prefix }: Prefixed): Named => ({ name, prefix })

/** Anybody can list the tenants of companies: like a name, a tenant's id could be guessed. */
function ofReader({ tenant, identity }: Scan['reader']): Named[] {
  const known = tenant === null ? [] : [called(tenant, anything)]
  if (identity === null) return known
  const name = idOfReader(identity)
  return [...known, { name, prefix: userAssignedIdentity.about.prefix, id: nakedId(name) }]
}

/** A published report has pseudonyms, which stay as they are. */
function ofBaseline({ id, name }: { id: string; name: string }): Named[] {
  if (id === name && isPseudonym(id, mlWorkspace.about.prefix)) return []
  return [
    id.startsWith('/subscriptions/') ? { name, prefix: mlWorkspace.about.prefix, id } : called(name, mlWorkspace.about),
  ]
}

function ofConfig({ waivers, profiles, jobNames }: Config): Named[] {
  return [
    ...waivers.flatMap(({ resource = '' }) => literals(resource, anything)),
    ...waivers.flatMap(({ workspace = '' }) => literals(workspace, mlWorkspace.about)),
    ...profiles.flatMap(({ workspaces }) => workspaces.flatMap((pattern) => literals(pattern, mlWorkspace.about))),
    ...jobNames.flatMap((pattern) => literals(pattern, mlJob.about)),
  ]
}

/** What a pattern tells: the last name in it, and what is left of a name that has a `*`, unless that is a word. */
function literals(pattern: string, of: Prefixed): Named[] {
  const last = withoutEnd(pattern, '/').split('/').at(-1) ?? ''
  const parts = last.split('*').map((part) => withoutEnd(part.replace(/^[._-]+/, ''), '._-'))
  const names = parts.length === 1 ? parts : parts.filter((part) => part.length >= 6 && /[\d_-]/.test(part))
  return names.filter((name) => name !== '').map((name) => called(name, of))
}
