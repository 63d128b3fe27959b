import { expect, it } from 'vitest'
import { az, instruction, named } from '../src/checklist/remedy.ts'
import { pseudonym, pseudonymous } from '../src/pseudonym.ts'
import { evidenceOf, ids } from './checklist/builder.ts'

const publish = pseudonymous([evidenceOf()], '42', [])
const alias = (id: string) => pseudonym('42', id)
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
    { instruction: [{ name: 'kv-fraud' }, ' of stfraud'] },
    { instruction: [{ name: alias(ids.vault) }, ` of ${alias(ids.storage)}`] },
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

it.each([
  ['an account', ids.storage, 'st-'],
  ['a file service, which lies in one', ids.files, 'st-'],
  ['a key', ids.key, 'key-'],
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

it('names that only what is live has are replaced beside what is planned', () => {
  const live = evidenceOf()
  const planned = { ...live, resources: new Map() }
  const sentence = 'kv-fraud and stfraud'
  expect(pseudonymous([live, planned], '42', [])(sentence)).toBe(publish(sentence))
  expect(publish(sentence)).not.toMatch(/fraud/)
})
