import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Overrides } from '../../simulator/templates.ts'
import { checklist } from '../../src/checklist/index.ts'
import { childLists } from '../../src/evidence/children.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { idKey, parseResourceId } from '../../src/evidence/resource-id.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate, type Outcome } from '../../src/judge/evaluate.ts'
import type { UnknownReason, WorkspaceReport } from '../../src/model.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import { asText } from '../../src/said.ts'
import { report } from '../judged.ts'
import {
  type Change,
  defaults,
  evidenceOf,
  having,
  ids,
  listOf,
  type Part,
  partsOf,
  policyOf,
  together,
} from './builder.ts'
import { greener } from './greener.ts'

const parts = Object.keys(partsOf()) as Part[]
const wholeReport = (evidence: EvidenceSet): WorkspaceReport =>
  report(evidence, evidence.workspaces[0] ?? '', policyOf('cmk-required'))
const outcomesOf = (change: Change) =>
  evaluate(checklist, openWorkspace(evidenceOf(change), ids.workspace, 'cmk-required', defaults))

/** Things that can be wrong, alone or together. */
const faults: Change[] = [
  having.noKey,
  having.serviceSide,
  having.bringYourOwn,
  having.undetermined,
  having.project,
  having.pinnedOld,
  having.unversioned,
  having.hsm,
  having.otherTenant,
  { vault: having.policies() },
  { cmkVault: having.policies() },
  { cmkVault: { properties: { sku: { name: 'standard' }, enablePurgeProtection: null } } },
  { key: { properties: { kty: 'RSA', keySize: 1024, keyOps: [], attributes: { enabled: false, exp: 1 } } } },
  { oldKey: { properties: { kty: 'EC', attributes: { enabled: false } } } },
  { storage: { properties: { supportsHttpsTrafficOnly: false, minimumTlsVersion: null, allowSharedKeyAccess: true } } },
  {
    files: { properties: { protocolSettings: { smb: { encryptionInTransit: { required: false }, versions: null } } } },
  },
  { registry: { properties: { adminUserEnabled: true, encryption: { status: 'disabled' } } } },
  { component: { properties: { IngestionMode: 'ApplicationInsights' } } },
  { logs: { properties: { features: { clusterResourceId: null } } } },
  { cluster: { properties: { keyVaultProperties: null, isDoubleEncryptionEnabled: false } } },
  { cosmos: { properties: { keyVaultKeyUri: null } } },
  { search: { properties: { encryptionWithCmk: null } } },
  { without: ['cosmos'] },
  { storageProvider: { registrationState: 'NotRegistered' } },
  { nodes: { properties: { disableLocalAuth: false, properties: null } } },
  { instance: { properties: { properties: { sshSettings: { sshPublicAccess: 'Enabled' } } } } },
  { aks: { properties: { diskEncryptionSetID: null, agentPoolProfiles: [], securityProfile: null } } },
  { set: { properties: { rotationToLatestKeyVersionEnabled: false } } },
  { extension: { properties: { configurationSettings: { allowInsecureConnections: 'True' } } } },
  { onCluster: { properties: { scoringUri: 'http://20.50.2.20/score' } } },
  { databricks: { properties: { parameters: null, encryption: null } } },
  { vm: { properties: { securityProfile: null } } },
  { hdinsight: { properties: { diskEncryptionProperties: null } } },
  {
    datastore: {
      properties: { protocol: 'http', subscriptionId: null, credentials: { credentialsType: 'AccountKey' } },
    },
  },
  { job: { properties: { displayName: 'ada@contoso.com', environmentVariables: { DB_PASSWORD: 'hunter2' } } } },
  { openai: { properties: { authType: 'ApiKey', metadata: { note: `Account${'Key'}=x` } } } },
  { also: ['inContainer', 'onAks', 'containers'], inContainer: { properties: { scoringUri: 'http://x/score' } } },
]
const scene = fc
  .tuple(fc.boolean(), fc.subarray(faults, { maxLength: 5 }))
  .map(([everything, some]) => together(everything ? having.everything : {}, ...some))
const part = fc.constantFrom(...parts)

