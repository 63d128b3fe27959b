import { describe, expect, it } from 'vitest'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import type { Plan } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { policyOf } from '../checklist/builder.ts'
import { report } from '../judged.ts'
import { evidenceWith, group, idOf, planned, planOf, read } from './builder.ts'

describe('a workspace of which a plan only says that it comes', () => {
  const id = idOf('Microsoft.MachineLearningServices/workspaces', 'mlw')
  const made = (hbiWorkspace: boolean, file: string) =>
    read(
      planOf({
        'azapi_resource.w': {
          provider: 'azure/azapi',
          after: {
            type: 'Microsoft.MachineLearningServices/workspaces@2025-06-01',
            name: 'mlw',
            parent_id: group,
            body: { properties: { hbiWorkspace } },
          },
        },
      }),
      file,
    )
  const body = { id, type: 'Microsoft.MachineLearningServices/workspaces', properties: {} }
  const whatIf = (result: object) => read({ status: 'Succeeded', changes: [], ...result })

  it.each<[string, plans: Plan[]]>([
    ['because two plans contradict each other', [made(true, 'a.json'), made(false, 'b.json')]],
    ['because a what-if shows ids only', [whatIf({ changes: [{ resourceId: id, changeType: 'Create' }] })]],
    [
      'because a what-if is not sure of it',
      [whatIf({ potentialChanges: [{ resourceId: id, changeType: 'Create', after: body }] })],
    ],
  ])('is judged, and nothing of it passes: %s', (_, plans) => {
    const { evidence } = planned(id, plans)
    expect(evidence.workspaces).toEqual([id])
    const { findings, counts } = report(evidence, id, policyOf('cmk-required'))
    expect(findings.filter(({ status }) => status !== 'unknown')).toEqual([])
    expect(counts.unknown).toBeGreaterThan(5)
  })
})

describe('what a what-if may delete', () => {
  const account = idOf('Microsoft.Storage/storageAccounts', 'st')
  const whatIf = (result: object) => read({ status: 'Succeeded', changes: [], ...result })

  it.each<[string, result: object, state: string]>([
    ['is gone when it says so', { changes: [{ resourceId: account, changeType: 'Delete' }] }, 'absent'],
    ['is there when it is not sure', { potentialChanges: [{ resourceId: account, changeType: 'Delete' }] }, 'read'],
  ])('%s', (_, result, state) => {
    const live = evidenceWith(['Microsoft.Storage/storageAccounts', 'st', { properties: {} }])
    const { evidence } = overlay(live, [whatIf(result)])
    expect(evidence.resources.get(idKey(account))?.state).toBe(state)
  })
})

describe('what a snapshot sends to where nothing can be read', () => {
  const workspace = idOf('Microsoft.MachineLearningServices/workspaces', 'mlw')
  const account = idOf('Microsoft.Storage/storageAccounts', 'st')
  const sent = (id: string, type: string, properties: object) => ({ id, type, apiVersion: '2025-06-01', properties })
  const plan = read({
    predictedResources: [
      sent(workspace, 'Microsoft.MachineLearningServices/workspaces', { storageAccount: account }),
      sent(account, 'Microsoft.Storage/storageAccounts', {}),
    ],
  })

  function judged(...hidden: string[]) {
    const live = evidenceWith()
    for (const id of hidden)
      live.resources.set(idKey(id), {
        state: 'unreadable',
        id,
        reason: 'forbidden',
        action: null,
        scope: null,
        message: '403.',
      })
    return overlay(live, [plan]).evidence.workspaces.flatMap(
      (id) => report(overlay(live, [plan]).evidence, id, policyOf('baseline')).findings,
    )
  }

  it.each<[string, hidden: string[], check: RegExp, status: string[], reason: (string | null)[]]>([
    ['is new where there is nothing', [], /^storage\/(exists|secure-transfer)$/, ['pass'], [null]],
    ['is hidden as it was', [account], /^storage\/(exists|secure-transfer)$/, ['unknown'], ['forbidden']],
    ['is hidden with the workspace', [workspace], /^workspace\/high-business-impact$/, ['unknown'], ['forbidden']],
  ])('%s', (_, hidden, check, status, reason) => {
    const found = judged(...hidden).filter((finding) => check.test(finding.check))
    expect([...new Set(found.map((one) => one.status))]).toEqual(status)
    expect([...new Set(found.map((one) => one.reason))]).toEqual(reason)
  })
})

