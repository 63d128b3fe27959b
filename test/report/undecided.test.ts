import { describe, expect, it } from 'vitest'
import type { Finding, Missing, PlanReport, Report } from '../../src/model.ts'
import { pseudonymous } from '../../src/pseudonym/publish.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { renderComment } from '../../src/report/markdown/markdown.ts'
import { terminalReport } from '../../src/report/terminal/terminal.ts'
import { verdict } from '../../src/report/view/verdict.ts'
import { withParts } from '../../src/scan/plans.ts'
import { evidenceOf } from '../checklist/builder.ts'
import {
  block,
  context,
  examples,
  finding,
  htmlContext,
  ids,
  missingVault,
  plan,
  policy,
  report,
  rowOf,
  workspace,
} from './builder.ts'

const { purge, unreadable } = examples

describe('what could not be decided', () => {
  const research = workspace('mlw-research', [
    unreadable('key-vault/purge-protection', { severity: 'high' }),
    unreadable('key-vault/rbac-authorization'),
    unreadable('key-vault/soft-delete', { severity: 'info' }),
  ])
  const missing = [missingVault(), missingVault({ action: 'Microsoft.KeyVault/vaults/keys/read' })]
  const incomplete = report({ conclusion: 'incomplete', workspaces: [research], percent: 88.8, missing })

  const allAsked = { ...incomplete, coverage: { ...incomplete.coverage, percent: 100 } }

  it('leads to an incomplete verdict', () => {
    const comment = renderComment(incomplete, context())
    expect(comment).toContain('\n## ⚠️ Encryption check could not decide 1 check of high severity\n')
    expect(comment).toContain(
      'No check that could be decided fails at **high** severity. **88.8 %** of the evidence could be read.',
    )
    expect(rowOf(comment, '**mlw-research**')).toBe('| **mlw-research** | ⚠️\u00a0**?** |')
  })

  it.each([
    ['comment', () => renderComment(allAsked, context())],
    ['page', () => [...htmlReport(allAsked, htmlContext(allAsked))].join('')],
    ['terminal', () => terminalReport(allAsked, context(), { width: 500, hasColours: false }, [])],
  ])('%s: does not say that all could be read where all that was asked for could be, but not all that is needed', (_, shown) => {
    const text = shown()
    expect(text).not.toMatch(/All evidence|100 % of the evidence/)
    expect(text).toContain('kv-research')
  })

  const variables = missingVault({
    resource: `${ids.workspace('mlw')}/jobs/train`,
    reason: 'not-observable',
    action: null,
    scope: null,
    message: 'Its variables were not looked through.',
    usedBy: [],
  })
  const ofPlan = plan([], {
    notLookedInto: [{ address: 'azurerm_key_vault.kv-fraud', reason: 'kv-fraud is not known.' }],
  })
  const gap = report({ conclusion: 'pass', workspaces: [workspace('mlw')], missing: [variables] })
  const beside = (plan: PlanReport) => ({ ...gap, plan, coverage: withParts(gap.coverage, plan) })

  it.each<[string, Report]>([
    ['without a plan', gap],
    ['beside a plan', beside(plan([]))],
    ['beside a part of a plan', beside(ofPlan)],
    ['under pseudonyms', pseudonymous([evidenceOf()], '42', [])(beside(ofPlan))],
  ])('shows a gap of what is live, though no check rests on it: %s', (_, shown) => {
    const comment = renderComment(shown, context())
    const terminal = terminalReport(shown, context(), { width: 500, hasColours: false }, [])
    const page = [...htmlReport(shown, htmlContext(shown))].join('')
    const [, undecided = ''] = comment.split('<b>Undecided</b>')
    const told = [
      undecided,
      terminal.slice(terminal.indexOf('\nUndecided\n')),
      page.slice(page.indexOf('id="coverage"')),
    ]
    for (const part of told) expect(part).toContain('Its variables were not looked through.')
    expect(comment + terminal + page).not.toContain('All evidence could be read')
    expect(undecided + told[1]).not.toContain('is not known')
  })

  it('names resource, user and permissions once, and counts the open checks', () => {
    const told = block(renderComment(incomplete, context()), '### Undecided')
    expect(told).toContain('**1 of 2 undecided findings is of high severity, so the job fails.**')
    expect(told).toContain(
      '- `kv-research` (key vault), used by **mlw-research**: the identity of this run lacks `Microsoft.KeyVault/vaults/read` and `Microsoft.KeyVault/vaults/keys/read`. 2 findings are undecided, the worst of **high** severity.',
    )
  })

  it('gives one command for the role that is missing', () => {
    const command = (assignee: string) =>
      [
        '```sh',
        'az role assignment create --role Reader \\',
        `  --assignee ${assignee} \\`,
        `  --scope ${ids.group('rg-shared-vaults')}`,
        '```',
      ].join('\n')
    expect(renderComment(incomplete, context())).toContain(command('c11e4700-0000-4000-8000-000000000001'))
    expect(renderComment(incomplete, context({ assignee: null }))).toContain(command("'<client-id>'"))
  })

  it('says when the job passes nevertheless', () => {
    const lenient = renderComment(incomplete, context({ policy: { ...policy, onUnknown: 'warn' } }))
    expect(lenient).toContain('## ⚠️ Encryption check could not decide 1 check of high severity (the job does not fail)')
    expect(lenient).toContain('The job does not fail: `on-unknown: warn`.')
    expect(lenient).toContain(
      '1 of 2 undecided findings is of high severity, but `on-unknown: warn` keeps the job from failing.',
    )
    const warnOnly = renderComment(incomplete, context({ policy: { ...policy, warnOnly: true } }))
    expect(warnOnly).toContain('but `warn-only: true` keeps the job from failing.')
  })

  it('says when none of it fails the job, and folds it when the check passed', () => {
    const low = workspace('mlw-research', [unreadable('key-vault/rbac-authorization')])
    const missing = [missingVault()]
    const passed = renderComment(report({ workspaces: [low], percent: 97, missing }), context())
    expect(passed).toContain('<summary><b>Undecided</b>: 1 finding, none of which fails the job</summary>')
    expect(passed).toContain('1 finding is undecided, of **medium** severity.')
    const failed = { conclusion: 'fail' as const, percent: 97, missing }
    expect(renderComment(report({ ...failed, workspaces: [workspace('mlw', [purge()]), low] }), context())).toContain(
      '1 finding is undecided, which does not fail the job (`fail-on-severity: high`).',
    )
  })

  it('says when no check depends on it', () => {
    const rest = { percent: 97, missing: [missingVault()] }
    const failed = report({ ...rest, conclusion: 'fail', workspaces: [workspace('mlw', [purge()])] })
    expect(renderComment(failed, context())).toContain('No check depends on it.')
    expect(renderComment(report({ ...rest, workspaces: [workspace('mlw')] }), context())).toContain(
      '<b>Undecided</b>: no check depends on it',
    )
  })

  it('says what only recommendations depend on, also beside what fails the job', () => {
    const advice = workspace('mlw-research', [unreadable('key-vault/soft-delete', { severity: 'info' })])
    const of = (...workspaces: ReturnType<typeof workspace>[]) => ({
      workspaces,
      percent: 97,
      missing: [missingVault()],
    })
    const line = /`kv-research` \(key vault\), used by .*vaults\/read`\. Only recommendations depend on it\./
    const passed = renderComment(report(of(advice)), context())
    expect(passed).toMatch(line)
    expect(passed).toContain('<b>Undecided</b>: recommendations only')
    const failed = renderComment(report({ ...of(workspace('mlw', [purge()]), advice), conclusion: 'fail' }), context())
    expect(failed).toMatch(line)
    expect(failed).toContain('### Undecided\n\nOnly recommendations depend on it.')
    expect(passed + failed).not.toMatch(/other reasons|No check depends/)
  })

  it('says when all of it does', () => {
    const one = report({
      conclusion: 'incomplete',
      workspaces: [workspace('mlw-research', [unreadable('key-vault/purge-protection', { severity: 'high' })])],
    })
    expect(renderComment(one, context())).toContain('**The undecided finding is of high severity, so the job fails.**')
    const checks = ['key-vault/purge-protection', 'key-vault/soft-delete']
    const two = report({
      conclusion: 'incomplete',
      workspaces: [
        workspace(
          'mlw-research',
          checks.map((id) => unreadable(id, { severity: 'low' })),
        ),
      ],
    })
    const comment = renderComment(two, context({ policy: { ...policy, failOnSeverity: 'low' } }))
    expect(comment).toContain('could not decide 2 checks of low or higher severity')
    expect(comment).toContain('**Both undecided findings are of low severity or above, so the job fails.**')
  })

  it('lists checks that no permission would decide, by reason', () => {
    const unseen = (overrides: object) =>
      finding('key/rotation-policy', ids.key('kv', 'cmk'), { status: 'unknown', severity: 'medium', ...overrides })
    const one = workspace('mlw', [
      unseen({ reason: 'property-absent' }),
      unseen({ reason: 'not-observable', resource: ids.key('kv', 'other') }),
    ])
    const comment = renderComment(report({ workspaces: [one] }), context())
    expect(comment).toMatch(
      /\| Medium \| \[The key rotates by itself\]\(.*\) \| `kv\/cmk` \| Azure does not return the property \|/,
    )
    expect(comment).toMatch(/\| Medium \| \[The key rotates by itself\]\(.*\) \| `kv\/other` \| no API shows it \|/)
  })

  it('counts a key to the vault that could not be read', () => {
    const key = finding('key/readable', `${ids.vault('kv-research', 'rg-shared-vaults')}/keys/cmk`, {
      status: 'unknown',
      severity: 'high',
      missing: ids.vault('kv-research', 'rg-shared-vaults'),
    })
    const comment = renderComment(
      report({ conclusion: 'incomplete', workspaces: [workspace('mlw', [key])], missing: [missingVault()] }),
      context(),
    )
    expect(comment).toContain('1 finding is undecided, of **high** severity.')
  })

  it('puts many resources of a kind into one line, and folds many commands', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      missingVault({
        resource: ids.vault(`kv-${index}`, `rg-${index}`),
        scope: ids.group(`rg-${index}`),
        usedBy: [ids.workspace(`mlw-${index}`)],
      }),
    )
    const comment = renderComment(report({ workspaces: [workspace('mlw')], percent: 90, missing: many }), context())
    expect(comment).toContain(
      '- `kv-0`, `kv-1`, `kv-2` and 27 more (key vault), used by **mlw-0**, **mlw-1**, **mlw-2** and 27 more workspaces: the identity of this run lacks',
    )
    expect(comment).toContain(
      '<details><summary><b>Give the identity of this run the Reader role</b> at 30 scopes</summary>',
    )
    expect(comment.match(/^az role assignment create/gm)).toHaveLength(20)
    expect(comment).toContain('… and 10 more scopes.')
  })

  it('cuts off a long list of targets', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      missingVault({
        resource: `mlw-${index}`,
        reason: 'not-visible',
        action: null,
        scope: null,
        usedBy: [],
        named: true,
        message: `No workspace is called mlw-${index}.`,
      }),
    )
    const comment = renderComment(
      report({ conclusion: 'incomplete', workspaces: [workspace('mlw')], missing: many }),
      context(),
    )
    expect(comment).toContain('could not find or access everything that was named')
    expect(comment).toContain('- `mlw-0`: No workspace is called mlw-0.\n')
    expect(comment).toContain('\n- … and 10 more\n')
    expect(comment).toContain('_Not shown here: 10 unreadable resources;')
  })

  it('keeps the command usable when names are not published', () => {
    const hidden = [missingVault({ resource: 'kv-1a2b3c4d', scope: 'rg-5e6f7a8b' })]
    const comment = renderComment(
      report({ workspaces: [workspace('mlw')], percent: 90, missing: hidden }),
      context({ assignee: null }),
    )
    expect(comment).toContain("--scope '<resource id of rg-5e6f7a8b>'")
  })
})

describe('when no workspace was found', () => {
  const nothing = report({
    conclusion: 'incomplete',
    percent: null,
    missing: [
      missingVault({
        resource: 'rg-typo/mlw-*',
        reason: 'not-visible',
        action: null,
        scope: null,
        usedBy: [],
        named: true,
        message: 'Nothing is called rg-typo/mlw-*.',
      }),
    ],
  })

  it('says so, and what was looked for', () => {
    const comment = renderComment(nothing, context())
    expect(comment).toContain(
      '## ⚠️ Encryption check found no Azure Machine Learning workspace\n\nNothing was checked. What cannot be seen does not count as passed.\n',
    )
    expect(comment).toContain(
      '**The job fails because something that the workflow names could not be found or accessed.**',
    )
    expect(comment).toContain('- `rg-typo/mlw-*`: Nothing is called rg-typo/mlw-\\*.')
    expect(comment).not.toContain('Everything that was checked')
  })

  it.each<[string, Partial<Missing>, string]>([
    [
      'the list could not be read',
      { reason: 'throttled', message: 'The list of workspaces could not be read: Slow down.' },
      ': The list of workspaces could not be read: Slow down',
    ],
    ['a subscription may not be read', { reason: 'forbidden', message: 'It lacks x.' }, ': It lacks x'],
    [
      'what others wrote',
      { reason: 'timeout', message: `Late.\u202e\n${'x'.repeat(500)}` },
      `: Late. ${'x'.repeat(194)} …`,
    ],
    ['nothing can be seen', { reason: 'not-visible', message: 'Nothing is visible.' }, ''],
    ['nothing is there', { reason: 'absent', message: 'There is none.' }, ''],
  ])('the sentence that fails the job says why: %s', (_, missing, cause) => {
    const [only] = nothing.coverage.missing
    const report = { ...nothing, coverage: { ...nothing.coverage, missing: [{ ...(only as Missing), ...missing }] } }
    expect(verdict(report, context())).toBe(`Encryption check found no Azure Machine Learning workspace${cause}`)
  })

  it('lets the job pass when it may', () => {
    const comment = renderComment(nothing, context({ policy: { ...policy, onUnknown: 'warn' } }))
    expect(comment).toContain('found no Azure Machine Learning workspace (the job does not fail)')
    expect(comment).toContain(
      'The result is incomplete because something that the workflow names could not be found or accessed.',
    )
  })
})

describe('no more is said than was read', () => {
  const users = [ids.workspace('mlw-research')]
  const host = (name: string) =>
    missingVault({
      resource: `https://${name}`,
      reason: 'not-visible',
      scope: null,
      message: `The vault behind ${name} is not visible.`,
      usedBy: users,
    })
  const account = (name: string) =>
    missingVault({
      resource: `storage account ${name}`,
      reason: 'not-visible',
      action: 'Microsoft.Storage/storageAccounts/read',
      scope: null,
      usedBy: users,
    })
  const told = (missing: Missing[], findings: Finding[] = []) =>
    block(
      renderComment(
        report({ conclusion: 'incomplete', workspaces: [workspace('mlw-research', findings)], missing, percent: 90 }),
        context(),
      ),
      '### Undecided',
    )

  it('of a vault that has only a host, with the way to find it instead of a grant', () => {
    const text = told([host('kv-lake.vault.azure.net')])
    expect(text).toContain(
      '- `kv-lake.vault.azure.net` (key vault), used by **mlw-research**: the identity of this run cannot see it: either a permission is missing, or it is in another tenant.',
    )
    expect(text).not.toMatch(/lacks|az role assignment create/)
    expect(text).toContain(
      "az graph query --graph-query \"resources | where type =~ 'microsoft.keyvault/vaults' and name in~ ('kv-lake') | project id\"",
    )
    expect(text).toContain('ask the owners of the workspaces that use them')
  })

  it('of several that have only a name, in one line and one search for each kind', () => {
    const text = told([account('stone'), account('sttwo'), host('hsm.managedhsm.azure.net')])
    expect(text).toContain(
      '- `stone` and `sttwo` (storage account), used by **mlw-research**: the identity of this run cannot see them: either a permission is missing, or they are in another tenant.',
    )
    expect(text).toContain("'microsoft.storage/storageaccounts' and name in~ ('stone', 'sttwo')")
    expect(text).toContain("'microsoft.keyvault/managedhsms' and name in~ ('hsm')")
  })

  it('and a pseudonym or an odd name does not get into a command', () => {
    expect(told([host('kv-1a2b3c4d')])).toContain("name in~ ('<name of kv-1a2b3c4d>')")
    expect(told([account("st') | take 1")])).not.toContain('az graph query')
  })

  it('of a subscription that cannot be seen: a grant that may help', () => {
    const text = told([
      missingVault({
        reason: 'not-visible',
        message: 'It is in a subscription that the identity of this run cannot see.',
      }),
    ])
    expect(text).toContain('It is in a subscription that the identity of this run cannot see.')
    expect(text).not.toContain('lacks')
    expect(text).toContain(
      'which may be in another tenant. If they turn out to be in this tenant, give the identity the Reader role there:\n\n```sh\naz role assignment create',
    )
  })

  it('of another tenant: no command', () => {
    const text = told([
      missingVault({
        reason: 'not-visible',
        action: null,
        scope: null,
        message: 'The vault belongs to another tenant.',
      }),
    ])
    expect(text).toContain('The vault belongs to another tenant.')
    expect(text).not.toContain('```')
  })
})

