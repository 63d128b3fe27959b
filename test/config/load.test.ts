import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { act, cloudOf } from '../action/act.ts'

/** A checkout that holds a config file. */
function checkout(text: string, name = '.github/azureml-encryption.yml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'))
  mkdirSync(join(folder, '.github'))
  writeFileSync(join(folder, name), text)
  return folder
}

const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const waiver = (expires: string) =>
  `version: 1\nwaivers:\n  - { check: key-vault/purge-protection, resource: kv-fraud-cmk, owner: data-platform, reason: soon, ticket: SEC-7, expires: ${expires} }\n`

describe('the config file', () => {
  it('is optional, and every report says that there is none', async () => {
    const { summary, comment, report } = await act(await cloudOf(), { inputs: { workspaces: 'mlw-lab' } })
    expect(report?.run.config).toBeNull()
    for (const text of [summary, comment]) expect(text).toContain('No config file; profile `baseline`')
  })

  it('accepts a risk with an owner and an end, and shows it', async () => {
    const workspaceDir = checkout(waiver(inAMonth))
    const { outputs, comment, report } = await act(await cloudOf(), { workspaceDir, inputs: { 'on-unknown': 'warn' } })
    expect(outputs).toMatchObject({ conclusion: 'incomplete', high: '0', waived: '1' })
    expect(comment).toContain('data-platform')
    expect(comment).toContain(inAMonth)
    const sha256 = createHash('sha256').update(waiver(inAMonth)).digest('hex')
    expect(report?.run.config).toEqual({ path: '.github/azureml-encryption.yml', sha256 })
    const waived = report?.workspaces.flatMap(({ findings }) => findings).filter(({ status }) => status === 'waived')
    expect(waived).toMatchObject([
      {
        check: 'key-vault/purge-protection',
        waiver: { owner: 'data-platform', expires: inAMonth, ticket: 'SEC-7', line: 3 },
      },
    ])
  })

  it('says whose waiver ran out, and fails again', async () => {
    const { outputs, report, comment } = await act(await cloudOf(), { workspaceDir: checkout(waiver(yesterday)) })
    expect(outputs).toMatchObject({ conclusion: 'fail', high: '1', waived: '0' })
    expect(JSON.stringify(report)).toContain(`The waiver of data-platform ran out on ${yesterday}.`)
    expect(comment).toContain('expired')
  })

  it('chooses the profile by tag, replaces severities, and turns checks off', async () => {
    const text = `version: 1
profiles:
  - { tags: { data: sensitive }, profile: cmk-required }
severity: { storage/minimum-tls: high, key-vault/*: info }
disable:
  - { check: workspace/high-business-impact, reason: no sensitive data }
`
    const { report, outputs } = await act(await cloudOf(), { workspaceDir: checkout(text) })
    const workspace = (name: string) => report?.workspaces.find((each) => each.name === name)
    expect([workspace('mlw-fraud-prod')?.profile, workspace('mlw-lab')?.profile]).toEqual(['cmk-required', 'baseline'])
    expect(workspace('mlw-research')?.findings.find(({ check }) => check === 'storage/minimum-tls')?.severity).toBe(
      'high',
    )
    expect(workspace('mlw-lab')?.others['not-applicable'].disabled).toContain('workspace/high-business-impact')
    expect(outputs.conclusion).toBe('fail')
  })

  it.each([
    [
      'every mistake at once, with its place',
      'version: 2\nsevrity: {}\n',
      /azureml-encryption\.yml:1:\d+[\s\S]*azureml-encryption\.yml:2:1/,
    ],
    ['no YAML at all', '{{{', /azureml-encryption\.yml:1:/],
  ])('stops the run before anything is asked of Azure: %s', async (_name, text, message) => {
    const cloud = await cloudOf()
    const { exitCode, annotations } = await act(cloud, { workspaceDir: checkout(text) })
    expect(exitCode).toBe(1)
    expect(annotations.at(-1)?.message).toMatch(message)
    expect(cloud.requests.filter(({ kind }) => kind !== 'github')).toEqual([])
  })

  it.each([
    [
      'the file is a link',
      (folder: string, outside: string) => symlinkSync(outside, join(folder, 'policy.yml')),
      'policy.yml',
    ],
    [
      'its folder is a link',
      (folder: string, outside: string) => symlinkSync(dirname(outside), join(folder, 'policies')),
      'policies/token',
    ],
  ])('is not read where %s that leads out of the checkout', async (_, link, name) => {
    const workspaceDir = checkout('version: 1\n')
    const outside = join(mkdtempSync(join(tmpdir(), 'outside-')), 'token')
    writeFileSync(outside, 'a-token-of-one-line')
    link(workspaceDir, outside)
    const { exitCode, annotations, log } = await act(await cloudOf(), { workspaceDir, inputs: { 'config-file': name } })
    expect(exitCode).toBe(1)
    expect(annotations.at(-1)?.message).toMatch(/is not read: the path follows a symbolic link out of the workspace/)
    expect(log).not.toContain('a-token')
  })

  it('does not let a report be written through a link', async () => {
    const workspaceDir = checkout('version: 1\n')
    mkdirSync(join(workspaceDir, '.git'))
    writeFileSync(join(workspaceDir, '.git/config'), 'theirs')
    symlinkSync('.git/config', join(workspaceDir, 'report.json'))
    const { annotations } = await act(await cloudOf(), { workspaceDir, inputs: { 'json-file': 'report.json' } })
    expect(readFileSync(join(workspaceDir, '.git/config'), 'utf8')).toBe('theirs')
    expect(annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^json-file .* could not be written \(a symbolic link is in its place/),
    )
  })

  it('that is named and missing stops the run', async () => {
    const cloud = await cloudOf()
    const { exitCode, annotations } = await act(cloud, { inputs: { 'config-file': 'policy/encryption.yml' } })
    expect(exitCode).toBe(1)
    expect(annotations.at(-1)?.message).toMatch(/policy\/encryption\.yml does not exist.*actions\/checkout/)
    expect(cloud.requests.filter(({ kind }) => kind !== 'github')).toEqual([])
  })
})
