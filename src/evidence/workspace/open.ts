import type { Profile } from '../../model.ts'
import { databricksWorkspace } from '../../resources/databricks.ts'
import { hdInsightCluster } from '../../resources/hdinsight.ts'
import type { NamedLink } from '../../resources/type.ts'
import { virtualMachine } from '../../resources/virtual-machine.ts'
import { mlWorkspace, dependencies as named } from '../../resources/workspace.ts'
import { fileServiceId } from '../file-services.ts'
import type { Evidence } from '../records.ts'
import { noReads, type Resource } from '../resource.ts'
import { aiServices } from './ai-services.ts'
import { ofType, openClusters, targets } from './attached.ts'
import { consumersOf, hiddenConsumers } from './consumers.ts'
import { openChildren } from './contents.ts'
import { dependencies } from './dependencies.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { keysOf, vaults } from './keys.ts'
import { createLookup, type Lookup, textAt } from './lookup.ts'
import { managedGroup, metadataStores } from './metadata.ts'
import type { Options, Workspace } from './model.ts'
import { architectureOf, hubOf, mayBeEncrypted, settingsOf } from './settings.ts'
import { dataAccounts, storage } from './storage.ts'
import { unnamedKeys, withoutName } from './unknown-keys.ts'

/** Puts a workspace together from the evidence. Pure: the same evidence gives the same workspace. */
export function openWorkspace(evidence: Evidence, id: string, profile: Profile, options: Options): Workspace {
  let reads = noReads()
  const lookup = createLookup(evidence, () => reads)
  const resource = lookup.at(id)
  const kind = (textAt(resource, mlWorkspace.kind) ?? 'default').toLowerCase()
  const hub = kind === 'project' ? hubOf(resource, lookup) : null
  const parts = partsOf(resource, hub, options, lookup)
  return {
    id: resource.id,
    name: resource.name,
    kind,
    profile,
    resource,
    hub,
    settings: settingsOf(resource, hub),
    ...parts,
    ...keysIn(parts, resource, hub, lookup),
    encrypted: hub ? settingsOf(resource, hub) : { all: parts.encrypted, none: 'not-used' },
    options,
    evidence,
    at: lookup.at,
    takeReads() {
      const taken = reads
      reads = noReads()
      return taken
    },
  }
}

type Parts = ReturnType<typeof partsOf>

function partsOf(resource: Resource, hub: Resource | null, options: Options, lookup: Lookup) {
  const architecture = architectureOf(resource, hub)
  const dependency = (link: NamedLink) => dependencies(resource, hub, lookup, link)
  const metadataGroup = managedGroup(resource, architecture, lookup)
  const metadata = metadataStores(resource, architecture, metadataGroup, lookup)
  const children = openChildren(lookup, resource)
  const attached = targets(children.list('computes'), lookup)
  const datastores = dataAccounts(children.list('datastores').all, resource, hub, lookup)
  const deployments = () => children.list('onlineDeployments').all
  return {
    architecture,
    storageAccounts: storage(dependency(named.storage), metadata, datastores),
    containerRegistry: dependency(named.registry),
    diagnostics: diagnosticsOf(resource, hub, dependency(named.diagnostics), deployments, lookup),
    metadata,
    metadataGroup,
    clusters: openClusters(attached),
    databricks: ofType(attached, databricksWorkspace.type),
    virtualMachines: ofType(attached, virtualMachine.type),
    hdinsight: ofType(attached, hdInsightCluster.type),
    aiServices: aiServices(children.list('connections'), lookup),
    ...children,
    fileServiceOf: (account: Resource) => lookup.at(fileServiceId(account.id)),
    scopesOf: (account: Resource) =>
      options.encryptionScopes ? children.scopesOf(account) : { all: [], none: 'disabled' as const },
    encrypted: hub === null && mayBeEncrypted(resource) ? [resource] : [],
  }
}

function keysIn(parts: Parts, resource: Resource, hub: Resource | null, lookup: Lookup) {
  const consumers = consumersOf(parts, lookup)
  const hidden = hiddenConsumers(consumers, parts.diagnostics.all, lookup)
  const keys = keysOf(consumers, hidden, lookup)
  const unnamed = unnamedKeys(consumers, resource, lookup)
  return {
    keyVaults: vaults(dependencies(resource, hub, lookup, named.vault), keys),
    keys: { all: keys, none: parts.storageAccounts.none },
    unknownKeys: withoutName(unnamed, keys.length > 0 ? [] : hidden, resource),
  }
}
