import { type Change, cases, ids, together } from '../builder.ts'
import { hideList, unlisted } from '../lists.ts'
import { jobIs, onWorkspace } from './changes.ts'

const ofJob = { of: ids.job }
const deny: Change = { options: { isDeniedName: (name) => /^project-x/i.test(name) } }
cases('secrets/job-names', [
  ['no jobs', {}, 'pass', { ...onWorkspace, message: /Nothing telling is in the names in 0 jobs/ }],
  ['plain names', { also: ['job', 'sweep'] }, 'pass', onWorkspace],
  [
    'an e-mail address',
    jobIs({ displayName: 'for ada.lindqvist@contoso.com' }),
    'fail low/low',
    {
      ...ofJob,
      message: /^The displayName of the job/,
      reads: ['properties.displayName', 'matches'],
      remedy: /that of job-1 cannot be changed/,
    },
  ],
  [
    'a principal name',
    jobIs({ experimentName: 'ada@contoso.onmicrosoft.com' }),
    'fail low/low',
    { ...ofJob, message: /^The experimentName/ },
  ],
  ['in a short domain', jobIs({ displayName: 'ada@contoso.de tries' }), 'fail low/low', ofJob],
  ['in a long domain', jobIs({ displayName: 'ada@mail.contoso2.com tries' }), 'fail low/low', ofJob],
  ['what goes on after the domain', jobIs({ displayName: 'x@host.v2b-1' }), 'pass', onWorkspace],
  ['in the run id', jobIs({}, { name: 'ada@contoso.com' }), 'fail low/low', { ...ofJob, message: /^The name of/ }],
  [
    'a version is not an address',
    jobIs({ displayName: 'mnist@1.0.3', experimentName: 'model@v1.2' }),
    'pass',
    onWorkspace,
  ],
  ['an address without a domain', jobIs({ displayName: 'ada@laptop' }), 'pass', onWorkspace],
  ['a denied name', together(jobIs({ displayName: 'Project-X, second try' }), deny), 'fail low/low', ofJob],
  ['denied, no match', together(jobIs({ displayName: 'not project-x' }), deny), 'pass', onWorkspace],
  ['no names', jobIs({ displayName: null, experimentName: '' }), 'pass', onWorkspace],
  ['a name that is a number', jobIs({ displayName: 7 }), 'unknown unrecognised-value low/low', ofJob],
  [
    'a name that is a list',
    jobIs({ experimentName: ['ada@contoso.com'] }),
    'unknown unrecognised-value low/low',
    ofJob,
  ],
  [
    'stopped at the limit',
    together({ also: ['job'] }, hideList('jobs', 'truncated')),
    'unknown truncated low/low',
    { ...onWorkspace, message: /names in the first 1 job, but there are more/ },
  ],
  [
    'stopped at the limit, with a hit',
    together(jobIs({ displayName: 'ada@contoso.com' }), hideList('jobs', 'truncated')),
    'fail low/low',
    ofJob,
  ],
  unlisted('jobs', 'low/low'),
])
