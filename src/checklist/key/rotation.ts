import { parseKeyId } from '../../evidence/key-id.ts'
import { valueAt } from '../../evidence/resource.ts'
import type { Key } from '../../evidence/workspace/model.ts'
import { cosmosDbAccount } from '../../resources/cosmos-db.ts'
import { vaultKey } from '../../resources/key.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { said } from '../../said.ts'
import { fail, pass, severity, unknown, type Verdict } from '../check.ts'
import { az, instruction } from '../remedy.ts'
import { at, keyCheck, ofAllUsers, rotation } from './key-check.ts'

export const rotationPolicy = keyCheck({
  id: 'key/rotation-policy',
  title: 'The key is rotated by a policy',
  failed: 'No policy rotates the key',
  rows: ['S15'],
  severity: severity('medium', 'low'),
  judge: ({ current }) => {
    const actions = current.read(vaultKey.rotationActions)
    if (!current.has(vaultKey.rotationPolicy)) {
      return unknown(
        'property-absent',
        'Azure did not show a rotation policy, which does not prove that there is none.',
      )
    }
    const types = (actions ?? []).map((action) => String(valueAt(action, 'action.type') ?? 'nothing').toLowerCase())
    current.note('properties.rotationPolicy.lifetimeActions', types.join(', ') || null)
    if (types.includes('rotate')) return pass()
    const stranger = types.find((type) => type !== 'notify')
    if (stranger !== undefined)
      return unknown(
        'unrecognised-value',
        said`The rotation policy has an action that is not recognized: ${{ name: stranger }}.`,
      )
    return fail(types.length > 0 ? 'The rotation policy only notifies.' : 'The rotation policy does nothing.', {
      severity: 'low',
    })
  },
  passes: 'The policy has an action that rotates.',
  fails: 'Low: it only notifies, or does nothing.',
  cannotTell:
    'Azure shows no policy, which does not prove that there is none, or shows an action that is not recognized.',
  why: 'Without a policy the key is rotated when somebody remembers to.',
  remedy: (key) => az`keyvault key rotation-policy update ${at(key)} --value rotation-policy.json`,
  reference: rotation,
  policies: [
    {
      name: 'Keys should have a rotation policy ensuring that their rotation is scheduled within the specified number of days after creation.',
      id: 'd8cf8476-a2ec-4916-896e-992351803c44',
    },
  ],
})

export const currentVersion = keyCheck({
  id: 'key/current-version',
  title: "The key's current version is the one in use",
  failed: "The version in use is not the key's current one",
  rows: ['S15', 'S24'],
  severity: severity('medium', 'low'),
  judge: (key) => {
    const newest = parseKeyId(key.current.read(vaultKey.uriWithVersion))?.version?.toLowerCase()
    return ofAllUsers(
      key,
      key.consumers.map((consumer) => versionInUse(consumer, newest)),
    )
  },
  passes: 'Every resource that is set to a version has the current one; the others follow new versions by themselves.',
  fails: 'A resource is set to an older version.',
  cannotTell: 'A workspace names the key without a version, or Azure does not report which one is current.',
  why: 'After a rotation, data stays encrypted with the old version until the consumer moves on.',
  remedy: (key) =>
    instruction`Point the resources that use ${key} to the current version, or to the key without a version where that is possible; a workspace takes another version of a key in the same vault only. Keep the old version enabled until all have moved.`,
  reference: rotation,
})

function versionInUse({ resource, use }: Key['consumers'][number], newest: string | undefined): Verdict {
  if (use.pinned === null && resource.type === mlWorkspace.type) {
    return unknown(
      'not-observable',
      said`${resource} names the key without a version, and nothing shows which one it uses.`,
    )
  }
  const cosmos = resource.type === cosmosDbAccount.type
  const used = (use.pinned ?? (cosmos ? use.inUse : null))?.toLowerCase()
  if (used === undefined) return pass()
  if (newest === undefined)
    return unknown('property-absent', 'Azure did not report which version of the key is the current one.')
  return used === newest
    ? pass()
    : fail(said`${resource} uses version ${{ name: used }}; the current version is ${{ name: newest }}.`)
}
