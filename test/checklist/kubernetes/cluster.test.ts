import { describe, expect, it } from 'vitest'
import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, findings, having, ids, listOf, outcomes, together } from '../builder.ts'
import { hideList } from '../lists.ts'
import { arcHasNone, attached, forbidden, is, of } from './changes.ts'

const version = (currentKubernetesVersion: unknown, more: Overrides = {}) => is({ currentKubernetesVersion, ...more })
const longTerm = { supportPlan: 'AKSLONGTERMSUPPORT' }
cases('kubernetes/version', [
  [
    'a short version beside the one that runs',
    together(attached, { aks: { properties: { kubernetesVersion: '1.32', currentKubernetesVersion: '1.36.5' } } }),
    'pass',
    { ...of, reads: ['properties.currentKubernetesVersion', '1.36.5'] },
  ],
  [
    'a short version alone',
    together(attached, { aks: { properties: { kubernetesVersion: '1.32', currentKubernetesVersion: '' } } }),
    'fail medium/medium',
    of,
  ],
  ['supported', attached, 'pass', { ...of, reads: ['properties.currentKubernetesVersion', '1.36.2'] }],
  ['to the end of this month', version('1.34.9'), 'pass', of],
  [
    'over',
    version('1.33.1'),
    'fail medium/medium',
    {
      ...of,
      message: /1\.33\.1 has been out of support since the end of 2026-07/,
      remedy: /^az aks upgrade --name aks-fraud/,
    },
  ],
  ['over, long-term', version('1.33.1', longTerm), 'pass', of],
  ['long-term, to the end of this month', version('1.31', longTerm), 'pass', of],
  [
    'older than the table',
    version('1.30.14', longTerm),
    'fail medium/medium',
    { ...of, message: /1\.30\.14 is out of support\. .* only for 1\.17\.$/ },
  ],
  ['1.24', version('1.24.0'), 'fail medium/medium', of],
  [
    '1.23',
    version('1.23.99'),
    'fail high/high',
    { ...of, message: /cannot have customer-managed keys: .* asked for 1\.17, .* asks for 1\.24\.$/ },
  ],
  ['1.9', version('1.9.11'), 'fail high/high', of],
  ['0.99', version('0.99'), 'fail high/high', of],
  ['newer than the table', version('1.38.0'), 'unknown unrecognised-value medium/medium', of],
  ['2.0', version('2.0'), 'unknown unrecognised-value medium/medium', of],
  [
    '10.0',
    version('10.0'),
    'unknown unrecognised-value medium/medium',
    { ...of, message: /newer than any version that this action knows/ },
  ],
  ['a version somewhere in it', version('k1.36'), 'unknown unrecognised-value medium/medium', of],
  ['with a v', version('v1.36'), 'pass', of],
  ['by what it is set to', version(null), 'pass', { ...of, reads: ['properties.kubernetesVersion', '1.36'] }],
  ['not told', version(null, { kubernetesVersion: null }), 'unknown property-absent medium/medium', of],
  ['nonsense', version('latest'), 'unknown unrecognised-value medium/medium', of],
  ['a number', version(1.36), 'unknown unrecognised-value medium/medium', of],
  [
    'a plan unheard of, which would matter',
    version('1.33', { supportPlan: 'Forever' }),
    'unknown unrecognised-value medium/medium',
    { ...of, message: /plan "Forever"/ },
  ],
  ['a plan unheard of, which does not matter', version('1.36', { supportPlan: 'Forever' }), 'pass', of],
  ['no plan', version('1.33', { supportPlan: null }), 'fail medium/medium', of],
  ...arcHasNone,
  ...forbidden('medium/medium'),
])

const security = (securityProfile: unknown) => is({ securityProfile })
const profile = (infrastructureEncryption: unknown, more: Overrides = {}) =>
  security({ azureKeyVaultKms: null, kubernetesResourceObjectEncryptionProfile: { infrastructureEncryption }, ...more })
