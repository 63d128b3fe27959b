import type { CmkArchitecture } from '../../model.ts'
import type { NamedLink } from '../../resources/type.ts'
import { metadataStores, mlWorkspace } from '../../resources/workspace.ts'
import { said } from '../../said.ts'
import { referenceAt, strange } from '../references.ts'
import { peek, propertyOf, type Resource } from '../resource.ts'
import type { Subjects } from '../subjects.ts'
import { Unknown } from '../unknown.ts'
import { type Lookup, textAt } from './lookup.ts'

function statusOf(resource: Resource): string | undefined {
  return textAt(resource, mlWorkspace.encryptionStatus)?.toLowerCase()
}

/** A plan can leave open whether it is. */
export function mayBeEncrypted(workspace: Resource): boolean {
  return statusOf(workspace) === 'enabled' || peek(workspace, mlWorkspace.encryptionStatus) instanceof Unknown
}

export function architectureOf(workspace: Resource, hub: Resource | null): CmkArchitecture {
  if (hub) return hub.unreadable ? 'undetermined' : 'inherited'
  const status = statusOf(workspace)
  const body = workspace.record.state === 'read' ? workspace.record.body : {}
  if (status === 'disabled' || (status === undefined && propertyOf(body, mlWorkspace.encryption) === undefined))
    return 'none'
  if (status !== 'enabled') return 'undetermined'
  if (String(propertyOf(body, mlWorkspace.serviceSideEncryption)).toLowerCase() === 'true') return 'service-side'
  if (propertyOf(body, mlWorkspace.managedResourceGroup) !== undefined) return 'subscription-side'
  return broughtAlong(workspace).length > 0 ? 'bring-your-own' : 'undetermined'
}

export function broughtAlong(workspace: Resource): NamedLink[] {
  return metadataStores.filter(({ property }) => referenceAt(workspace, property) !== 'none')
}

/** A project's hub; one that nobody can name, or that is a project itself, cannot be read either. */
export function hubOf(project: Resource, lookup: Lookup): Resource {
  const property = mlWorkspace.hub
  const reference = referenceAt(project, property)
  if (reference === 'strange') {
    const { unnamed: _, ...hub } = strange(project, property, mlWorkspace.type, '', lookup.open)
    return { ...hub, id: '', name: '' }
  }
  const hub = lookup.at(reference === 'none' ? '' : reference.id)
  if (textAt(hub, mlWorkspace.kind)?.toLowerCase() !== 'project') return hub
  const message = said`${project} names the project ${hub} as its hub.`
  const reason = 'unrecognised-value'
  return lookup.open({ state: 'unreadable', id: '', reason, action: null, scope: null, message })
}

/** A project's settings are its hub's; when the hub cannot be read, nobody can say what they are. */
export function settingsOf(workspace: Resource, hub: Resource | null): Subjects<Resource> {
  if (!hub) return { all: [workspace], none: 'not-used' }
  if (!hub.unreadable) return { all: [], none: 'inherited' }
  const message = said`The workspace is a project, and its hub has the settings. ${hub.unreadable.message}`
  return { all: [{ ...workspace, unreadable: { ...hub.unreadable, state: 'unreadable', message } }], none: 'inherited' }
}
