import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import { type CommandOptions, runCommand } from '../../simulator/command.ts'
import { demoEstate } from '../../simulator/estates/demo.ts'
import { version } from '../../src/version.ts'
import { cloudOf } from '../action/act.ts'

const node22 = join(import.meta.dirname, '../node-22/node_modules/.bin/node')
const bundle = join(import.meta.dirname, '../../dist/cli.js')
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/report.schema.json'), 'utf8'))
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema)

/** Nothing that a terminal obeys, and nothing that cannot be seen. */
const plain = /^(?:[^\p{C}]|\n)+$/u

/** With the session of the Azure CLI, against the demo's company. */
async function check(words: string[], options: Partial<CommandOptions> = {}) {
  const cloud = options.cloud ?? (await cloudOf())
  return { cloud, ...(await runCommand(words, { cloud, path: standInAzureCli(cloud), ...options })) }
}

describe('what a command ends with', () => {
  it.each<[string, string[], number, RegExp]>([
    ['a failure', [], 1, /^✗ Encryption check failed: The key vault can be purged/],
    ['a failure that may fail nothing', ['--warn-only'], 0, /^! Encryption check failed \(exit code 0\): The key/],
    ['no threshold', ['--fail-on-severity', 'never'], 0, /^✓ Encryption check reports \d+ failures/],
    ['nothing that fails', ['--workspaces', 'mlw-lab'], 0, /^✓ Encryption check passed: 1 workspace/],
    [
      'something undecided',
      ['--workspaces', 'mlw-vision'],
      1,
      /^! Encryption check could not decide 1 check of high severity\n/,
    ],
    [
      'undecided, which is let pass',
      ['--workspaces', 'mlw-vision', '--on-unknown', 'warn'],
      0,
      /^! .* \(exit code 0\)\n/,
    ],
    [
      'nobody of this name',
      ['--workspaces', 'nobody'],
      1,
      /^! Encryption check found no Azure Machine Learning\s+workspace/,
    ],
  ])('%s', async (_name, words, code, said) => {
    const { exitCode, stdout } = await check(words)
    expect(stdout).toMatch(said)
    expect(exitCode).toBe(code)
  })

  it.each<[string, string[], Partial<CommandOptions>, RegExp]>([
    [
      'wrong flags',
      ['--profle', 'x'],
      {},
      /^error: The flags are not valid .*\n- There is no flag "--profle"; did you mean/,
    ],
    [
      'a config file that is not there',
      ['--config-file', 'x.yml'],
      {},
      /^error: The config file is not valid:\n- x\.yml does not exist, although --config-file names it/,
    ],
    [
      'no Azure CLI',
      [],
      { path: '/nowhere' },
      /error: There is no Azure CLI on this machine\. Install it and run "az login"/,
    ],
    ['no evidence', ['--replay-file', 'x.json'], {}, /error: The evidence file x\.json could not be read/],
  ])('no result: %s', async (_name, words, options, said) => {
    const { exitCode, stdout, stderr } = await check(words, options)
    expect(stderr).toMatch(said)
    expect([exitCode, stdout]).toEqual([2, ''])
  })

  it('no session', async () => {
    const cloud = await cloudOf()
    const path = standInAzureCli(cloud, { failure: "ERROR: Please run 'az login' to setup account." })
    const { exitCode, stderr } = await check([], { cloud, path })
    expect(stderr).toContain(
      'error: The Azure CLI is not logged in. Run "az login", or log in without it: --login device',
    )
    expect(exitCode).toBe(2)
  })

  it('help and version', async () => {
    const [help, said] = await Promise.all([check(['--help']), check(['--workspaces', 'x', '--version'])])
    expect([help.exitCode, help.stdout.split('\n')[0]]).toEqual([0, 'Usage: azureml-encryption-check [flags]'])
    expect([said.exitCode, said.stdout]).toEqual([0, `${version}\n`])
    expect(help.cloud.requests).toEqual([])
  })
})

