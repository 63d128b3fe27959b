import { expect } from 'vitest'
import { pullRequest } from '../../../simulator/events.ts'
import type { RunOptions } from '../../../simulator/runner.ts'
import { table } from './scenario.ts'

const configured = (text: string) => (): Partial<RunOptions> => ({ files: { '.github/azureml-encryption.yml': text } })
const compared = (text: string) => (): Partial<RunOptions> => ({
  files: { 'b.json': text },
  inputs: { 'baseline-file': 'b.json' },
})
const replayed = (evidence: unknown) => (): Partial<RunOptions> => ({
  files: { 'e.json': JSON.stringify(evidence) },
  inputs: { 'replay-file': 'e.json' },
})
const of = (payload: object) => (): Partial<RunOptions> => ({
  event: { ...pullRequest(), payload: payload as Record<string, unknown> },
})
/** Linear patterns get through this at once; others take minutes. */
const long = 'eyJ'.repeat(100_000)
const none = { oidc: 0, token: 0, github: 0, 'resource-graph': 0, 'resource-manager': 0 }
const refused = { ends: '1', asks: none } as const

table('A config file', [
  {
    fault: 'is one line of something secret',
    given: configured(`token ${['ghp', 'a1B2'.repeat(9)].join('_')}\n`),
    ...refused,
    never: /a1B2a1B2/,
  },
  {
    fault: 'repeats itself without end',
    given: configured(
      `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nversion: *e\n`,
    ),
    ...refused,
  },
  { fault: 'is nested without end', given: configured('['.repeat(100_000)), ...refused },
  { fault: 'has a tag of 300 KB', given: configured(`version: 1\nx: !${long} y\n`), ...refused },
  {
    fault: 'has a pattern that could take for ever',
    given: configured(`version: 1\nprofiles: [{ workspaces: ['${'*a'.repeat(90)}*b'], profile: cmk-required }]\n`),
    ends: '0 pass',
  },
  {
    fault: 'names what every object has',
    given: configured('version: 1\n__proto__: { severity: x }\nconstructor: 1\n'),
    ...refused,
    says: /__proto__[\s\S]*constructor/,
  },
  { fault: 'is no YAML', given: configured('\u0000\u0001\u001b[2J'), ...refused },
  {
    fault: 'speaks to the runner',
    given: configured('version: 1\n"::error::gotcha": 1\n"##[error]x": 2\n'),
    ...refused,
    says: /::error::gotcha/,
    also: ({ annotations }) => expect(annotations.map(({ message }) => message)).not.toContain('gotcha'),
  },
  {
    fault: 'waives all without a reason',
    given: configured("version: 1\nwaivers: [{ check: '*', owner: x, reason: '', expires: 2027-03-31 }]\n"),
    ...refused,
  },
])

table('A baseline', [
  { fault: 'is nested without end', given: compared('['.repeat(200_000)), ends: '0 pass', says: /baseline/i },
  {
    fault: 'has members that every object has',
    given: compared(
      '{"schemaVersion":"1.0","__proto__":{"workspaces":[]},"workspaces":[{"id":"__proto__","name":"constructor","findings":[{"check":"__proto__"}]}]}',
    ),
    ends: '0 pass',
  },
  {
    fault: 'has a long text',
    given: compared(JSON.stringify({ schemaVersion: '1.0', run: { finishedAt: long }, workspaces: [] })),
    ends: '0 pass',
  },
])

const workspace =
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw'

table('An evidence file', [
  { fault: 'is empty', given: replayed({}), ends: '1' },
  { fault: 'is null', given: replayed(null), ends: '1' },
  {
    fault: 'is nested without end',
    given: () => ({ files: { 'e.json': '['.repeat(200_000) }, inputs: { 'replay-file': 'e.json' } }),
    ends: '1',
  },
  {
    fault: 'announces a workspace and has none',
    given: replayed({ schemaVersion: '1.0', workspaces: [workspace], resources: [] }),
    ends: '1',
    says: /e\.json/,
  },
])

table('An event', [
  {
    fault: 'has a number that leads elsewhere',
    given: of({ number: '7/../8', pull_request: { number: '7/../8' } }),
    ends: '0 pass',
    says: /names no pull request/,
    asks: { github: 6 },
  },
  {
    fault: 'has a pull request that is nothing',
    given: of({ pull_request: [] }),
    ends: '0 pass',
    says: /names no pull request/,
  },
  {
    fault: 'has a repository of hostile names',
    given: of({ ...pullRequest().payload, repository: { full_name: '<b>/@all', private: 'yes' } }),
    ends: '0 pass',
  },
])
