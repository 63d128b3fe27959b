import { lackingMessage } from '../evidence/hidden.ts'
import { keyUrl, parseKeyId } from '../evidence/key-id.ts'
import { keyUses } from '../evidence/keys.ts'
import type { Resource } from '../evidence/resource.ts'
import type { Subjects } from '../evidence/subjects.ts'
import { only, type Workspace } from '../evidence/workspace/model.ts'
import { cosmosDbAccount } from '../resources/cosmos-db.ts'
import { searchService } from '../resources/search-service.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { anyResource } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { said } from '../said.ts'
import { check, fail, notApplicable, oneOf, pass, severity, unknown, type Verdict, worst } from './check.ts'
import { az, instruction, named } from './remedy.ts'

const cmk = 'https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys'

export const resourceGroup = check({
  id: 'metadata/resource-group',
  title: 'The managed resource group of the metadata is there',
  failed: 'The managed resource group of the metadata is gone',
  irreversible: 'data',
  rows: ['S18'],
  severity: severity('high'),
  subjects: (workspace) => workspace.metadataGroup,
  absent: (group) => fail(said`The managed resource group ${group} no longer exists.`),
  judge: (group) => {
    if (group.lacking.length > 0) return unknown('not-visible', lackingMessage(group, group.lacking))
    for (const member of group.members) member.read(anyResource.type)
    return pass()
  },
  passes: 'Cosmos DB, AI Search and storage are seen in the group.',
  fails: 'The group no longer exists.',
  cannotTell: 'One of the three is not seen: it is always there, so it is hidden.',
  why: 'It holds the metadata of the workspace. Deleting it breaks the workspace for good.',
  remedy: (group) =>
    instruction`Open a support request at once: what ${group} held is part of the workspace and cannot be created again.`,
  reference: cmk,
})

export const cosmosCmk = check({
  id: 'metadata/cosmos-cmk',
  title: 'Cosmos DB of the metadata is encrypted with a customer-managed key',
  failed: 'Cosmos DB of the metadata has no customer-managed key',
  rows: ['S18', 'S24'],
  severity: severity('high', 'medium'),
  subjects: stores(cosmosDbAccount),
  judge: (account) => {
    const state = account.read(cosmosDbAccount.keyStatus)
    if (state !== undefined && /error|revoked/i.test(state))
      return fail(said`Cosmos DB reports about its key: "${{ name: state }}".`, { severity: 'high' })
    if (account.read(cosmosDbAccount.keyUri) === undefined) return fail('The account uses Microsoft-managed keys.')
    if (state === undefined || /\bkey confirmed\b/i.test(state)) return pass()
    return unknown(
      'unrecognised-value',
      said`Cosmos DB reports something unrecognized about its key: "${{ name: state }}".`,
    )
  },
  passes: 'The account names a key, and reports nothing about it but that access is confirmed.',
  fails: 'It names none. High: it reports that its key is revoked or in error.',
  cannotTell: 'It reports something about its key that is not recognized.',
  why: 'Run history and metrics are then encrypted with Microsoft-managed keys, although the workspace asks for a customer-managed key.',
  remedy: (account) =>
    instruction`Customers cannot change ${account}: open a support request, or create a new workspace.`,
  reference: 'https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys',
  policies: [
    {
      name: 'Azure Cosmos DB accounts should use customer-managed keys to encrypt data at rest',
      id: '1f905d99-2ab7-462c-a6b0-f709acca6c8f',
    },
  ],
})

export const cosmosTls = check({
  id: 'metadata/cosmos-tls',
  title: 'Cosmos DB of the metadata refuses TLS older than 1.2',
  failed: 'Cosmos DB of the metadata allows TLS older than 1.2',
  rows: ['S38'],
  severity: severity('info'),
  // customers cannot change the accounts of a managed resource group
  subjects: (workspace) => only(stores(cosmosDbAccount)(workspace), () => workspace.architecture === 'bring-your-own'),
  judge: (account) => {
    const version = account.read(cosmosDbAccount.minimumTlsVersion)
    const allowed = said`The setting allows TLS ${version?.toLowerCase() === 'tls11' ? '1.1' : '1.0'}, which has been out of support since 2025-08-31.`
    return oneOf(version, { pass: ['Tls12'], fail: ['Tls', 'Tls11'] }, allowed)
  },
  passes: 'The minimum is 1.2. Only asked of an account that you brought along.',
  fails: 'It is 1.0 or 1.1.',
  cannotTell: 'Azure does not show a minimum, or one that is not recognized.',
  why: 'TLS 1.0 and 1.1 have known weaknesses, and are out of support; a setting that allows them fails audits.',
  remedy: (account) => az`cosmosdb update ${named(account.id)} --minimal-tls-version Tls12`,
  reference: 'https://learn.microsoft.com/azure/cosmos-db/self-serve-minimum-tls-enforcement',
})

