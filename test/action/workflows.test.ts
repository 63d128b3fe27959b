import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cloud } from '../../simulator/cloud.ts'
import { demoEstate, fixDemo } from '../../simulator/estates/demo.ts'
import { portalEstate } from '../../simulator/estates/portal.ts'
import { pullRequest, schedule } from '../../simulator/events.ts'
import { filesOf, push } from '../../simulator/git-objects.ts'
import { comments, contoso, drive, example, one, trusts } from './contoso.ts'
import { isOurs, type Workflow } from './workflow-file.ts'
import { sha256 } from './workflow-run.ts'

const config = '.github/azureml-encryption.yml'
const failed = 'Encryption check failed: The key vault can be purged (kv-fraud-cmk); 1 high-severity failure'

describe('the pull-request gate', () => {
  it('fails on what is wrong, says so in one comment, and passes after the repair', async () => {
    const { cloud, run } = await contoso(pullRequest())
    const first = one(await run('pull-request'))
    expect([first.hasFailed, first.ours.outputs.conclusion]).toEqual([true, 'fail'])
    expect(comments(cloud)).toEqual([expect.stringContaining(failed)])
    fixDemo(cloud.estate)
    expect(one(await run('pull-request')).hasFailed).toBe(false)
    expect(comments(cloud)).toEqual([expect.stringContaining('Encryption check passed')])
    expect([cloud.github.issues, filesOf(cloud.github.git, 'encryption-status')]).toEqual([[], undefined])
  })

  it('says what is new since the nightly run, and which risk the pull request accepts', async () => {
    const { cloud, run, vars } = await contoso(schedule())
    await run('nightly')
    trusts(cloud, pullRequest())
    const waivers = [
      'version: 1',
      'waivers:',
      '  - check: key-vault/purge-protection',
      '    workspace: mlw-fraud-prod',
      '    owner: data-platform',
      '    reason: until the vault moves',
      `    expires: ${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}`,
    ].join('\n')
    push(cloud.github.git, 'main', { [config]: 'version: 1\n' })
    const files = { [config]: waivers }
    const base = cloud.github.git.refs.get('refs/heads/main')
    const event = pullRequest()
    Object.assign((event.payload.pull_request as { base: object }).base, { sha: base })
    const gate = example('pull-request')
    for (const { with: given = {} } of (gate.jobs.encryption?.steps ?? []).filter(isOurs))
      given['status-branch'] = 'encryption-status'
    const { ours } = one(await drive(gate, { cloud, vars, event, files }))
    expect(ours.outputs['new-findings']).toBe('0')
    expect(comments(cloud)[0]).toMatch(/accept[\s\S]+data-platform/)
  })
})

describe('the nightly run', () => {
  it('keeps an issue, and a branch with report and badge', async () => {
    const { cloud, run } = await contoso(schedule())
    const { hasFailed, ours } = one(await run('nightly'))
    expect(hasFailed).toBe(true)
    const [issue] = cloud.github.issues
    expect([issue?.state, ours.outputs['issue-url']]).toEqual([
      'open',
      expect.stringContaining(`/issues/${issue?.number}`),
    ])
    expect(issue?.body).toContain('kv-fraud-cmk')
    const status = filesOf(cloud.github.git, 'encryption-status') ?? {}
    expect(JSON.parse(status['badge.json'] ?? '')).toMatchObject({
      color: 'red',
      message: expect.stringMatching(/^1 high · /),
    })
    expect(status['badge.svg']).toContain('1 high · ')
    expect(JSON.parse(status['report.json'] ?? '').conclusion).toBe('fail')
    expect(comments(cloud)).toEqual([])

    fixDemo(cloud.estate)
    const second = one(await run('nightly'))
    expect([second.hasFailed, second.ours.outputs['fixed-findings'] !== '0', cloud.github.issues[0]?.state]).toEqual([
      false,
      true,
      'closed',
    ])
    expect(filesOf(cloud.github.git, 'encryption-status')?.['badge.svg']).toContain('passing')
  })

  it('tells nothing of names in a public repository', async () => {
    const event = schedule()
    const { cloud, run } = await contoso(event)
    cloud.github.private = false
    await run('nightly')
    const told = [cloud.github.issues[0]?.body, ...Object.values(filesOf(cloud.github.git, 'encryption-status') ?? {})]
    expect(told.length).toBeGreaterThan(5)
    for (const text of told) expect(text).not.toMatch(/fraud|research|kv-vision/)
  })
})