describe('what one grant settles', () => {
  const vault = ids.vault('kv-research', 'rg-shared-vaults')
  const render = (missing: Missing[], findings: Finding[] = []) =>
    renderComment(
      report({ conclusion: 'incomplete', workspaces: [workspace('mlw', findings)], missing, percent: 90 }),
      context(),
    )

  it('stands together: a vault and its keys', () => {
    const key = missingVault({
      resource: `${vault}/keys/cmk`,
      action: 'Microsoft.KeyVault/vaults/keys/read',
      scope: vault,
    })
    const findings = [
      unreadable('key-vault/soft-delete'),
      finding('key/readable', `${vault}/keys/cmk`, {
        status: 'unknown',
        severity: 'high',
        missing: `${vault}/keys/cmk`,
      }),
    ]
    const rows = render([missingVault({ scope: vault }), key], findings)
      .split('\n')
      .filter((line) => line.startsWith('- '))
    expect(rows).toEqual([
      expect.stringMatching(
        /^- `kv-research` and `kv-research\/cmk`.*2 findings are undecided, the worst of \*\*high\*\* severity\.$/,
      ),
    ])
  })

  it('has with it what a hidden resource leaves open of the workspace or of a key', () => {
    const account = ids.storage('stdata')
    const hidden = [
      finding('key/readable', ids.workspace('mlw'), {
        status: 'unknown',
        severity: 'medium',
        message: 'stdata could not be read, so nobody knows.',
        missing: account.toUpperCase(),
      }),
      finding('key/expiry-set', ids.key('kv', 'cmk'), { status: 'unknown', severity: 'low', missing: account }),
    ]
    const comment = render([missingVault({ resource: account, scope: account })], hidden)
    expect(comment).toMatch(
      /^- `stdata` \(storage account\), .* 2 findings are undecided, the worst of \*\*medium\*\* severity\.$/m,
    )
    expect(comment).not.toContain('| Severity | Undecided |')
  })

  it('is not repeated below a wider scope, in any case', () => {
    const [subscription = ''] = /^\/subscriptions\/[^/]+/.exec(vault) ?? []
    const at = (resource: string, scope: string) => missingVault({ resource, scope })
    const scopes = [vault, ids.group('rg-x').toUpperCase(), subscription, ids.vault('kv-2'), `${subscription}0`]
    const comment = render(scopes.map((scope, index) => at(ids.vault(`kv-${index}`), scope)))
    expect([...comment.matchAll(/--scope (\S+)$/gm)].map(([, scope]) => scope)).toEqual([
      subscription,
      `${subscription}0`,
    ])
  })

  it('is said apart from what is undecided for other reasons', () => {
    const other = finding('key/rotation-policy', ids.key('kv', 'cmk'), {
      status: 'unknown',
      severity: 'low',
      reason: 'not-observable',
    })
    expect(render([missingVault()], [unreadable('key-vault/soft-delete'), other])).toContain(
      '\n\n1 finding is undecided for other reasons:\n\n| Severity | Undecided |',
    )
  })
})
