import { expect, it } from 'vitest'
import { az, instruction, named } from '../../src/checklist/remedy.ts'
import type { ResourceRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import type { Named } from '../../src/pseudonym/names.ts'
import { pseudonym } from '../../src/pseudonym/pseudonym.ts'
import { pseudonymous } from '../../src/pseudonym/publish.ts'
import { asText, foreign, said } from '../../src/said.ts'
import { evidenceOf, ids } from '../checklist/builder.ts'

const publish = pseudonymous([evidenceOf()], '42', [])
const alias = (id: string) => pseudonym('42', id)
const managedHsm = ids.vault.replace('/vaults/', '/managedHSMs/')
const nobodys = `${ids.vault}-elsewhere`

it.each<[string, unknown, unknown]>([
  [
    'in an instruction is the pseudonym of its id',
    instruction`Move ${{ id: ids.vault, name: 'kv-fraud' }} away.`,
    { instruction: ['Move ', { name: alias(ids.vault), id: alias(ids.vault) }, ' away.'] },
  ],
  [
    'of something that nobody has read is replaced as well',
    instruction`Move ${{ id: nobodys, name: 'kv-fraud-elsewhere' }} away.`,
    { instruction: ['Move ', { name: alias(nobodys), id: alias(nobodys) }, ' away.'] },
  ],
  [
    'without an id is looked up',
    { instruction: ['The vault ', { name: 'kv-fraud' }] },
    { instruction: ['The vault ', { name: alias(ids.vault) }] },
  ],
  [
    'in a command is to be filled in',
    az`keyvault update ${named(ids.vault)} --yes stfraud`,
    {
      command: [
        ...['az', 'keyvault', 'update', '--name', '<resource id>', '--resource-group', '<resource id>'],
        ...['--subscription', '<resource id>', '--yes', '<resource id>'],
      ],
    },
  ],
])('a name %s', (_what, step, expected) => {
  expect(publish(step)).toEqual(expected)
})

it('words are never taken for names, and text of others is looked through', () => {
  const vault = { id: ids.vault, name: 'kv-fraud' }
  const [, , subscription] = ids.vault.split('/')
  const refusal = `The client '${subscription}' may not read '${ids.vault}/keys/k' of kv-fraud.vault.azure.net.`
  const message = said`The vault ${vault} of ${{ name: 'stfraud' }} is stfraud: it lacks Microsoft.Resources/subscriptions/read. ${foreign(refusal)}`
  const shown = asText(publish({ message }).message)
  expect(shown).toMatch(
    `The vault ${alias(ids.vault)} of ${alias(ids.storage)} is stfraud: it lacks Microsoft.Resources/subscriptions/read. The client`,
  )
  expect(shown.slice(shown.indexOf('The client'))).not.toMatch(/fraud|[0-9a-f]{8}-/)
})

it.each([
  ['an account', ids.storage, 'st-'],
  ['a file service, which lies in one', ids.files, 'st-'],
  ['an encryption scope', `${ids.storage}/encryptionScopes/projects`, 'st-'],
  ['a container, which nothing here reads', `${ids.storage}/blobServices/default/containers/azureml`, 'st-'],
  ['a key', ids.key, 'key-'],
  ['a version of a key', `${ids.key}/versions/${'0'.repeat(32)}`, 'key-'],
  ['a version of a key of an HSM', `${managedHsm}/keys/k/versions/${'0'.repeat(32)}`, 'key-'],
  ['a subscription', ids.storage.split('/').slice(0, 3).join('/'), 'sub-'],
  ['an account of Azure AI Services', ids.openAi, 'res-'],
  ['what nothing here reads', `${ids.openAi}/projects/one`, 'res-'],
])('%s is called by the prefix of its kind', (_what, id, prefix) => {
  expect(alias(id)).toMatch(new RegExp(`^${prefix}[0-9a-f]{8}$`))
})

it('a sentence about the file service of an account names the account', () => {
  const sentence = 'The identity of this run may not read the file service of stfraud: it lacks a role.'
  expect(publish(sentence)).toBe(sentence.replace('stfraud', alias(ids.storage)))
})

it.each([
  ['an id in place of an address', ids.storage, alias(ids.storage)],
  ['an id in an expression', `[guid('${ids.storage}', 'x')]`, `[guid('${alias(ids.storage)}', 'x')]`],
  ['a GUID', `${ids.storage.split('/')[2]} x`, expect.not.stringContaining(ids.storage.split('/')[2] as string)],
  ['an address of the repository', 'module.stfraud.azurerm_storage_account.stfraud', undefined],
])('what could not be looked into shows %s', (_what, written, shown = written) => {
  const notLookedInto = [{ address: written, reason: `${written}: no.` }]
  expect(publish({ notLookedInto }).notLookedInto[0]?.address).toEqual(shown)
  expect(publish({ notLookedInto }).notLookedInto[0]?.reason).not.toContain('/subscriptions/')
})

const tenant = '99999999-9999-4999-8999-999999999999'
const clientId = '22222222-2222-4222-8222-222222222222'
const { subscriptions } = evidenceOf()

it('a subscription is called so wherever it stands, though nothing of it was read', () => {
  const id = '77777777-7777-4777-8777-777777777777'
  const sets = [{ ...evidenceOf(), subscriptions: [...subscriptions, { id, visible: false }] }]
  const known = pseudonym('42', `/subscriptions/${id}`)
  const published = pseudonymous(sets, '42', [])
  expect(known).toMatch(/^sub-/)
  expect(published({ id, said: `${id}.` })).toEqual({ id: known, said: `${known}.` })
})

const ofPeople = { failOnSeverity: 'high', onUnknown: 'fail', warnOnly: false, failOnNewOnly: false, gateOn: 'live' }
const kept = {
  startedAt: '2026-11-23T21:39:41Z',
  finishedAt: '2026-11-23T21:40:12Z',
  event: 'schedule',
  repository: 'contoso/stfraud',
  sha: 'f'.repeat(40),
  url: 'https://github.com/contoso/stfraud/actions/runs/9',
  gate: ofPeople,
  profile: 'baseline',
}

it('a run keeps what GitHub knows of it, and neither tenant, identity nor what files are called after', () => {
  const sha256 = 'c0'.repeat(32)
  const collected = { collectedAt: kept.startedAt, version: '1.1.0', repository: 'contoso/stfraud', sha: '', url: '' }
  const run = {
    ...kept,
    tenant,
    identity: `client id ${clientId}`,
    config: { path: 'conf/kv-fraud.yml', sha256 },
    judgedFrom: { file: 'stfraud.json', sha256, ...collected },
  }
  const published = pseudonymous([evidenceOf()], '42', [{ name: clientId, prefix: 'id-', id: `/ids/${clientId}` }])
  expect(published({ run }).run).toEqual({
    ...kept,
    tenant: expect.stringMatching(/^res-[0-9a-f]{8}$/),
    identity: expect.stringMatching(/^id-[0-9a-f]{8}$/),
    config: { path: `conf/${alias(ids.vault)}.yml`, sha256 },
    judgedFrom: { file: `${alias(ids.storage)}.json`, sha256, ...collected },
  })
  const said = published({ run, said: `Grant it to ${clientId} in ${tenant}.` })
  expect(said.said).toBe(`Grant it to ${said.run.identity} in ${said.run.tenant}.`)
})

const group = 'contoso-platform'
const assigned = {
  state: 'read' as const,
  id: `/providers/Microsoft.Management/managementGroups/${group}/providers/Microsoft.Authorization/roleAssignments/1`,
  source: 'resource-manager' as const,
  apiVersion: null,
  body: {
    type: 'Microsoft.Authorization/roleAssignments',
    properties: { scope: `/providers/Microsoft.Management/managementGroups/${group}` },
  },
}

it.each<[string, string, Named[], string[]]>([
  ['a tenant', tenant, [{ name: tenant, prefix: 'res-' }], [tenant, `/ids/${tenant}`]],
  [
    'a management group',
    group,
    [{ name: group, prefix: 'mg-' }],
    [group, `/providers/Microsoft.Management/managementGroups/${group}`],
  ],
  [
    'a management group where a role is assigned',
    group,
    [],
    [group, `/providers/Microsoft.Management/managementGroups/${group}`],
  ],
])('%s, which anybody can guess, has a pseudonym that nobody can compute', (_what, name, named, guesses) => {
  const evidence = evidenceOf()
  const resources = new Map([...evidence.resources, [idKey(assigned.id), assigned as ResourceRecord]])
  const shown = pseudonymous([{ ...evidence, resources }], '42', named)({ said: name }).said
  expect(shown).toMatch(/^(res|mg)-[0-9a-f]{8}$/)
  const computed = guesses.map((guess) => pseudonym('42', guess).slice(-8))
  expect(computed).not.toContain(shown.slice(-8))
})

it('a message of words alone has no id either', () => {
  const shown = publish({ message: `The storage of ${ids.storage} in ${tenant} is stfraud.` }).message
  expect(shown).toBe(`The storage of ${alias(ids.storage)} in ${pseudonym('42', `/ids/${tenant}`)} is stfraud.`)
})

it('a run that nobody read anything for says nothing of itself', () => {
  const nobody = { tenant: null, identity: null, config: null, judgedFrom: null }
  expect(publish({ run: { ...kept, ...nobody } })).toEqual({ run: { ...kept, ...nobody } })
})

it('names that only what is live has are replaced beside what is planned', () => {
  const live = evidenceOf()
  const planned = { ...live, resources: new Map() }
  const sentence = 'kv-fraud and stfraud'
  expect(pseudonymous([live, planned], '42', [])(sentence)).toBe(publish(sentence))
  expect(publish(sentence)).not.toMatch(/fraud/)
})

it('what a framework or a control is called stays as it is, whatever resources are called', () => {
  const named = pseudonymous([evidenceOf()], '42', [{ name: 'gdpr', prefix: 'ws-' }])
  const controls = { checks: { 'storage/secure-transfer': { gdpr: ['Art. 32'] } } }
  expect(named({ controls, note: 'gdpr' })).toEqual({ controls, note: expect.stringMatching(/^ws-[0-9a-f]{8}$/) })
})
