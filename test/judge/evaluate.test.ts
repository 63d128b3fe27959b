import { describe, expect, it } from 'vitest'
import {
  type Check,
  check,
  fail,
  notApplicable,
  notRead,
  pass,
  severity,
  unknown,
  type Verdict,
  worst,
} from '../../src/checklist/check.ts'
import type { UnreadableRecord } from '../../src/evidence/records.ts'
import type { Resource } from '../../src/evidence/resource.ts'
import type { Subject } from '../../src/evidence/subjects.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate, evidenceOf, fingerprint, type Judgement, unconfirmed } from '../../src/judge/evaluate.ts'
import type { Profile, UnknownReason } from '../../src/model.ts'
import { anyResource, type Property, text } from '../../src/resources/type.ts'
import { mlWorkspace } from '../../src/resources/workspace.ts'
import { words } from '../../src/said.ts'
import { type Change, defaults, evidenceOf as evidence, ids } from '../checklist/builder.ts'
import { spoken } from '../spoken.ts'

function judge(
  verdict: Verdict | (() => Verdict),
  extra: Partial<Check> = {},
  profile: Profile = 'cmk-required',
  change: Change = {},
) {
  const one = check({
    id: 'test/check',
    title: 'It holds',
    failed: 'It does not hold',
    rows: ['S01'],
    severity: severity('high', 'low'),
    subjects: ({ resource }) => ({ all: [resource as Subject], none: 'not-used' }),
    judge: () => (typeof verdict === 'function' ? verdict() : verdict),
    passes: 'It does.',
    fails: 'It does not.',
    cannotTell: 'Nobody knows.',
    why: 'Because.',
    reference: 'https://learn.microsoft.com/azure',
    ...extra,
  })
  const [outcome] = evaluate([one], openWorkspace(evidence(change), ids.workspace, profile, defaults))
  return outcome as Judgement
}

const record = (id: string, reason: UnknownReason = 'absent'): UnreadableRecord => ({
  state: reason === 'absent' ? 'absent' : 'unreadable',
  id,
  reason,
  action: null,
  scope: null,
  message: 'Gone.',
})
const unreadableSubject = (unreadable: UnreadableRecord): Partial<Check> => ({
  subjects: () => ({ all: [{ id: 'x', name: 'x', unreadable }], none: 'not-used' }),
})

describe('severity', () => {
  it.each<[Verdict, string, string]>([
    [pass(), 'high', 'low'],
    [fail('No.'), 'high', 'low'],
    [fail('No.', { severity: 'medium' }), 'medium', 'medium'],
    [fail('No.', { severity: severity('low', 'info') }), 'low', 'info'],
    [unknown('forbidden', 'No.'), 'high', 'low'],
    [unknown('not-observable', 'No.'), 'medium', 'low'],
    [unknown('truncated', 'No.'), 'medium', 'low'],
  ])('of %j is %s / %s', (verdict, strict, lax) => {
    expect(judge(verdict).severity).toBe(strict)
    expect(judge(verdict, {}, 'baseline').severity).toBe(lax)
  })

  it('can depend on the subject', () => {
    const bySubject = (subject: Subject) => (subject.name === 'mlw-fraud' ? severity('info') : severity('high'))
    expect(judge(fail('No.'), { severity: bySubject }).severity).toBe('info')
  })
})

describe('what is not there', () => {
  it.each([
    [ids.vault, 'not-applicable'],
    [ids.key, 'not-applicable'],
    [ids.hsm, 'not-applicable'],
    [ids.hsmKey, 'not-applicable'],
    [ids.storage, 'not-applicable'],
    [ids.registry.toUpperCase(), 'not-applicable'],
    [ids.group, 'not-applicable'],
    [ids.cosmos, 'unknown'],
    [ids.component, 'unknown'],
    [ids.logs, 'unknown'],
    [ids.cluster, 'unknown'],
    [ids.workspace, 'unknown'],
    [ids.storageProvider, 'unknown'],
  ])('%s makes a check %s', (id, status) => {
    expect(judge(pass(), unreadableSubject(record(id))).verdict.status).toBe(status)
    const behind = judge(
      pass(),
      { judge: (_subject, workspace) => pass(words(String(workspace.at(id).read(text('a'))))) },
      'cmk-required',
      {
        hide: Object.fromEntries(
          Object.entries(ids)
            .filter(([, each]) => each.toLowerCase() === id.toLowerCase())
            .map(([part]) => [part, 'absent']),
        ),
      },
    )
    expect(behind.verdict.status).toBe(id === ids.workspace ? 'unknown' : status)
  })

  it('is a failure where the check says so', () => {
    const gone = judge(pass(), { ...unreadableSubject(record(ids.vault)), absent: () => fail('Gone.') })
    expect(gone).toMatchObject({ verdict: { status: 'fail' }, severity: 'high' })
    const forbidden = judge(pass(), {
      ...unreadableSubject(record(ids.vault, 'forbidden')),
      absent: () => fail('Gone.'),
    })
    expect(forbidden).toMatchObject({ verdict: { status: 'unknown', reason: 'forbidden' }, missing: { id: ids.vault } })
  })
})

