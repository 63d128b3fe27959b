import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readArguments } from '../../src/command-line/arguments.ts'
import { flags, ofGitHub } from '../../src/command-line/flags.ts'
import { help } from '../../src/command-line/help.ts'
import { InputError, readInputs } from '../../src/inputs/inputs.ts'

const id = '01234567-89ab-cdef-0123-456789abcdef'

/** The inputs that these words give, or what is wrong with them. */
function read(words: string[], env: Record<string, string> = {}) {
  const { input, problems } = readArguments(words, env)
  try {
    return { inputs: readInputs(input, { by: 'command line', folder: '/home/mona', problems }), problems: [] }
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems }
    throw error
  }
}

describe('flags are inputs', () => {
  it.each<[string, string[], object]>([
    ['none', [], { login: { by: 'azure-cli' }, jsonFile: null, policy: { profile: 'baseline' } }],
    ['a value', ['--profile', 'cmk-required'], { policy: { profile: 'cmk-required' } }],
    ['behind an equals sign', ['--profile=cmk-required'], { policy: { profile: 'cmk-required' } }],
    ['a list by comma', ['--subscriptions', `${id},${id}`], { targets: { subscriptions: [id] } }],
    [
      'a list, repeated',
      ['--resource-groups', 'a', '--resource-groups', 'b,c'],
      { targets: { resourceGroups: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] } },
    ],
    ['a switch', ['--warn-only'], { policy: { warnOnly: true } }],
    ['a switch, switched off', ['--warn-only=false'], { policy: { warnOnly: false } }],
    ['the same twice', ['--profile', 'baseline', '--profile', 'baseline'], { policy: { profile: 'baseline' } }],
    ['a file beside the folder', ['--html-file', '../out.html'], { htmlFile: '/home/out.html' }],
    ['a file for a spreadsheet', ['--csv-file=a.csv'], { csvFile: '/home/mona/a.csv', checksumFile: null }],
    ['a file anywhere', ['--json-file', '/tmp/report.json'], { jsonFile: '/tmp/report.json' }],
    [
      'a managed identity',
      ['--login', 'managed-identity', '--client-id', id],
      { login: { by: 'managed-identity', clientId: id } },
    ],
    [
      'a device',
      ['--login', 'device', '--tenant-id', id],
      { login: { by: 'device', clientId: undefined, tenantId: id } },
    ],
  ])('%s', (_name, words, expected) => {
    expect(read(words)).toMatchObject({ inputs: expected, problems: [] })
  })

  it('a workload identity takes what the flags do not say from the variables of the SDKs', () => {
    const env = { AZURE_CLIENT_ID: id.toUpperCase(), AZURE_TENANT_ID: id, AZURE_FEDERATED_TOKEN_FILE: '/run/token' }
    const login = { by: 'workload-identity', clientId: id, tenantId: id, tokenFile: '/run/token' }
    expect(read(['--login', 'workload-identity'], env)).toMatchObject({ inputs: { login } })
    const other = id.replace('0', 'f')
    expect(read(['--login', 'workload-identity', '--client-id', other], env)).toMatchObject({
      inputs: { login: { ...login, clientId: other } },
    })
  })

  it('and nobody else does', () => {
    expect(read([], { AZURE_CLIENT_ID: id, AZURE_TENANT_ID: id })).toMatchObject({
      inputs: { login: { by: 'azure-cli' } },
    })
  })
})

describe('words that are refused', () => {
  it.each<[string, string[], ...string[]]>([
    [
      'a flag that is none',
      ['--profle', 'baseline'],
      'There is no flag "--profle"; did you mean --profile?',
      '"baseline" belongs to no flag',
    ],
    ['one that is nothing like any', ['--frobnicate'], 'There is no flag "--frobnicate".'],
    ['a letter', ['-x'], 'There is no flag "-x".'],
    ['an input that needs GitHub', ['--tracking-issue'], '--tracking-issue is an input of the GitHub Action'],
    ['a word of its own', ['mlw-prod'], '"mlw-prod" belongs to no flag'],
    ['nothing, where a value is', ['--profile'], '--profile has no value: give it as --profile <name>.'],
    ['a flag, where a value is', ['--profile', '--warn-only'], '--profile has no value'],
    ['an empty value', ['--profile='], '--profile has no value'],
    [
      'two values',
      ['--profile', 'baseline', '--profile', 'cmk-required'],
      '--profile is given with different values: "baseline", "cmk-required".',
    ],
    [
      'a value that is none',
      ['--profile', 'basline'],
      '--profile is "basline": it must be baseline or cmk-required; did you mean baseline?',
    ],
    ['an entry of a list', ['--subscriptions', 'x'], '--subscriptions entry is "x"'],
    ['a folder', ['--html-file', 'out/'], '--html-file is "out/": it must be the path of a file.'],
    ['an identity without a use', ['--client-id', id], '--client-id is of no use to the login azure-cli'],
    [
      'a tenant without a use',
      ['--login', 'managed-identity', '--tenant-id', id],
      '--tenant-id is of no use to the login managed-identity',
    ],
    [
      'an identity that nobody names',
      ['--login', 'workload-identity'],
      'lacks the client id of the identity: give --client-id, or set AZURE_CLIENT_ID.',
      'lacks the id of its tenant: give --tenant-id, or set AZURE_TENANT_ID.',
      'lacks the file with the OIDC token: set AZURE_FEDERATED_TOKEN_FILE.',
    ],
    [
      'new only, and no baseline',
      ['--fail-on-new-only'],
      '--fail-on-new-only is true, but there is nothing to compare with: give --baseline-file.',
    ],
    [
      'a replay of workspaces',
      ['--replay-file', 'x', '--workspaces', 'y'],
      '--workspaces cannot choose what --replay-file judges',
    ],
    ['what moves the cursor', ['\u001b[2J'], '"\\u001b[2J" belongs to no flag'],
  ])('%s', (_name, words, ...expected) => {
    const { problems } = read(words)
    expect(problems).toHaveLength(expected.length)
    for (const [at, part] of expected.entries()) expect(problems[at]).toContain(part)
  })
})

describe('all flags', () => {
  const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, unknown> }
  const names = flags.map(({ name }) => name)
  const own = ['login', 'format', 'help', 'version']

  it('are inputs of the action, which has no other but those that need GitHub', () => {
    expect([...names.filter((name) => !own.includes(name)), ...ofGitHub].sort()).toEqual(Object.keys(inputs).sort())
  })

  it('are explained, in lines that a terminal shows whole', () => {
    const lines = help().split('\n')
    expect(names.filter((name) => !lines.some((line) => line.startsWith(`  --${name}`)))).toEqual([])
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  })
})