cases('kubernetes/etcd-encryption', [
  [
    'a customer-managed key',
    attached,
    'pass',
    { ...of, reads: ['properties.securityProfile.azureKeyVaultKms.enabled', true] },
  ],
  ["Microsoft's key", profile('ENABLED'), 'pass', of],
  [
    'both off',
    profile('Disabled'),
    'fail medium/info',
    { ...of, message: /platform always encrypts/, remedy: /^az aks update --name aks-fraud/ },
  ],
  ['off by name', profile('Disabled', { azureKeyVaultKms: { enabled: false } }), 'fail medium/info', of],
  [
    'off, the other not told',
    security({ azureKeyVaultKms: { enabled: false } }),
    'unknown property-absent medium/info',
    { ...of, message: /platform encrypts the disks under etcd/ },
  ],
  ['no security profile', security(null), 'unknown property-absent medium/info', of],
  ['a profile that says nothing', profile(null), 'unknown property-absent medium/info', of],
  ['unheard of', profile('Partly'), 'unknown unrecognised-value medium/info', of],
  ['of another type', security({ azureKeyVaultKms: { enabled: 'on' } }), 'unknown unrecognised-value medium/info', of],
  ...arcHasNone,
  ...forbidden('medium/info'),
])

cases('kubernetes/production-inference', [
  ['a workspace with a cluster', attached, 'manual'],
  ['a project with a cluster', together(attached, having.project), 'manual'],
  ['a workspace whose computes cannot be listed', { hideCollections: { [listOf('computes')]: 'forbidden' } }, 'manual'],
  ['a workspace without any', {}, 'not-applicable not-used'],
])

describe('clusters', () => {
  it('are judged once, however many computes are attached', () => {
    const twice: Change = { also: ['aks', 'kubernetes', 'aksV1', 'set'] }
    expect(findings('kubernetes/version', twice).map(({ resource }) => resource)).toEqual([ids.aks])
    expect(findings('kubernetes/scoring-tls', twice).map(({ resource }) => resource)).toEqual([ids.aksV1])
  })

  it('are their projects own', () => {
    const own = together(having.project, attached, { aks: { properties: { diskEncryptionSetID: null } } })
    expect(findings('kubernetes/disk-cmk', own)).toMatchObject([{ resource: ids.aks, status: 'fail' }])
  })

  it('of other kinds are what one check cannot judge, and no other is asked', () => {
    const fleet = `${ids.aks.replace('managedClusters', 'fleets')}`
    const other = together(attached, { kubernetes: { properties: { resourceId: fleet } } })
    const [{ subject, verdict } = { subject: null, verdict: null }] = outcomes('kubernetes/version', other)
    expect([subject?.id, verdict]).toEqual([ids.kubernetes, { status: 'not-applicable', reason: 'absent' }])
  })

  it('behind a list that breaks off are judged as far as it came', () => {
    const found = findings('kubernetes/version', together(attached, hideList('computes', 'throttled')))
    expect(found.map(({ resource, status }) => [resource, status])).toEqual([
      [ids.workspace, 'unknown'],
      [ids.aks, 'pass'],
    ])
  })

  it('share a disk encryption set, whose key names it once', () => {
    const other = `${ids.aks}-2`
    const shared: Change = together(attached, having.everything, {
      edit: (parts) => {
        parts.arc = { ...structuredClone(parts.aks), id: other, name: 'aks-fraud-2' }
        parts.arcCompute = {
          ...parts.arcCompute,
          properties: { ...(parts.arcCompute.properties as Overrides), resourceId: other },
        }
      },
      key: { properties: { attributes: { enabled: false } } },
    })
    const [finding] = findings('key/enabled', shared)
    const message = finding?.message ?? ''
    expect(message.match(/des-fraud/g)).toHaveLength(1)
    expect(message).toMatch(/aks-fraud, aks-fraud-2|aks-fraud.*aks-fraud-2/)
  })
})
