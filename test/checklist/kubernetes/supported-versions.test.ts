import { describe, expect, it } from 'vitest'
import { versionVerdict } from '../../../src/checklist/kubernetes/supported-versions.ts'
import { spoken } from '../../spoken.ts'

describe.each([
  ['1.31', '2025-11', '2025-12', undefined],
  ['1.31', '2026-11', '2026-12', 'AKSLongTermSupport'],
  ['1.32', '2026-03', '2026-04', undefined],
  ['1.32', '2027-03', '2027-04', 'AKSLongTermSupport'],
  ['1.33', '2026-07', '2026-08', undefined],
  ['1.33', '2027-07', '2027-08', 'AKSLongTermSupport'],
  ['1.34', '2026-11', '2026-12', undefined],
  ['1.34', '2027-11', '2027-12', 'AKSLongTermSupport'],
  ['1.35', '2027-03', '2027-04', undefined],
  ['1.35', '2028-03', '2028-04', 'AKSLongTermSupport'],
  ['1.36', '2027-06', '2027-07', undefined],
  ['1.36', '2028-06', '2028-07', 'AKSLongTermSupport'],
  ['1.37', '2027-10', '2027-11', undefined],
  ['1.37', '2028-10', '2028-11', 'AKSLongTermSupport'],
])('Kubernetes %s', (text, last, next, plan) => {
  it(`is supported to the end of ${last}, under ${plan}`, () => {
    expect(versionVerdict(text, plan, last)).toEqual({ status: 'pass' })
    expect(spoken(versionVerdict(text, plan, next))).toMatchObject({
      status: 'fail',
      message: expect.stringContaining(`out of support since the end of ${last}.`),
    })
  })
})

it.each<[string, string | undefined, string]>([
  ['1.x', undefined, 'unknown: Unrecognized Kubernetes version "1.x".'],
  [
    '1.23.9',
    undefined,
    'fail: Kubernetes 1.23.9 has long been out of support and cannot have customer-managed keys: the 2021 guidance asked for 1.17, the 2024 documentation asks for 1.24.',
  ],
  ['1.24', undefined, 'fail: Kubernetes 1.24 is out of support. The 2021 guidance asked only for 1.17.'],
  ['1.30', undefined, 'fail: Kubernetes 1.30 is out of support. The 2021 guidance asked only for 1.17.'],
  ['1.38', undefined, 'unknown: Kubernetes 1.38 is newer than any version that this action knows.'],
  ['2.0', undefined, 'unknown: Kubernetes 2.0 is newer than any version that this action knows.'],
  ['1.31', 'Premium', 'unknown: Unrecognized support plan "Premium".'],
  [
    '1.31',
    'KubernetesOfficial',
    'fail: Kubernetes 1.31 has been out of support since the end of 2025-11. The 2021 guidance asked only for 1.17.',
  ],
])('Kubernetes %s, under %s: %s', (text, plan, expected) => {
  const { status, message } = spoken(versionVerdict(text, plan, '2026-08')) as { status: string; message: string }
  expect(`${status}: ${message}`).toBe(expected)
})