it('many tenants: a matrix writes a comment per tenant, side by side', async () => {
  const event = pullRequest()
  const { cloud, run } = await contoso(event)
  const estates: Record<string, () => Cloud['estate']> = { contoso: demoEstate, fabrikam: portalEstate }
  const before = (row: Record<string, string>) => {
    const estate = estates[row.report ?? '']?.() ?? cloud.estate
    estate.tenantId = row['tenant-id'] ?? ''
    estate.identity.clientId = row['client-id'] ?? ''
    cloud.estate = estate
    trusts(cloud, event)
  }
  const runs = await run('tenants', { before })
  expect(runs.map(({ name }) => name)).toEqual(['Encryption (contoso)', 'Encryption (fabrikam)'])
  expect(runs.map(({ ours }) => ours.outputs.workspaces)).toEqual(['7', expect.stringMatching(/^[1-9]$/)])
  expect(comments(cloud).map((body) => body.split('\n')[0])).toEqual([
    '<!-- azureml-encryption-check:report:contoso -->',
    '<!-- azureml-encryption-check:report:fabrikam -->',
  ])
  expect(comments(cloud)[0]).toContain('cmk-required')
  expect(comments(cloud)[1]).not.toContain('mlw-fraud-prod')
})

it('an organisation: repositories call one workflow, and say which workspaces are theirs', async () => {
  const { cloud, run } = await contoso(pullRequest())
  const called = (uses: string) => {
    expect(uses).toMatch(/^contoso\/\.github\/\.github\/workflows\/encryption\.yml@/)
    return example('organisation')
  }
  const { ours, outputs } = one(await run('organisation-caller', { called }))
  expect([ours.outputs.workspaces, outputs.conclusion]).toEqual(['2', 'fail'])
  expect(comments(cloud)[0]).toMatch(/Findings of `medium` severity or above fail the job/)
})

it('code scanning: SARIF is uploaded although the check failed', async () => {
  const { cloud, run } = await contoso(schedule())
  const { hasFailed, uploads } = one(await run('code-scanning'))
  const { runs } = JSON.parse(uploads.get('azureml-encryption.sarif') ?? '{}')
  expect(hasFailed).toBe(true)
  expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('key-vault/purge-protection')
  expect(comments(cloud)).toEqual([])
})

it('after azure/login: the session of the Azure CLI reads Azure, and no token is asked for', async () => {
  const { cloud, run } = await contoso(pullRequest())
  one(await run('azure-login'))
  expect(comments(cloud)).toEqual([expect.stringContaining(failed)])
  expect([cloud.count('oidc'), cloud.count('token')]).toEqual([0, 0])
})

it('GitHub Enterprise Server: everything is asked of the server and leads to it', async () => {
  const { cloud, run } = await contoso(pullRequest())
  const { githubServer, githubApi, oidc } = cloud.urls
  trusts(cloud, pullRequest(), `${githubServer}/_services/token`)
  const env = { GITHUB_SERVER_URL: githubServer, GITHUB_API_URL: githubApi, ACTIONS_ID_TOKEN_REQUEST_URL: oidc }
  const { ours } = one(
    await run('enterprise-server', { env: { ...env, GITHUB_GRAPHQL_URL: `${githubServer}/api/graphql` } }),
  )
  expect(comments(cloud)).toEqual([expect.stringContaining(failed)])
  expect(comments(cloud)[0]).toContain(`](${githubServer}/contoso/ml-platform/actions/runs/9000000001)`)
  expect(ours.outputs['comment-url']).toMatch(new RegExp(`^${githubServer}/contoso/ml-platform/pull/7#`))
  const asked = cloud.requests.filter(({ kind }) => kind === 'github').map(({ host }) => host)
  expect(new Set(asked)).toEqual(new Set([new URL(githubServer).host]))
})

