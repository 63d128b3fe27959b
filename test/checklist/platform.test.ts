import { expect, it } from 'vitest'
import { type Change, cases, having, outcomes, type Row, together } from './builder.ts'

const flag = (hbiWorkspace: unknown): Change => ({ workspace: { properties: { hbiWorkspace } } })
const hubFlag = (hbiWorkspace: unknown): Change => together(having.project, { hub: { properties: { hbiWorkspace } } })
const always: Row[] = [
  ['is a promise of the platform', {}, 'attested'],
  ['without a key', having.noKeysAtAll, 'attested'],
  ['of a project', having.project, 'attested'],
]

cases('platform/internal-tls', always)
cases('platform/image-encryption', always)
cases('platform/automl-data', always)
cases('platform/ssh-keys', always)

cases('platform/metadata-encryption', [
  ["Microsoft's stores and keys", having.noKey, 'attested'],
  ["Microsoft's stores, your key", having.serviceSide, 'attested'],
  ['a managed group', {}, 'not-applicable not-used'],
  ['bring your own', having.bringYourOwn, 'not-applicable not-used'],
  ['undetermined', having.undetermined, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
])

cases('platform/diagnostic-data', [
  ...always,
  ['flag off', flag(false), 'attested'],
  ['flag of another type', flag([]), 'attested'],
  ['project of a hidden hub', together(having.project, { hide: { hub: 'forbidden' } }), 'attested'],
])

for (const id of ['platform/scratch-disk-cleanup', 'platform/credential-passing']) {
  cases(id, [
    ['flag on', {}, 'attested'],
    ['flag off', flag(false), 'not-applicable not-used'],
    ['flag absent', flag(null), 'not-applicable not-used'],
    ['flag of another type', flag(3), 'unknown unrecognised-value info/info'],
    ['project, by the flag of its hub', having.project, 'attested'],
    ['project, whatever it says itself', together(hubFlag(false), flag(true)), 'not-applicable not-used'],
    ['project, flag of its hub absent', hubFlag(null), 'not-applicable not-used'],
    [
      'project of a forbidden hub',
      together(having.project, { hide: { hub: 'forbidden' } }),
      'unknown forbidden info/info',
    ],
    [
      'project of a hub that is gone',
      together(having.project, { hide: { hub: 'absent' } }),
      'unknown absent info/info',
    ],
    [
      'project of a throttled hub',
      together(having.project, { hide: { hub: 'throttled' } }),
      'unknown throttled info/info',
    ],
  ])
}

it('says by the flag what Microsoft collects, and by the key whose it is', () => {
  const said = (id: string, change: Change) => outcomes(id, change)[0]?.verdict
  expect(said('platform/diagnostic-data', {})).toMatchObject({ message: expect.stringMatching(/to a minimum/) })
  expect(said('platform/diagnostic-data', flag(false))).toMatchObject({
    message: expect.stringMatching(/environment variables/),
  })
  for (const unclear of [flag([]), together(having.project, { hide: { hub: 'forbidden' } }), hubFlag(null)]) {
    expect(said('platform/diagnostic-data', unclear)).toMatchObject({
      message: expect.stringMatching(/environment variables/),
    })
  }
  expect(said('platform/diagnostic-data', having.project)).toMatchObject({
    message: expect.stringMatching(/to a minimum/),
  })
  expect(said('platform/metadata-encryption', having.noKey)).toMatchObject({
    message: expect.stringMatching(/Microsoft-managed keys/),
  })
  expect(said('platform/metadata-encryption', having.serviceSide)).toMatchObject({
    message: expect.stringMatching(/your customer-managed key/),
  })
})
