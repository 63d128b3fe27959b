import { cases, having, ids, together } from '../builder.ts'
import { current, forbidden, of, old } from './changes.ts'

cases('key/type', [
  ['RSA-HSM', {}, 'pass', of],
  ['RSA', current({ kty: 'RSA' }), 'pass', { ...of, reads: ['properties.kty', 'RSA'] }],
  ['rsa-hsm, oddly cased', current({ kty: 'rsa-Hsm' }), 'pass', of],
  [
    'EC',
    current({ kty: 'EC' }),
    'fail medium/low',
    {
      ...of,
      message: /is of type EC\.$/,
      remedy: /key create --name cmk --vault-name kv-fraud-cmk --kty RSA --size 3072$/,
    },
  ],
  ['EC-HSM', current({ kty: 'EC-HSM' }), 'fail medium/low', of],
  [
    'oct-HSM in a managed HSM',
    together(having.hsm, { hsmKey: { properties: { kty: 'oct-HSM' } } }),
    'fail medium/low',
    { of: ids.hsmKey, remedy: /key create --name cmk --hsm-name hsm1 --kty RSA-HSM --size 3072$/ },
  ],
  ['oct', current({ kty: 'oct' }), 'fail medium/low', of],
  ['OCT-HSM', current({ kty: 'OCT-HSM' }), 'fail medium/low', of],
  ['unheard of', current({ kty: 'ML-KEM' }), 'unknown unrecognised-value medium/low', { ...of, message: /"ML-KEM"/ }],
  ['absent', current({ kty: undefined }), 'unknown property-absent medium/low', of],
  ['empty', current({ kty: '' }), 'unknown property-absent medium/low', of],
  ['of another type', current({ kty: 5 }), 'unknown unrecognised-value medium/low', of],
  [
    'an old version in use is EC',
    old({ kty: 'EC' }),
    'fail medium/low',
    { ...of, message: /used by mlw-fraud, is of type EC/ },
  ],
  ...forbidden('medium/low'),
])

cases('key/size', [
  ['3072', {}, 'pass', { ...of, reads: ['properties.keySize', 3072] }],
  ['4096', current({ keySize: 4096 }), 'pass', of],
  ['3071', current({ keySize: 3071 }), 'fail low/info', of],
  [
    '2048',
    current({ keySize: 2048 }),
    'fail low/info',
    { ...of, message: /has 2048 bits; 3072 are recommended/, remedy: /--size 3072/ },
  ],
  ['2048, no HSM', current({ kty: 'RSA', keySize: 2048 }), 'fail low/info', of],
  [
    'of a Databricks workspace, which has three keys',
    together({ also: ['databricks', 'databricksCompute'] }, current({ keySize: 2048 })),
    'fail low/info',
    { ...of, message: /, dbw-fraud,(?!.*dbw-fraud)/ },
  ],
  ['2047', current({ keySize: 2047 }), 'fail medium/medium', { ...of, message: /has 2047 bits\.$/ }],
  [
    'the worse of two',
    together(current({ keySize: 2048 }), old({ keySize: 1024 })),
    'fail medium/medium',
    { ...of, message: /version \w{32} of cmk, used by mlw-fraud, has 1024 bits/ },
  ],
  ['EC has no such size', current({ kty: 'EC', keySize: null }), 'not-applicable not-used', of],
  ['oct has no such size', current({ kty: 'oct-HSM' }), 'not-applicable not-used', of],
  ['EC now, an RSA version in use', together(current({ kty: 'EC' }), old({ keySize: 1024 })), 'fail medium/medium', of],
  ['a type unheard of', current({ kty: 'RSA-PSS' }), 'unknown unrecognised-value medium/medium', of],
  ['no type', current({ kty: null }), 'unknown property-absent medium/medium', of],
  ['no size', current({ keySize: null }), 'unknown property-absent medium/medium', of],
  ['size is text', current({ keySize: '3072' }), 'unknown unrecognised-value medium/medium', of],
  ...forbidden('medium/medium'),
])
