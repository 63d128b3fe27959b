import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { InputError, inputDefaults, readInputs } from '../../src/inputs/inputs.ts'
import { entries } from '../../src/inputs/values.ts'

const one = '01234567-89ab-cdef-0123-456789abcdef'
const other = 'ffffffff-89ab-cdef-0123-456789abcdef'
const id = `/subscriptions/${one}/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/mlw-a`

function inputsOf(given: Record<string, string>) {
  return readInputs((name) => given[name] ?? '', { by: 'workflow', workspace: '/work/repo', runnerTemp: '/tmp/runner' })
}

function problemsOf(given: Record<string, string>): string[] {
  try {
    inputsOf(given)
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

describe('without any input', () => {
  it('every default holds', () => {
    expect(inputsOf({})).toEqual({
      configFile: {
        path: '/work/repo/.github/azureml-encryption.yml',
        name: '.github/azureml-encryption.yml',
        inRepository: '.github/azureml-encryption.yml',
        isNamed: false,
      },
      login: { by: 'azure-cli' },
      environment: 'azurecloud',
      audience: null,
      resourceManagerUrl: null,
      authorityHost: null,
      targets: {
        workspaces: [],
        resourceGroups: [],
        subscriptions: [],
        managementGroups: [],
        subscriptionId: undefined,
      },
      plans: { files: [], gateOn: null, ifNoPlan: 'fail' },
      frameworks: [],
      policy: { profile: 'baseline', failOnSeverity: 'high', onUnknown: 'fail', warnOnly: false, failOnNewOnly: false },
      commentSummaryInPr: 'always',
      reportId: 'default',
      githubToken: '',
      jsonFile: '/work/repo/azureml-encryption-report.json',
      markdownFile: null,
      sarifFile: null,
      htmlFile: null,
      csvFile: null,
      badgeFile: null,
      evidenceFile: null,
      checksumFile: { path: '/work/repo/azureml-encryption-report.sha256', folder: '/work/repo' },
      baselineFile: null,
      replayFile: null,
      statusBranch: null,
      trackingIssue: false,
      publishDetails: undefined,
      timeoutMinutes: 30,
    })
  })

  it.each([
    [
      { 'badge-file': 'out/badge.json' },
      { badgeFile: { json: '/work/repo/out/badge.json', svg: '/work/repo/out/badge.svg' } },
    ],
    [{ 'status-branch': 'encryption/status' }, { statusBranch: 'encryption/status' }],
    [
      { 'html-file': 'r.html', frameworks: 'GDPR, nist-800-53-r5\ngdpr' },
      { htmlFile: '/work/repo/r.html', frameworks: ['gdpr', 'nist-800-53-r5'] },
    ],
    [
      { 'fail-on-new-only': 'true', 'status-branch': 's' },
      { policy: expect.objectContaining({ failOnNewOnly: true }) },
    ],
    [{ 'fail-on-new-only': 'true', 'baseline-file': 'b.json' }, { baselineFile: '/work/repo/b.json' }],
    [
      {
        'plan-files': 'infra/**/Plan.json, infra/**/plan.json\n/tmp/runner/*.json',
        'gate-on': 'both',
        'if-no-plan': 'live',
      },
      {
        plans: {
          files: [
            { text: 'infra/**/Plan.json', folder: '/work/repo', parts: ['infra', '**', 'Plan.json'] },
            { text: 'infra/**/plan.json', folder: '/work/repo', parts: ['infra', '**', 'plan.json'] },
            { text: '/tmp/runner/*.json', folder: '/tmp/runner', parts: ['*.json'] },
          ],
          gateOn: 'both',
          ifNoPlan: 'live',
        },
      },
    ],
    [{ 'plan-files': 'a.json, ./a.json' }, { plans: expect.objectContaining({ gateOn: null, ifNoPlan: 'fail' }) }],
    [
      { 'fail-on-new-only': 'true', 'plan-files': 'plan.json' },
      { policy: expect.objectContaining({ failOnNewOnly: true }) },
    ],
    [
      { 'config-file': '/tmp/runner/c.yml' },
      { configFile: expect.objectContaining({ inRepository: null, isNamed: true }) },
    ],
  ])('%j', (given, expected) => {
    expect(inputsOf(given as Record<string, string>)).toMatchObject(expected)
  })

  it('a replay neither chooses nor writes what is read', () => {
    const given = { 'replay-file': 'e.ndjson', 'evidence-file': 'f.ndjson', workspaces: 'mlw', subscriptions: one }
    expect(problemsOf(given)).toEqual([
      'evidence-file is given together with replay-file: a replay reads nothing that could be written.',
      'workspaces or subscriptions cannot choose what replay-file judges: it judges everything that was read then.',
    ])
  })

  it('what is returned cannot be changed', () => {
    const inputs = inputsOf({ workspaces: 'mlw-a' })
    expect([inputs, inputs.policy, inputs.targets, inputs.targets.workspaces[0]].every(Object.isFrozen)).toBe(true)
  })
})

describe('values that are understood', () => {
  it.each<[string, string, object]>([
    ['environment', 'AzureUSGovernment', { environment: 'azureusgovernment' }],
    ['environment', ' azurechinacloud\n', { environment: 'azurechinacloud' }],
    ['audience', 'api://somewhere/else', { audience: 'api://somewhere/else' }],
    ['profile', 'cmk-required', { policy: { profile: 'cmk-required' } }],
    ['fail-on-severity', 'never', { policy: { failOnSeverity: 'never' } }],
    ['on-unknown', 'warn', { policy: { onUnknown: 'warn' } }],
    ['warn-only', 'TRUE', { policy: { warnOnly: true } }],
    ['warn-only', 'False', { policy: { warnOnly: false, failOnNewOnly: false } }],
    ['publish-details', 'true', { publishDetails: true }],
    ['publish-details', 'False', { publishDetails: false }],
    ['comment-summary-in-pr', 'on-failure', { commentSummaryInPr: 'on-failure' }],
    ['report-id', 'team-2', { reportId: 'team-2' }],
    ['github-token', ' ghs_x ', { githubToken: 'ghs_x' }],
    ['timeout-minutes', '1', { timeoutMinutes: 1 }],
    ['timeout-minutes', '360', { timeoutMinutes: 360 }],
    ['report-id', 'team-2', { jsonFile: '/work/repo/azureml-encryption-report-team-2.json' }],
    ['report-id', 'default', { jsonFile: '/work/repo/azureml-encryption-report.json' }],
    ['json-file', 'out/../report.json', { jsonFile: '/work/repo/report.json' }],
    ['json-file', '/work/repo/..report.json', { jsonFile: '/work/repo/..report.json' }],
    ['json-file', 'out/R.JSON', { checksumFile: { path: '/work/repo/out/R.sha256', folder: '/work/repo' } }],
    ['json-file', '/tmp/runner/r', { checksumFile: { path: '/tmp/runner/r.sha256', folder: '/work/repo' } }],
    ['csv-file', 'out/findings.csv', { csvFile: '/work/repo/out/findings.csv' }],
    ['markdown-file', '/tmp/runner/report.md', { markdownFile: '/tmp/runner/report.md' }],
    ['subscription-id', one.toUpperCase(), { targets: { subscriptionId: one } }],
    ['subscriptions', `${one}, ${other}`, { targets: { subscriptions: [one, other] } }],
    ['management-groups', 'mg-root\n(mg.2)_x', { targets: { managementGroups: ['mg-root', '(mg.2)_x'] } }],
    ['resource-groups', 'rg-ä(1)', { targets: { resourceGroups: [{ name: 'rg-ä(1)' }] } }],
    [
      'resource-groups',
      `/SUBSCRIPTIONS/${one.toUpperCase()}/resourcegroups/Rg`,
      { targets: { resourceGroups: [{ subscriptionId: one, name: 'Rg' }] } },
    ],
  ])('%s: %j', (name, value, expected) => {
    expect(inputsOf({ [name]: value })).toMatchObject(expected)
  })

  it('client and tenant together', () => {
    const { login } = inputsOf({ 'client-id': one.toUpperCase(), 'tenant-id': other })
    expect(login).toEqual({ by: 'github', clientId: one, tenantId: other })
  })

  it('another cloud', () => {
    const given = {
      environment: 'custom',
      'resource-manager-url': 'https://arm.example.com:8443/',
      'authority-host': 'HTTPS://Login.example.com',
    }
    expect(inputsOf(given)).toMatchObject({
      resourceManagerUrl: 'https://arm.example.com:8443',
      authorityHost: 'https://login.example.com',
    })
  })

  it('no RUNNER_TEMP', () => {
    expect(readInputs(() => '', { by: 'workflow', workspace: '/work/repo' }).jsonFile).toBe(
      '/work/repo/azureml-encryption-report.json',
    )
  })
})

describe('workspaces', () => {
  it.each([
    [id, { kind: 'id', id, subscriptionId: one, resourceGroup: 'rg-ml', name: 'mlw-a' }],
    [
      id.toUpperCase(),
      { kind: 'id', id: id.toUpperCase(), subscriptionId: one, resourceGroup: 'RG-ML', name: 'MLW-A' },
    ],
    ['rg.ml/mlw_a', { kind: 'group', resourceGroup: 'rg.ml', name: 'mlw_a' }],
    ['mlw-a', { kind: 'pattern', pattern: 'mlw-a' }],
    ['*-prod', { kind: 'pattern', pattern: '*-prod' }],
    ['*', { kind: 'pattern', pattern: '*' }],
  ])('%s', (text, target) => {
    expect(inputsOf({ workspaces: text }).targets.workspaces).toEqual([target])
  })

  it.each([
    ['another provider', id.replace('MachineLearningServices', 'Storage')],
    ['another type', id.replace('/workspaces/', '/registries/')],
    ['a segment missing', id.replace('/resourceGroups/rg-ml', '')],
    ['something after it', `${id}/computes/c`],
    ['a slash after it', `${id}/`],
    ['no slash before it', id.slice(1)],
    ['no GUID', id.replace(one, 'my-subscription')],
    ['a pattern in an id', id.replace('mlw-a', 'mlw-*')],
    ['a pattern in a group', 'rg/mlw-*'],
    ['no group', '/mlw-a'],
    ['no name', 'rg/'],
    ['a dot at the end of the group', 'rg./mlw-a'],
    ['a portal address', `https://portal.azure.com/#resource${id}`],
    ['a list in YAML', '- mlw-a'],
    ['a quotation mark', "mlw'a"],
  ])('%s is refused', (_, text) => {
    expect(problemsOf({ workspaces: text })).toEqual([expect.stringMatching(/^workspaces entry is ".+": .+\.$/)])
  })

  it('a subscription that is no GUID is named as the reason', () => {
    expect(problemsOf({ workspaces: id.replace(one, 'mine') })[0]).toContain('must be a GUID')
  })
})

describe('values that are refused', () => {
  it.each([
    [
      'client-id',
      'not-a-guid',
      'client-id is "not-a-guid": it must be a GUID such as 01234567-89ab-cdef-0123-456789abcdef.',
    ],
    ['subscription-id', `{${one}}`, /GUID/],
    ['subscriptions', 'production', /^subscriptions entry is "production": it must be a GUID/],
    ['management-groups', '/providers/x', /management group/],
    ['management-groups', 'a'.repeat(91), /management group/],
    ['resource-groups', 'rg/mlw', /resource group/],
    ['resource-groups', `/subscriptions/${one}/resourceGroups/rg.`, /resource group/],
    ['resource-groups', '/subscriptions/mine/resourceGroups/rg', /GUID/],
    ['environment', 'azure', /must be azurecloud, azureusgovernment, azurechinacloud or custom\.$/],
    ['environment', 'azurcloud', /did you mean azurecloud\?$/],
    ['profile', 'cmk', /must be baseline or cmk-required\.$/],
    ['profile', 'Baseline', /did you mean baseline\?$/],
    [
      'fail-on-severity',
      'hihg',
      'fail-on-severity is "hihg": it must be high, medium, low or never; did you mean high?',
    ],
    ['fail-on-severity', 'critical', /never\.$/],
    ['on-unknown', 'ignore', /must be fail or warn\.$/],
    ['warn-only', 'yes', /must be true or false\.$/],
    ['warn-only', 'tRUE', /must be true or false\.$/],
    ['publish-details', '0', /must be true or false\.$/],
    ['comment-summary-in-pr', 'true', /always, on-failure or never\.$/],
    ['report-id', 'Team A', /lower-case letters/],
    ['report-id', 'a'.repeat(41), /lower-case letters/],
    ['timeout-minutes', '0', /whole number from 1 to 360\.$/],
    ['timeout-minutes', '361', /whole number/],
    ['timeout-minutes', '1.5', /whole number/],
    ['timeout-minutes', '1e2', /whole number/],
    ['timeout-minutes', '-1', /whole number/],
    ['audience', 'AzureADTokenExchange', /must be a URI/],
    ['audience', 'api://a b', /must be a URI/],
    ['json-file', '../report.json', /inside the workspace or RUNNER_TEMP/],
    ['json-file', '/etc/report.json', /inside the workspace/],
    ['json-file', '.', /inside the workspace/],
    ['json-file', 'out/', /path of a file/],
    ['markdown-file', '/work/repository/report.md', /inside the workspace/],
    ['markdown-file', 'azureml-encryption-report.json', 'json-file and markdown-file name the same file.'],
    ['badge-file', 'badge.svg', /must end in \.json/],
    ['badge-file', 'azureml-encryption-report.json', 'json-file and badge-file name the same file.'],
    ['replay-file', 'azureml-encryption-report.json', 'json-file and replay-file name the same file.'],
    ['sarif-file', '../out.sarif', /inside the workspace/],
    ['html-file', 'out/', /path of a file/],
    ['csv-file', '../out.csv', /inside the workspace/],
    ['csv-file', 'azureml-encryption-report.json', 'json-file and csv-file name the same file.'],
    ['csv-file', 'azureml-encryption-report.sha256', "csv-file and json-file's checksums name the same file."],
    ['evidence-file', '.github/azureml-encryption.yml', 'evidence-file and config-file name the same file.'],
    ['baseline-file', '/etc/passwd', /inside the workspace/],
    ['status-branch', 'a branch', /name of a branch/],
    ['status-branch', '-status', /name of a branch/],
    ['status-branch', 'refs/heads/status', /name of a branch/],
    ['status-branch', 'a..b', /name of a branch/],
    ['status-branch', 'status/', /name of a branch/],
    ['status-branch', 'status.lock', /name of a branch/],
    ['status-branch', 'st^tus', /name of a branch/],
    ['tracking-issue', 'yes', /must be true or false\.$/],
    ['fail-on-new-only', 'true', /^fail-on-new-only is true, but there is nothing to compare with/],
    ['plan-files', '../plan.json', /^plan-files entry is ".+": it must be the path of a file inside the workspace/],
    ['plan-files', 'p[0-9].json', /^plan-files entry is ".+": it must be a path in which \* stands for any characters/],
    ['plan-files', 'azureml-encryption-report.json', 'json-file and plan-files name the same file.'],
    ['gate-on', 'planed', /must be live, planned or both; did you mean planned\?$/],
    ['gate-on', 'planned', 'gate-on is planned, but there is no plan: give plan-files.'],
    ['gate-on', 'both', 'gate-on is both, but there is no plan: give plan-files.'],
    [
      'frameworks',
      'gdpr',
      'frameworks is given, but html-file is not, whose page would show their controls: give html-file as well.',
    ],
    [
      'frameworks',
      'gdrp',
      /^frameworks entry is "gdrp": it must be mcsb-v2, .*, gdpr, .* or swift-cscf-2024; did you mean gdpr\?$/,
    ],
    ['if-no-plan', 'ignore', /must be fail or live\.$/],
    ['tenant-id', one, /^client-id is empty although tenant-id is given/],
    [
      'resource-manager-url',
      'https://arm.example.com',
      /^resource-manager-url is given although environment is azurecloud/,
    ],
    ['authority-host', 'https://login.example.com', /^authority-host is given although/],
  ])('%s: %s', (name, value, expected) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)])
  })

  it.each([
    'http://arm.example.com',
    'arm.example.com',
    'https://user@arm.example.com',
    'https://arm.example.com/path',
    'https://arm.example.com/?a=b',
    'https://arm.example.com/#a',
    'https://arm.example.com&calc.exe',
    'https://arm."example".com',
  ])('resource-manager-url: %s', (url) => {
    const given = { environment: 'custom', 'authority-host': 'https://login.example.com', 'resource-manager-url': url }
    expect(problemsOf(given)).toEqual([expect.stringContaining('without user, path or query')])
  })

  it.each(['live', 'both'])('what is new is not known where %s decides and there is no earlier run', (gate) => {
    const given = { 'plan-files': 'plan.json', 'gate-on': gate, 'fail-on-new-only': 'true' }
    expect(problemsOf(given)).toEqual([expect.stringMatching(/^fail-on-new-only is true, but there is nothing/)])
  })

  it('a client without a tenant', () => {
    expect(problemsOf({ 'client-id': one })).toEqual([expect.stringMatching(/^tenant-id is empty although client-id/)])
  })

  it('a custom cloud without its addresses', () => {
    expect(problemsOf({ environment: 'custom' })).toEqual([
      'resource-manager-url is empty: environment custom requires it.',
      'authority-host is empty: environment custom requires it.',
    ])
  })

  it('all at once, each on a line of its own', () => {
    const error = new InputError(
      problemsOf({ profile: 'x', workspaces: 'a b,ok,c d', 'warn-only': 'y', 'client-id': 'z' }),
    )
    expect(error.problems).toHaveLength(5)
    expect(error.message.split('\n')).toHaveLength(6)
  })

  it('what was typed is shortened, and nothing in it stays invisible', () => {
    const [problem] = problemsOf({ profile: `a\n\u202e${'b'.repeat(500)}` })
    expect(problem).toContain('"a\\n\\u{202e}bbb')
    expect(problem?.length).toBeLessThan(200)
  })

  it('a token is never shown', () => {
    const given = { 'github-token': 'ghs_secret', profile: 'x' }
    expect(() => inputsOf(given)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('ghs_') }))
  })

  it('a mistake of ours is not mistaken for one of theirs', () => {
    const failing = () =>
      readInputs((name) => (name === 'profile' ? (7 as never) : ''), { by: 'workflow', workspace: '/' })
    expect(failing).toThrow(TypeError)
  })
})

