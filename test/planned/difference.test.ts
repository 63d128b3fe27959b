import { describe, expect, it } from 'vitest'
import type { Finding, Severity } from '../../src/model.ts'
import { differences } from '../../src/planned/difference.ts'

type Brief = [check: string, resource: string, status: Finding['status'], severity?: Severity]

function finding([check, resource, status, severity = 'low']: Brief): Finding {
  return {
    check,
    resource,
    status,
    severity,
    reason: status === 'unknown' ? 'not-observable' : null,
    message: '',
    evidence: [],
    remediation: null,
    creationOnly: false,
    fingerprint: `${check} ${resource}`,
    new: null,
    waiver: null,
  } as unknown as Finding
}

const fails: Brief = ['storage/minimum-tls', 'st', 'fail']
const passes: Brief = ['storage/minimum-tls', 'st', 'pass']
const open: Brief = ['storage/minimum-tls', 'st', 'unknown', 'medium']
const other: Brief = ['storage/minimum-tls', 'st2', 'unknown', 'medium']

/** `introduces fail low, live pass low` */
const said = ({ change, finding: { status, severity }, live }: ReturnType<typeof differences>[number]) =>
  `${change} ${status} ${severity}, live ${live ? `${live.status} ${live.severity}` : 'nothing'}`

describe('what a plan does to a finding', () => {
  it.each<[string, live: Brief[], planned: Brief[], string[]]>([
    ['nothing, fails', [], [fails], ['introduces fail low, live nothing']],
    ['passes, fails', [passes], [fails], ['introduces fail low, live pass low']],
    ['undecided, fails', [open], [fails], ['introduces fail low, live unknown medium']],
    ['fails, passes', [fails], [passes], ['fixes pass low, live fail low']],
    ['fails, fails', [fails], [fails], ['leaves fail low, live fail low']],
    [
      'fails, fails worse',
      [fails],
      [['storage/minimum-tls', 'st', 'fail', 'high']],
      ['leaves fail high, live fail low'],
    ],
    ['fails, undecided: it still fails', [fails], [open], ['leaves fail low, live fail low']],
    ['passes, undecided', [passes], [open], ['undecided unknown medium, live pass low']],
    ['nothing, undecided', [], [open], ['undecided unknown medium, live nothing']],
    ['undecided, undecided', [open], [open], []],
    ['undecided, passes', [open], [passes], []],
    ['passes, passes', [passes], [passes], []],
    ['passes, nothing', [passes], [], []],
    ['undecided, nothing', [open], [], []],
    ['fails, nothing', [fails], [], ['gone fail low, live fail low']],
    [
      'fails, nothing, and nobody knows of another',
      [fails],
      [other],
      ['undecided unknown medium, live nothing', 'leaves fail low, live fail low'],
    ],
    ['fails, nothing, and another was never known', [fails, other], [other], ['gone fail low, live fail low']],
    [
      'a key fails, and nobody knows which is used',
      [['key/size', 'k', 'fail']],
      [['key/readable', 'ws', 'unknown']],
      ['undecided unknown low, live nothing', 'leaves fail low, live fail low'],
    ],
    [
      'a store fails, and nobody knows where metadata is',
      [['metadata/cosmos-cmk', 'db', 'fail']],
      [['workspace/cmk-architecture', 'ws', 'unknown', 'info']],
      ['undecided unknown info, live nothing', 'leaves fail low, live fail low'],
    ],
    ['waived, waived', [['a/b', 'c', 'waived']], [['a/b', 'c', 'waived']], []],
    ['waived, fails', [['a/b', 'c', 'waived']], [['a/b', 'c', 'fail']], ['introduces fail low, live waived low']],
    ['fails, waived', [['a/b', 'c', 'fail']], [['a/b', 'c', 'waived']], []],
  ])('%s', (_name, live, planned, expected) => {
    expect(differences(live.map(finding), planned.map(finding)).map(said)).toEqual(expected)
  })
})
