import type { Config } from '../config/model.ts'
import { idOfReader } from '../evidence/named.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Named } from '../pseudonym/names.ts'
import { isPseudonym, nakedId } from '../pseudonym/pseudonym.ts'
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
        ? literals(target.pattern, 'ws-')
        : [called(target.name, 'ws-'), called(target.resourceGroup, 'rg-')],
    ),
    ...targets.resourceGroups.map(({ name }) => called(name, 'rg-')),
    ...targets.subscriptions.map((id) => ({ name: id, prefix: 'sub-', id: `/subscriptions/${id}` })),
    ...targets.managementGroups.map((name) => called(name, 'mg-')),
  ]
}

const called = (name: string, prefix: string): Named => ({ name, prefix })

/** Anybody can list the tenants of companies: like a name, a tenant's id could be guessed. */
function ofReader({ tenant, identity }: Scan['reader']): Named[] {
  const known = tenant === null ? [] : [called(tenant, 'res-')]
  if (identity === null) return known
  const name = idOfReader(identity)
  return [...known, { name, prefix: 'id-', id: nakedId(name) }]
}

/** A published report has pseudonyms, which stay as they are. */
function ofBaseline({ id, name }: { id: string; name: string }): Named[] {
  if (id === name && isPseudonym(id, 'ws-')) return []
  return [id.startsWith('/subscriptions/') ? { name, prefix: 'ws-', id } : called(name, 'ws-')]
}

function ofConfig({ waivers, profiles, jobNames }: Config): Named[] {
  return [
    ...waivers.flatMap(({ resource = '' }) => literals(resource, 'res-')),
    ...waivers.flatMap(({ workspace = '' }) => literals(workspace, 'ws-')),
    ...profiles.flatMap(({ workspaces }) => workspaces.flatMap((pattern) => literals(pattern, 'ws-'))),
    ...jobNames.flatMap((pattern) => literals(pattern, 'job-')),
  ]
}

/** What a pattern tells: the last name in it, and what is left of a name that has a `*`, unless that is a word. */
function literals(pattern: string, prefix: string): Named[] {
  const last = withoutEnd(pattern, '/').split('/').at(-1) ?? ''
  const parts = last.split('*').map((part) => withoutEnd(part.replace(/^[._-]+/, ''), '._-'))
  const names = parts.length === 1 ? parts : parts.filter((part) => part.length >= 6 && /[\d_-]/.test(part))
  return names.filter((name) => name !== '').map((name) => called(name, prefix))
}