describe('a check', () => {
  it('that has nothing to judge says why', () => {
    expect(judge(pass(), { subjects: () => ({ all: [], none: 'inherited' }) })).toMatchObject({
      verdict: { status: 'not-applicable', reason: 'inherited' },
      subject: null,
    })
  })

  it.each([[new TypeError('x is undefined')], ['a string']])('that throws %s leaves itself undecided', (thrown) => {
    const crashed = judge(() => {
      throw thrown
    })
    expect(spoken(crashed.verdict)).toMatchObject({
      status: 'unknown',
      reason: 'invalid-response',
      message: expect.stringMatching(/please report it\.$/),
    })
  })

  it('names what it could not read', () => {
    expect(judge(notRead(record('x', 'throttled'))).missing).toMatchObject({ id: 'x', reason: 'throttled' })
    expect(judge(unknown('throttled', 'No.')).missing).toBe(null)
    const behind = judge(pass(), {
      judge: (_subject, workspace) => pass(words(String(workspace.at('y').read(text('a'))))),
    })
    expect(behind).toMatchObject({ verdict: { status: 'unknown', reason: 'not-visible' }, missing: { id: 'y' } })
  })

  it('keeps its reads apart from those of others', () => {
    const reading = (property: Property<'text'>) =>
      check({
        ...(judge(pass()).check as Check),
        judge: (subject) => pass(words(String((subject as Resource).read(property)))),
      })
    const outcomes = evaluate(
      [reading(mlWorkspace.kind), reading(anyResource.location)],
      openWorkspace(evidence(), ids.workspace, 'baseline', defaults),
    ) as Judgement[]
    expect(outcomes.map((outcome) => evidenceOf(outcome))).toEqual([
      [{ path: 'kind', value: 'Default' }],
      [{ path: 'location', value: 'westeurope' }],
    ])
  })

  it("shows whose values it read, when they are not its subject's", () => {
    const outcome = judge(pass(), {
      judge: (_subject, workspace) => pass(words(String(workspace.at(ids.vault.toUpperCase()).read(anyResource.name)))),
    })
    expect(evidenceOf(outcome)).toEqual([{ resource: ids.vault, path: 'name', value: 'kv-fraud' }])
  })
})

it('fingerprints depend on check, resource and workspace only, whatever their casing', () => {
  const one = fingerprint('a/b', '/X/y/', '/W')
  expect(one).toBe(fingerprint('a/b', 'x/Y', 'w/'))
  expect(one).toMatch(/^[0-9a-f]{32}$/)
  expect(
    new Set([one, fingerprint('a/c', '/x/y', '/w'), fingerprint('a/b', '/x/z', '/w'), fingerprint('a/b', '/x/y', '/v')])
      .size,
  ).toBe(4)
})

// baselines and code scanning know findings by them
it.each([
  ['storage/secure-transfer', 'storageAccounts/stfraudprod', 'c07a5cfd9016cbfb74505b451f02652c'],
  ['storage/secure-transfer', 'storageAccounts/größe', '8ed340e4cea3f14ab8718d61cb0bc4b8'],
])('the fingerprint of %s and %s is the one that every version has made', (check, name, expected) => {
  const group = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-fraud/providers'
  const workspace = `${group}/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod`
  expect(fingerprint(check, `${group}/Microsoft.Storage/${name}`, workspace)).toBe(expected)
})

describe('a judgement rests on Resource Graph alone', () => {
  const reading = (...parts: string[]): Partial<Check> => ({
    judge: (_subject, workspace) => {
      for (const id of parts) workspace.at(id).read(anyResource.location)
      return fail('No.')
    },
  })
  const graph: Change = { source: 'resource-graph' }

  it('when everything it read came from there', () => {
    expect(unconfirmed(judge(pass(), reading(ids.workspace, ids.vault), 'baseline', graph))).toEqual([
      ids.workspace,
      ids.vault,
    ])
  })

  it('but not when it read Resource Manager as well, or nothing', () => {
    expect(unconfirmed(judge(pass(), reading(ids.workspace, ids.vault)))).toEqual([])
    expect(unconfirmed(judge(fail('No.'), {}, 'baseline', graph))).toEqual([])
    const outcome = judge(pass(), reading(ids.workspace, ids.vault), 'baseline', graph)
    const [first] = outcome.reads.records
    if (first?.state === 'read') first.source = 'resource-manager'
    expect(unconfirmed(outcome)).toEqual([])
  })
})

describe('worst', () => {
  const medium = fail('medium', { severity: 'medium' })
  const split = fail('split', { severity: severity('low', 'info') })
  const own = fail('own')
  it.each<[string, Verdict[], Verdict]>([
    ['a failure over what is unknown', [pass(), unknown('forbidden', ''), own], own],
    ['what is unknown over what passes', [pass(), unknown('forbidden', '')], unknown('forbidden', '')],
    ["a failure of the check's own severity over a lesser one", [split, medium, own], own],
    ['the graver failure', [split, medium], medium],
    ['the first of equals', [own, fail('other')], own],
    ['what was decided over what does not apply', [notApplicable('not-used'), pass('x')], pass('x')],
    ['nothing but what does not apply', [notApplicable('absent')], notApplicable('absent')],
    ['nothing', [], notApplicable('not-used')],
  ])('%s', (_what, verdicts, expected) => {
    expect(worst(verdicts)).toEqual(expected)
  })
})
