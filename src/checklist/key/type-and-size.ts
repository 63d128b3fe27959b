import { isManagedHsm } from '../../evidence/key-id.ts'
import type { Key, KeyVersion } from '../../evidence/workspace/model.ts'
import type { Step } from '../../model.ts'
import { vaultKey } from '../../resources/key.ts'
import { said } from '../../said.ts'
import { fail, notApplicable, oneOf, pass, severity, unknown, type Verdict } from '../check.ts'
import { az } from '../remedy.ts'
import { at, eachVersion, keyCheck } from './key-check.ts'

const keyTypes = { pass: ['RSA', 'RSA-HSM'], fail: ['EC', 'EC-HSM', 'oct', 'oct-HSM'] }

export const type = keyCheck({
  id: 'key/type',
  title: 'The key is an RSA key',
  failed: 'The key is not an RSA key',
  rows: ['S20'],
  severity: severity('medium', 'low'),
  judge: (key) =>
    eachVersion(key, ({ resource }) => {
      const kty = resource.read(vaultKey.kty)
      return oneOf(kty, keyTypes, (name) => said`is of type ${{ name }}.`)
    }),
  passes: 'It is RSA or RSA-HSM.',
  fails: 'It is an elliptic-curve or a symmetric key.',
  cannotTell: 'The type is absent, or is not recognized.',
  why: 'Storage, the container registry and Azure Machine Learning document RSA keys only.',
  remedy: newKey,
  reference: 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview',
  policies: [
    { name: 'Keys should be the specified cryptographic type RSA or EC', id: '75c4f823-d65c-4f29-a733-01d0077fdbcb' },
  ],
})

export const size = keyCheck({
  id: 'key/size',
  title: 'The key has at least 3072 bits',
  failed: 'The key is too short',
  rows: ['S20'],
  severity: severity('medium'),
  judge: (key, { options }) => eachVersion(key, (version) => sizeOf(version, options.keyMinimumBits)),
  passes: 'An RSA key has at least 3072 bits. Other types have no size to judge.',
  fails:
    'Medium: it has fewer bits than the minimum (2048 unless configured). Low, info under `baseline`: from there to 3071.',
  cannotTell: 'Azure does not report how long it is, or of which type.',
  why: 'Below 2048 bits RSA is not considered secure; Azure Machine Learning recommends 3072.',
  remedy: newKey,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys',
  policies: [
    {
      name: 'Keys using RSA cryptography should have a specified minimum key size',
      id: '82067dbb-e53b-4e06-b631-546d197452d9',
    },
  ],
})

function sizeOf({ resource }: KeyVersion, minimum: number): Verdict {
  const kty = resource.read(vaultKey.kty)
  const isRsa = oneOf(kty, keyTypes)
  if (isRsa.status !== 'pass') return isRsa.status === 'fail' ? notApplicable('not-used') : isRsa
  const bits = resource.read(vaultKey.size)
  if (bits === undefined) return unknown('property-absent', 'Azure did not report how long the key is.')
  if (bits < minimum) return fail(said`has ${bits} bits.`)
  return bits < 3072
    ? fail(said`has ${bits} bits; 3072 are recommended.`, { severity: severity('low', 'info') })
    : pass()
}

function newKey(key: Key): Step {
  return az`keyvault key create ${at(key)} --kty ${isManagedHsm(key.host) ? 'RSA-HSM' : 'RSA'} --size 3072`
}