describe('whatever Azure answers', () => {
  const replaced = (chosen: Part, properties: unknown): Change => ({
    edit: (all) => {
      all[chosen] = { ...all[chosen], properties }
    },
  })
  const looksDecided = (change: Change) => {
    for (const { message } of wholeReport(evidenceOf(change)).findings)
      expect(asText(message)).not.toMatch(/please report it/)
  }

  it('no rule breaks on the properties of a resource', () => {
    fc.assert(
      fc.property(scene, part, fc.jsonValue(), fc.boolean(), (given, chosen, properties, whole) => {
        looksDecided(together(given, replaced(chosen, properties), { whole }))
      }),
      { numRuns: 400 },
    )
  })

  it('no rule breaks on any one value inside a resource', () => {
    fc.assert(
      fc.property(
        scene,
        part,
        fc.nat(),
        fc.jsonValue({ maxDepth: 2 }),
        fc.boolean(),
        (given, chosen, at, value, whole) => {
          const edit = (all: ReturnType<typeof partsOf>) => {
            const places = leaves(all[chosen]).filter(
              ([holder, name]) => !(holder === all[chosen] && /^(id|type)$/.test(name)),
            )
            const [holder, name] = places[at % places.length] ?? [{}, '']
            holder[name] = value
          }
          looksDecided(together(given, { edit, whole }))
        },
      ),
      { numRuns: 600 },
    )
  })
})

/** Every member of every object inside, objects included. */
function leaves(json: unknown): [holder: Overrides, name: string][] {
  if (typeof json !== 'object' || json === null) return []
  const holder = json as Overrides
  return Object.keys(holder).flatMap((name): [Overrides, string][] => [[holder, name], ...leaves(holder[name])])
}

/** Paths whose absence is documented to be fine, or that only identify what was read. */
const fineWhenAbsent = [
  'kind:storage/queue-table-key',
  'name',
  'type',
  'sku.name',
  'properties.kty:key/readable',
  'properties.kty:key-vault/hsm-backed',
  'properties.enableServiceSideCMKEncryption',
  'properties.encryption.keyVaultProperties.keyRotationEnabled',
  'properties.primaryUserAssignedIdentity:workspace/managed-identity',
  'properties.attributes.nbf:key/validity',
  'properties.attributes.exp:key/validity',
  'properties.keyVaultKeyUriVersion:key/current-version',
  'properties.encryption.status:workspace/cmk-architecture',
  'properties.encryption.keyvaultproperties.keyversion:storage/key-auto-rotation',
  'properties.customerManagedKeyStatus:metadata/cosmos-cmk',
  'properties.protocol:datastore/protocol',
  'properties.expiryTime:secrets/connections',
  'properties.computeMode',
  'properties.condition',
  'properties.federatedClientId:kubernetes/cmk-access',
  'properties.supportPlan:kubernetes/version',
  'properties.configurationSettings.allowInsecureConnections:kubernetes/extension-tls',
  // one of two tells
  'properties.currentKubernetesVersion:kubernetes/version',
  'properties.configurationSettings.sslSecret:kubernetes/extension-tls',
  'properties.properties.hasHttps:container-instance/scoring-tls',
  'properties.scoringUri:endpoint/scoring-tls',
  // where it is not set, secure transfer decides
  'properties.protocolSettings.smb.encryptionInTransit.required:storage/file-encryption-in-transit',
]

const all: Change = { also: ['inContainer', 'onAks', 'containers'] }

