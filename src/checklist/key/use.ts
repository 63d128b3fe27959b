import { encrypting, wrapping } from '../../evidence/keys.ts'
import type { Key, KeyConsumer } from '../../evidence/workspace/model.ts'
import { vaultKey } from '../../resources/key.ts'
import { said, words } from '../../said.ts'
import { type Check, fail, isOn, notApplicable, pass, severity, unknown } from '../check.ts'
import { az } from '../remedy.ts'
import { aboutKeys, at, eachVersion, keyCheck, versionOf } from './key-check.ts'

const readableKey = keyCheck({
  id: 'key/readable',
  title: 'The key exists and can be read',
  failed: 'The key, or the version in use, does not exist',
  irreversible: 'keys',
  rows: ['S15', 'S20'],
  severity: severity('high'),
  absent: (key) =>
    key.vault?.unreadable?.state === 'absent'
      ? notApplicable('absent')
      : fail(said`The key ${key} does not exist in ${{ name: key.host }}.`),
  judge: (key) => {
    key.current.read(vaultKey.kty)
    const gone = key.versions.find(({ resource }) => resource.unreadable?.state === 'absent')
    if (gone) return fail(said`${versionOf(key, gone)} no longer exists.`)
    return eachVersion(key, () => pass())
  },
  passes: 'The key and every version in use can be read.',
  fails: 'The key, or a version in use, does not exist.',
  cannotTell:
    'Key or vault cannot be read, or they are in another tenant. A resource that may use a key, or another version of it, cannot be read. A resource has a key on and does not name it.',
  why: 'Data that is encrypted with a key that is gone cannot be decrypted again.',
  remedy: (key) => az`keyvault key recover ${at(key)}`,
  reference: 'https://learn.microsoft.com/azure/key-vault/general/key-vault-recovery',
})

/** Also says that nobody knows whether keys are in use, and which. */
export const readable: Check = {
  ...readableKey,
  subjects: ({ keys, unknownKeys }) => ({ ...keys, all: [...keys.all, ...unknownKeys] }),
}

export const enabled = keyCheck({
  id: 'key/enabled',
  title: 'The key is enabled',
  failed: 'The key is disabled',
  rows: ['S15', 'S24'],
  severity: severity('high'),
  judge: (key) => eachVersion(key, ({ resource }) => isOn(resource.read(vaultKey.enabled), 'is disabled.')),
  passes: 'Every version in use, and the current one, is enabled.',
  fails: 'One is disabled.',
  cannotTell: 'Azure does not report it, or one cannot be read.',
  why: 'A disabled key revokes access: every service that uses it stops reading and writing its data.',
  remedy: (key) => az`keyvault key set-attributes ${at(key)} --enabled true`,
  reference: aboutKeys,
})

export const operations = keyCheck({
  id: 'key/operations',
  title: 'The key allows what its users do with it',
  failed: 'The key does not allow what it is used for',
  rows: ['S20'],
  severity: severity('medium'),
  judge: (key) =>
    eachVersion(key, ({ resource, consumers }) => {
      const allowed = resource.read(vaultKey.operations)?.map((operation) => String(operation).toLowerCase())
      if (!allowed) return unknown('property-absent', 'Azure did not report what the key may be used for.')
      resource.note('properties.keyOps', allowed.join(', '))
      const lacking = neededBy(consumers.length > 0 ? consumers : key.consumers, allowed).filter(
        (operation) => !allowed.includes(operation.toLowerCase()),
      )
      return lacking.length > 0 ? fail(said`lacks the operation ${words(lacking.join(' and '))}.`) : pass()
    }),
  passes:
    'Wrapping and unwrapping are allowed; for the encryption of etcd by Azure Kubernetes Service encrypting and decrypting, or either pair with the newer kind.',
  fails: 'One of the operations that its users need is not.',
  cannotTell: 'Azure does not list the operations.',
  why: 'Services wrap their data keys with it, or encrypt them; a key that may not unwrap or decrypt makes the data unreadable.',
  remedy: (key) => az`keyvault key set-attributes ${at(key)} --ops ${operationsOf(key)}`,
  reference: aboutKeys,
})

/** Both pairs when there are users of both kinds; who takes either pair needs one of them whole. */
function neededBy(consumers: KeyConsumer[], allowed: string[]): string[] {
  const needed = [...new Set(consumers.flatMap(({ use }) => use.operations ?? []))]
  if (needed.length > 0) return needed
  const isWhole = (pair: readonly string[]) => pair.every((operation) => allowed.includes(operation.toLowerCase()))
  return [...(!isWhole(wrapping) && isWhole(encrypting) ? encrypting : wrapping)]
}

/** What is needed, and what the current version allows already: the command replaces the whole list. */
function operationsOf(key: Key): string[] {
  const allowed = (key.current.read(vaultKey.operations) ?? []).map((operation) => String(operation).toLowerCase())
  const needed = neededBy(key.consumers, allowed)
  const known = [...wrapping, ...encrypting, 'sign', 'verify', 'import', 'export']
  const others = known.filter((operation) => allowed.includes(operation.toLowerCase()) && !needed.includes(operation))
  return [...needed, ...others]
}