describe('report files', () => {
  /** A stand-in for the GitHub CLI, which knows the repository's visibility and the files of the last run. */
  function gitHubCli(cloud: Cloud, visibility: string, last: Map<string, string> = new Map()): string {
    const directory = mkdtempSync(join(cloud.directory, 'gh-'))
    const artifact = join(directory, 'artifact')
    mkdirSync(artifact)
    for (const [name, text] of last) writeFileSync(join(artifact, name), text)
    const script = `#!/bin/bash
test -n "$GH_TOKEN" || exit 4
case "$1 $2" in
  'api repos/contoso/ml-platform') echo ${visibility} ;;
  'run list') [[ "$*" == *'--branch main'* ]] && echo ${last.size > 0 ? '9000000001' : ''} ;;
  'run download') [ "$3" = 9000000001 ] && mkdir -p "\${@: -1}" && cp ${artifact}/* "\${@: -1}" ;;
  *) exit 1 ;;
esac
`
    writeFileSync(join(directory, 'gh'), script)
    chmodSync(join(directory, 'gh'), 0o755)
    return directory
  }

  it('are kept, and say what another config file would have made of them', async () => {
    const { cloud, run } = await contoso(schedule())
    const { uploads } = one(await run('report-files', { programs: gitHubCli(cloud, 'internal') }))
    expect(uploads.get('encryption.html')).toMatch(/^<!doctype html>[\s\S]+kv-fraud-cmk/i)
    expect(uploads.get('encryption.csv')).toMatch(/"key-vault\/purge-protection".*"fail","high".*kv-fraud-cmk/)

    const asked = cloud.count('resource-graph')
    const disabled = {
      [config]: 'version: 1\ndisable:\n  - { check: key-vault/purge-protection, reason: tried out }\n',
    }
    const programs = gitHubCli(cloud, 'internal', uploads)
    const { ours } = one(await run('config-change', { event: pullRequest(), programs, files: disabled }))
    expect(ours.outputs).toMatchObject({ high: '0', 'new-findings': '0' })
    expect(comments(cloud)[0]).toContain('report:config-change -->')
    expect(cloud.count('resource-graph')).toBe(asked)
  })

  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const waiver = `{ check: key-vault/purge-protection, owner: ada, reason: moves soon, expires: ${until} }`
  it.each<[string, lines: string[], rows: RegExp[]]>([
    [
      'what is disabled',
      ['disable:', '  - { check: key-vault/purge-protection, reason: tried out }'],
      [
        /^- key-vault\/purge-protection is disabled/,
        /^- \*\*No longer counted \(disabled\), was high\*\*: \[The key vault can be purged/,
      ],
    ],
    ['what is waived', ['waivers:', `  - ${waiver}`], [/^- \*\*No longer counted \(waived\), was high\*\*/]],
    [
      'what weighs more',
      ['profiles:', '  - { workspaces: ["*"], profile: cmk-required }'],
      [/^- \*\*Now high, was info\*\*: /, /^- \*\*Now medium, was low\*\*: /],
    ],
    [
      'what fails by another threshold',
      ['thresholds: { key-minimum-bits: 4096 }'],
      [/^- \*\*New\*\*, medium: \[The key is too short/],
    ],
  ])('tell of a config file %s', async (_name, lines, rows) => {
    const { cloud, run } = await contoso(schedule())
    const { uploads } = one(await run('report-files', { programs: gitHubCli(cloud, 'internal') }))
    push(cloud.github.git, 'main', { [config]: 'version: 1\n' })
    const event = pullRequest()
    const sha = cloud.github.git.refs.get('refs/heads/main')
    Object.assign((event.payload.pull_request as { base: object }).base, { sha })
    const files = { [config]: ['version: 1', ...lines, ''].join('\n') }
    await run('config-change', { event, programs: gitHubCli(cloud, 'internal', uploads), files })
    const shown = (comments(cloud)[0] ?? '').split('\n')
    for (const row of rows) expect(shown).toContainEqual(expect.stringMatching(row))
  })

  it('are attested, each as it was uploaded', async () => {
    const { cloud, run } = await contoso(schedule())
    const { uploads, attested, ours } = one(await run('report-files', { programs: gitHubCli(cloud, 'internal') }))
    const checksums = uploads.get('azureml-encryption-report.sha256') ?? ''
    expect(ours.outputs['report-digest']).toBe(`sha256:${sha256(checksums)}`)
    expect(ours.log).toContain(sha256(checksums))
    uploads.delete('azureml-encryption-report.sha256')
    expect([...attested]).toEqual([...uploads].map(([name, text]) => [name, sha256(text)]))
    expect(attested.size).toBe(4)
  })

  it.each<[string, Map<string, string>]>([
    ['no run has kept any', new Map()],
    ['what it kept is gone again', new Map([['evidence', 'gone']])],
  ])('say that there is no evidence yet: %s', async (_name, last) => {
    const { cloud, run } = await contoso(schedule())
    const programs = gitHubCli(cloud, 'internal', last)
    rmSync(join(programs, 'artifact'), { recursive: true })
    const replayed = run('config-change', { event: pullRequest(), programs })
    await expect(replayed).rejects.toThrow(
      /does not use the action\. ::notice title=No evidence yet::.* on main: run it there/,
    )
    expect(comments(cloud)).toEqual([])
  })

  it('fail for nothing that they had already', async () => {
    const { cloud, run } = await contoso(schedule())
    const { uploads } = one(await run('report-files', { programs: gitHubCli(cloud, 'internal') }))
    const programs = gitHubCli(cloud, 'internal', uploads)
    const { ours, hasFailed } = one(await run('config-change', { event: pullRequest(), programs }))
    expect(ours.outputs).toMatchObject({ conclusion: 'pass', high: '1', 'new-findings': '0' })
    expect(hasFailed).toBe(false)
    expect(ours.outputs['json-file']).toMatch(/azureml-encryption-report-config-change\.json$/)
  })

  it.each(['public', ''])('are not made where the visibility of the repository is “%s”', async (visibility) => {
    const { cloud, run } = await contoso(schedule())
    const programs = gitHubCli(cloud, visibility)
    await expect(run('report-files', { programs })).rejects.toThrow('does not use the action')
    expect(cloud.requests).toEqual([])
  })
})

describe('jobs that hand files to others', () => {
  const uses = 'OWNER/azureml-encryption-check@v1'
  const given = { 'client-id': '${{ vars.AZURE_CLIENT_ID }}', 'tenant-id': '${{ vars.AZURE_TENANT_ID }}' }
  const workflow = (run: string): Workflow => ({
    on: 'pull_request',
    jobs: {
      config: {
        permissions: {},
        env: { REASON: 'tried out' },
        steps: [
          { run },
          { uses: 'actions/upload-artifact@v7', with: { name: 'config', path: '${{ runner.temp }}/config.yml' } },
        ],
      },
      encryption: {
        needs: 'config',
        permissions: { 'id-token': 'write', contents: 'read', 'pull-requests': 'write' },
        steps: [
          { uses: 'actions/download-artifact@v8', with: { name: 'config', path: '${{ runner.temp }}/of/job' } },
          { uses, with: { ...given, 'config-file': '${{ runner.temp }}/of/job/config.yml' } },
        ],
      },
    },
  })

  it('are run in order', async () => {
    const { cloud, vars } = await contoso(pullRequest())
    const write =
      'printf "version: 1\\ndisable: [{ check: key-vault/purge-protection, reason: $REASON }]\\n" > "$RUNNER_TEMP/config.yml"'
    const { ours } = one(await drive(workflow(write), { cloud, vars, event: pullRequest() }))
    expect(ours.outputs).toMatchObject({ high: '0' })
  })

  it('are not run after one that failed', async () => {
    const { cloud, vars } = await contoso(pullRequest())
    expect(await drive(workflow('exit 1'), { cloud, vars, event: pullRequest() })).toEqual([])
  })
})