it('nothing passes without the property that decides it, unless its absence has a meaning', () => {
  const passed = new Set<string>()
  for (const given of [{}, having.bringYourOwn, having.serviceSide, together(having.everything, all)]) {
    for (const before of outcomesOf(given)) {
      if (before.subject === null || before.verdict.status !== 'pass') continue
      for (const { resource = '', path } of before.reads.values) {
        const type = parseResourceId(resource)?.type ?? ''
        const keys = path.toLowerCase().split('.')
        const means = absentAt(type).some((at) => `${keys.join('.')}.`.startsWith(`${at}.`))
        const shownOnly = /\[|^(key|id)$/.test(path)
        if (
          shownOnly ||
          means ||
          fineWhenAbsent.includes(path) ||
          fineWhenAbsent.includes(`${path}:${before.check.id}`)
        )
          continue
        const removed: Change = {
          edit: (all) => {
            for (const each of Object.values(all)) if (idKey(each.id) === idKey(resource)) remove(each, keys)
          },
        }
        const after = same(outcomesOf(together(given, removed)), before)
        if (after?.verdict.status === 'pass') passed.add(`${path}:${before.check.id}`)
      }
    }
  }
  expect([...passed]).toEqual([])
})

/** Paths of a type whose absence has a meaning. */
const absentAt = (type: string) => (resourceTypes[type]?.properties ?? []).flatMap((property) => property.absentAt)

function remove(json: unknown, [first = '', ...rest]: string[]): void {
  const holder = json as Overrides
  const name = Object.keys(holder ?? {}).find((each) => each.toLowerCase() === first)
  if (name === undefined) return
  if (rest.length === 0) delete holder[name]
  else remove(holder[name], rest)
}

function same(outcomes: Outcome[], { check, subject }: Outcome): Outcome | undefined {
  return outcomes.find(
    (each) => each.check.id === check.id && idKey(each.subject?.id ?? '') === idKey(subject?.id ?? ''),
  )
}

it('nothing gets greener when something cannot be read', () => {
  const reasons: UnknownReason[] = [
    'forbidden',
    'not-visible',
    'api-unsupported',
    'throttled',
    'timeout',
    'invalid-response',
    'truncated',
  ]
  fc.assert(
    fc.property(
      scene,
      fc.subarray(parts, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...reasons),
      (given, chosen, reason) => {
        const hidden = chosen.filter((each) => each !== 'workspace')
        const before = outcomesOf(given)
        const after = outcomesOf(together(given, { hide: Object.fromEntries(hidden.map((each) => [each, reason])) }))
        expect(greener(before, after)).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})

it('nothing gets greener when a list cannot be read', () => {
  const lists = [...Object.values(childLists).map((segment) => listOf(segment)), listOf('deployments', ids.online)]
  const reasons = ['forbidden', 'api-unsupported', 'throttled', 'timeout', 'absent'] as const
  fc.assert(
    fc.property(
      scene,
      fc.subarray(lists, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...reasons),
      fc.boolean(),
      (given, hidden, reason, dropped) => {
        const hide: Change = dropped
          ? { drop: hidden }
          : { hideCollections: Object.fromEntries(hidden.map((key) => [key, reason])) }
        expect(greener(outcomesOf(given), outcomesOf(together(given, hide)))).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

/** Numbers from 0 to 1 that look random, the same ones for the same seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

it('the order in which things arrive changes nothing', () => {
  fc.assert(
    fc.property(scene, fc.nat(), (given, seed) => {
      const random = dice(seed)
      const evidence = evidenceOf(given)
      const shuffled = [...evidence.resources].map((entry) => [random(), entry] as const).sort(([a], [b]) => a - b)
      const collections = [...evidence.collections].reverse()
      const other = {
        ...evidence,
        resources: new Map(shuffled.map(([, entry]) => entry)),
        collections: new Map(collections),
      }
      expect(wholeReport(other)).toEqual(wholeReport(evidence))
    }),
    { numRuns: 100 },
  )
})

it('the casing of names and ids changes nothing but casing', () => {
  fc.assert(
    fc.property(scene, fc.nat(), fc.boolean(), (given, seed, whole) => {
      const random = dice(seed)
      const toss = (text: string) =>
        [...text].map((letter) => (random() < 0.5 ? letter.toUpperCase() : letter.toLowerCase())).join('')
      // a variable's name is read word by word, and a change of case ends a word
      const cased = (name: string) => (name.includes('_') ? name : toss(name))
      const recased = (json: unknown): unknown => {
        if (typeof json === 'string') return json.startsWith('/subscriptions/') ? `/${toss(json.slice(1))}` : json
        if (Array.isArray(json)) return json.map(recased)
        if (typeof json !== 'object' || json === null) return json
        return Object.fromEntries(Object.entries(json).map(([name, value]) => [cased(name), recased(value)]))
      }
      const edit = (all: ReturnType<typeof partsOf>) => {
        for (const each of parts) {
          const { id, type, ...rest } = all[each]
          all[each] = { ...(recased(rest) as Overrides), id: recased(id) as string, type }
        }
      }
      const lowered = (one: WorkspaceReport) =>
        JSON.parse(JSON.stringify({ ...one, findings: one.findings }).toLowerCase())
      expect(lowered(wholeReport(evidenceOf(together(given, { whole, edit }))))).toEqual(
        lowered(wholeReport(evidenceOf(given))),
      )
    }),
    { numRuns: 150 },
  )
})