describe('lists', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9-]{1,8}$/)

  it.each([
    ['', []],
    [' , \n\r\n,', []],
    ['a,b', ['a', 'b']],
    ['a\r\nb\n', ['a', 'b']],
    ['Mlw-A, mlw-a\nMLW-A', ['Mlw-A']],
  ])('%j', (text, expected) => {
    expect(entries(text)).toEqual(expected)
  })

  it('comma, line and white space do not matter', () => {
    const separator = fc.constantFrom(',', '\n', '\r\n', ', ', ' ,\n', ',,')
    fc.assert(
      fc.property(fc.uniqueArray(word, { selector: (text) => text.toLowerCase() }), separator, (words, between) => {
        expect(entries(words.join(between))).toEqual(words)
      }),
    )
  })

  it('what is named twice, in any case, is there once', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const distinct = new Set(words.map((text) => text.toLowerCase())).size
        expect(entries([...words, ...words.map((text) => text.toUpperCase())].join())).toHaveLength(distinct)
      }),
    )
  })

  it('ids of any subscription, group and name are taken apart as they were put together', () => {
    const group = fc.stringMatching(/^[-\w.()]{0,40}[-\w()]$/)
    const name = fc.stringMatching(/^[A-Za-z0-9][\w-]{2,32}$/)
    fc.assert(
      fc.property(fc.uuid(), group, name, (subscriptionId, resourceGroup, workspace) => {
        const text = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/${workspace}`
        const expected = { kind: 'id', id: text, subscriptionId, resourceGroup, name: workspace }
        expect(inputsOf({ workspaces: text }).targets.workspaces).toEqual([expected])
        const short = { kind: 'group', resourceGroup, name: workspace }
        expect(inputsOf({ workspaces: `${resourceGroup}/${workspace}` }).targets.workspaces).toEqual([short])
      }),
    )
  })

  it('whatever is typed, it is understood or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { length } = problemsOf({ workspaces: text, 'resource-groups': text })
        expect(length).toBeLessThanOrEqual(2 * entries(text).length)
      }),
    )
  })
})

describe('action.yml', () => {
  const action = parse(readFileSync('action.yml', 'utf8')) as {
    inputs: Record<string, { description: string; default?: string }>
  }

  it('has every input that is read, and no other', () => {
    const read = new Set<string>()
    readInputs(
      (name) => {
        read.add(name)
        return ''
      },
      { by: 'workflow', workspace: '/' },
    )
    expect(Object.keys(action.inputs).sort()).toEqual([...read].sort())
  })

  it('leaves the defaults to the code', () => {
    const withDefault = Object.entries(action.inputs).filter(([, input]) => input.default !== undefined)
    expect(withDefault.map(([name]) => name)).toEqual(['github-token'])
  })

  it.each(Object.keys(action.inputs))('says what %s is by default', (name) => {
    expect(action.inputs[name]?.description).toMatch(/ Default .+\.$/)
  })

  it.each(Object.entries(inputDefaults))('%s is %s by default', (name, value) => {
    expect(action.inputs[name]?.description).toContain(` Default \`${value}\`.`)
  })
})