describe('what is printed in a pipe', () => {
  it('is plain, whole and stable', async () => {
    const [first, second] = await Promise.all([check([]), check([])])
    expect(first.stdout).toBe(second.stdout)
    expect(first.stdout).toMatch(plain)
    const long = first.stdout.split('\n').filter((line) => line.length > 80 && !/^ {4,}az /.test(line))
    expect(long).toEqual([])
    for (const part of [
      'mlw-fraud-prod',
      'What fails',
      'az keyvault update --name kv-fraud-cmk',
      '\nUndecided\n',
      'az role assignment create --role Reader',
      'Other findings (not failing the run)',
    ])
      expect(first.stdout).toContain(part)
  })

  it('speaks to nobody but who typed the command', async () => {
    const job = {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'contoso/ml',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_STEP_SUMMARY: '/nowhere',
      INPUT_PROFILE: 'nonsense',
    }
    const [bare, inJob] = await Promise.all([check([]), check([], { env: job })])
    expect(inJob.stdout).toBe(bare.stdout)
    expect(bare.stdout + bare.stderr).not.toMatch(/^::|\bws-[0-9a-f]{8}|undefined|github\.com|the job/m)
    expect(readdirSync(bare.folder)).toEqual([])
    expect(bare.cloud.count('github') + bare.cloud.count('oidc')).toBe(0)
  })

  it('has colours when they are asked for', async () => {
    const { stdout } = await check(['--workspaces', 'mlw-lab'], { env: { FORCE_COLOR: '1' } })
    expect(stdout).toContain('\u001b[1;32m✓\u001b[0m')
  })

  it('as JSON is the report', async () => {
    const { exitCode, stdout } = await check(['--format', 'json', '--profile', 'cmk-required'])
    const report = JSON.parse(stdout)
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
    expect([exitCode, report.conclusion, report.workspaces.length]).toEqual([1, 'fail', 7])
    expect(report.run).toMatchObject({ event: 'command-line', repository: '', sha: '', url: '' })
  })

  it('as Markdown leads nowhere but to pages that there are', async () => {
    const { stdout } = await check(['--format', 'markdown'])
    expect(stdout).toMatch(/^## ❌ Encryption check failed/)
    const hosts = [...stdout.matchAll(/\]\(([^)]*)\)/g)].map(([, url = '']) => URL.parse(url)?.host)
    expect([...new Set(hosts)].sort()).toEqual(['learn.microsoft.com', 'portal.azure.com'])
  })

  it.each([['text'], ['json'], ['markdown']])('as %s obeys nothing that a name says', async (format) => {
    const estate = demoEstate()
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e'
    for (const { resource } of estate.entries)
      if (/jobs$/i.test(String(resource.type))) Object.assign(resource, { name: evil })
    for (const entry of estate.entries) Object.assign(entry.resource, { location: `we${evil}`, tags: { [evil]: evil } })
    const cloud = await cloudOf({ estate })
    const { stdout, stderr } = await check(['--format', format, '--fail-on-severity', 'low'], { cloud })
    expect(stdout + stderr).toMatch(plain)
  })
})

describe('files', () => {
  it('are written where they are named, and say the same', async () => {
    const names = ['html', 'json', 'markdown', 'sarif', 'csv', 'evidence'].flatMap((kind) => [
      `--${kind}-file`,
      `out/report.${kind}`,
    ])
    const { stdout, file, folder } = await check([...names, '--badge-file', 'badge.json'])
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      ['html', 'json', 'markdown', 'sarif', 'csv', 'evidence', 'sha256'].map((kind) => `report.${kind}`).sort(),
    )
    for (const kind of ['html', 'csv', 'sha256'])
      expect(stdout).toContain(`Written: ${join(folder, `out/report.${kind}`)}\n`)
    expect(validate(JSON.parse(file('out/report.json')))).toBe(true)
    expect(file('out/report.html')).toContain('Encryption check failed')
    const { driver } = JSON.parse(file('out/report.sarif')).runs[0].tool
    expect([driver.informationUri, driver.rules.filter(({ helpUri }: { helpUri?: string }) => helpUri === '')]).toEqual(
      [undefined, []],
    )
    const again = await check(['--replay-file', join(folder, 'out/report.evidence'), '--format', 'json'], {
      path: '/nowhere',
    })
    expect([again.exitCode, JSON.parse(again.stdout).conclusion, again.cloud.requests]).toEqual([1, 'fail', []])
  })

  it('what cannot be written is a warning, and the verdict stays', async () => {
    const { exitCode, stderr } = await check(['--workspaces', 'mlw-lab', '--html-file', 'taken/x.html'], {
      files: { taken: '' },
    })
    expect(stderr).toContain('warning: html-file ')
    expect(exitCode).toBe(0)
  })

  it('an earlier report is compared with', async () => {
    const { cloud, stdout } = await check(['--format', 'json'])
    const { exitCode, stdout: text } = await check(
      ['--baseline-file', 'old.json', '--fail-on-new-only', '--on-unknown', 'warn'],
      { cloud, files: { 'old.json': stdout } },
    )
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Since the baseline: 0 new, 0 fixed.')
    expect(exitCode).toBe(0)
  })
})

describe('the least Node.js that is promised', () => {
  it.runIf(process.platform === 'linux' && process.arch === 'x64')('gives the same', async () => {
    const [least, usual] = await Promise.all([check([], { program: [node22, bundle] }), check([])])
    expect(least.stdout).toBe(usual.stdout)
    expect(least.exitCode).toBe(1)
  })

  it('an older one is refused in a sentence', async () => {
    const preload = join(import.meta.dirname, 'older-node.cjs')
    const { exitCode, stderr } = await check([], { program: [process.execPath, '--require', preload, bundle] })
    expect([exitCode, stderr]).toEqual([
      2,
      'azureml-encryption-check needs Node.js 22 or newer, and this is 20.19.0.\n',
    ])
  })
})