export const searchCmk = check({
  id: 'metadata/search-cmk',
  title: 'AI Search of the metadata enforces customer-managed keys',
  failed: 'AI Search does not enforce customer-managed keys',
  rows: ['S18', 'S23'],
  severity: severity('medium'),
  subjects: stores(searchService),
  judge: (service) => {
    const enforced = service.read(searchService.enforcement) ?? 'Unspecified'
    const compliant = service.read(searchService.compliance) ?? 'NonCompliant'
    const verdict = worst([
      oneOf(enforced, { pass: ['Enabled'], fail: ['Disabled', 'Unspecified'] }),
      oneOf(compliant, { pass: ['Compliant'], fail: ['NonCompliant'] }),
    ])
    if (verdict.status !== 'fail') return verdict
    return unknown(
      'not-observable',
      'The service does not enforce customer-managed keys; each index may still have one, which no API of Resource Manager shows.',
    )
  },
  passes: 'Customer-managed keys are enforced, and the service complies.',
  fails: 'Never.',
  cannotTell: 'They are not enforced: each index may still have one.',
  why: 'The index over the metadata holds parts of it.',
  reference: 'https://learn.microsoft.com/azure/search/search-security-manage-encryption-keys',
  policies: [
    {
      name: 'Azure AI Search services should use customer-managed keys to encrypt data at rest',
      id: '76a56461-9dc0-40f0-82f5-2453283afa2f',
    },
  ],
})

export const sameKey = check({
  id: 'metadata/same-key',
  title: 'The metadata stores use the key of the workspace',
  failed: 'The metadata stores use another key than the workspace',
  rows: ['S23'],
  severity: severity('info'),
  subjects: ({ metadata }) => {
    const all = metadata.all.filter(({ type }) => type === cosmosDbAccount.type || type === storageAccount.type)
    // stores that are hidden stand under their group, and are spoken of together
    return { ...metadata, all: [...new Map(all.map((store) => [store.id, store])).values()] }
  },
  judge: (store, workspace) => {
    const identifier = workspace.resource.read(mlWorkspace.keyIdentifier)
    const { keyHosts } = workspace.evidence
    const own = parseKeyId(identifier, keyHosts)
    const [use] = keyUses(store.type, store.record.state === 'read' ? store.record.body : {}, keyHosts)
    if (!use) return withoutKey(store)
    if (!own)
      return unknown(
        identifier === undefined ? 'property-absent' : 'unrecognised-value',
        'The workspace does not name the key that it uses.',
      )
    store.note('key', keyUrl(use.host, use.name))
    const same = use.host === own.host && use.name.toLowerCase() === own.name.toLowerCase()
    return same ? pass() : fail(said`${store} uses the key ${{ name: use.name }} of ${{ name: use.host }}.`)
  },
  passes: 'The store uses the key of the workspace, in whatever version.',
  fails: 'It uses another one.',
  cannotTell: 'Workspace or store do not name the keys that they use.',
  why: 'Azure Machine Learning documents one key for the workspace and all its metadata stores; revoking that one would leave the others readable.',
  reference: cmk,
})

/** A store that uses Microsoft-managed keys has nothing to compare; one that does not say which it uses is undecided. */
function withoutKey(store: Resource): Verdict {
  const unclear = said`${store} does not name the key that it uses.`
  if (store.type === cosmosDbAccount.type) {
    return store.read(cosmosDbAccount.keyUri) === undefined
      ? notApplicable('not-used')
      : unknown('unrecognised-value', unclear)
  }
  const source = oneOf(store.read(storageAccount.keySource), {
    pass: ['Microsoft.Storage'],
    fail: ['Microsoft.Keyvault'],
  })
  if (source.status === 'pass') return notApplicable('not-used')
  return source.status === 'fail' ? unknown('property-absent', unclear) : source
}

/** The stores of one kind; of a group that shows none, the one that is hidden. */
function stores({ type }: { type: string }): (workspace: Workspace) => Subjects<Resource> {
  return ({ metadata }) => only(metadata, (store) => store.type === type)
}