/** Evidence of last night holds what workspaces led to, and nothing of what nobody used then. */
describe('what a snapshot sends to where nobody looked', () => {
  const type = 'Microsoft.Storage/storageAccounts'
  const account = idOf(type, 'st')
  const sent = { id: account, type, apiVersion: '2025-06-01', properties: { minimumTlsVersion: 'TLS1_2' } }
  const plan = read({ predictedResources: [sent] })
  const at = (path: string, live: EvidenceSet, unseen: 'not-observable' | null) => {
    const record = overlay(live, [plan], unseen).evidence.resources.get(idKey(account))
    return record?.state === 'read' ? valueAt(record.body, path) : record?.state
  }
  const nothing = evidenceWith()
  const here = evidenceWith([type, 'st', { properties: { allowSharedKeyAccess: true } }])
  const gone = evidenceWith()
  gone.resources.set(idKey(account), {
    state: 'absent',
    id: account,
    reason: 'absent',
    action: null,
    scope: null,
    message: '404.',
  })
  const [tls, https] = ['properties.minimumTlsVersion', 'properties.supportsHttpsTrafficOnly'] as const

  it.each<[string, EvidenceSet, unseen: 'not-observable' | null, path: string, value: unknown]>([
    ['is as it says', nothing, 'not-observable', tls, 'TLS1_2'],
    ['is open where it says nothing', nothing, 'not-observable', https, expect.any(Unknown)],
    ['has what new ones have, where Azure was asked', nothing, null, https, true],
    ['has what new ones have, where it is known to be gone', gone, 'not-observable', https, true],
    ['keeps what the evidence shows', here, 'not-observable', 'properties.allowSharedKeyAccess', true],
  ])('%s', (_name, live, unseen, path, value) => {
    expect(at(path, live, unseen)).toEqual(value)
  })

  it('holds nobody knows what', () => {
    const has = (unseen: 'not-observable' | null) => overlay(nothing, [plan], unseen).evidence.collections.size
    expect([has(null) > 0, has('not-observable')]).toEqual([true, 0])
    const files = idKey(`${account}/fileServices/default`)
    expect(overlay(nothing, [plan], 'not-observable').evidence.resources.has(files)).toBe(false)
  })
})

describe('what a plan makes again', () => {
  const at = (name: string) => idOf('Microsoft.Storage/storageAccounts', name)
  const names = (name: string) => ({ name, resource_group_name: 'rg' })
  const change = (after: string) => ({
    actions: ['delete', 'create'],
    before: { id: at('st'), ...names('st') },
    after: names(after),
    unknown: { id: true },
  })

  it.each<[string, after: string, states: Record<string, string>]>([
    ['is there under its name', 'st', { st: 'read' }],
    ['is gone under the name that it had', 'st2', { st: 'absent', st2: 'read' }],
  ])('%s', (_, after, states) => {
    const live = evidenceWith(['Microsoft.Storage/storageAccounts', 'st', { properties: {} }])
    const { evidence } = overlay(live, [read(planOf({ 'azurerm_storage_account.a': change(after) }))])
    expect(
      Object.fromEntries(Object.keys(states).map((name) => [name, evidence.resources.get(idKey(at(name)))?.state])),
    ).toEqual(states)
  })
})

describe('what a plan does not say in a way that is understood', () => {
  const type = 'Microsoft.Storage/storageAccounts'
  const account = idOf(type, 'st')
  const tls = 'properties.minimumTlsVersion'
  const azapi = (after: object, more: object = {}) =>
    read(
      planOf({
        'azapi_resource.a': {
          provider: 'azure/azapi',
          after: { type: `${type}@2025-06-01`, name: 'st', parent_id: group, ...after },
          ...more,
        },
      }),
    )

  it.each<[string, body: unknown]>([
    ['half a JSON', '{"properties":'],
    ['a list in JSON', '[]'],
    ['a list', [1]],
  ])('is open in a body that is %s', (_, body) => {
    expect(planned(account, [azapi({ body })]).at(tls)).toBeInstanceOf(Unknown)
  })

  it('is not looked into when its type is open', () => {
    const open = { unknown: { type: true }, expressions: { type: { references: ['local.t'] } } }
    expect(azapi({ type: undefined, body: {} }, open).notLookedInto).toMatchObject([{ address: 'azapi_resource.a' }])
  })

  it('is open where a what-if sets null', () => {
    const live = evidenceWith([type, 'st', { properties: { minimumTlsVersion: 'TLS1_2' } }])
    const delta = [{ path: tls, propertyChangeType: 'Modify', before: 'TLS1_2', after: null }]
    const [before, after] = [
      { properties: { minimumTlsVersion: 'TLS1_2' } },
      { properties: { minimumTlsVersion: null } },
    ]
    const change = { resourceId: account, changeType: 'Modify', before, after, delta }
    expect(planned(account, [read({ status: 'Succeeded', changes: [change] })], live).at(tls)).toBeInstanceOf(Unknown)
  })
})
