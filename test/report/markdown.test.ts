import { describe, expect, it } from 'vitest'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import { block, context, examples, finding, ids, policy, report, rowOf, waiver, workspace } from './builder.ts'

const { purge, tls, admin, expiry, localAuth, unreadable } = examples

const computes = ['cpu', 'gpu', 'dev-anna', 'dev-bo', 'dev-cy']
const fraud = workspace('mlw-fraud-prod', [
  purge('kv-fraud-cmk', { new: true }),
  admin(),
  expiry(),
  ...computes.map((name) => localAuth(name)),
])

describe('a comment about a failure', () => {
  const failing = report({
    conclusion: 'fail',
    workspaces: [fraud, workspace('mlw-lab')],
    new: 1,
    fixed: 2,
    percent: 98.2,
  })
  const comment = renderComment(failing, context({ notes: ['No config file; profile `baseline`.'] }))

  it('begins with the marker, then says the verdict and the worst finding', () => {
    expect(comment.split('\n').slice(0, 2)).toEqual([
      '<!-- azureml-encryption-check:report:default -->',
      '## ❌ Encryption check failed: The key vault can be purged (kv-fraud-cmk); 1 high-severity failure',
    ])
  })

  it('puts it into context in one paragraph', () => {
    expect(comment).toContain(
      '2 Azure Machine Learning workspaces. Since the baseline: **1 new**, 2 fixed. **98.2 %** of the evidence could be read. No config file; profile `baseline`.',
    )
  })

  it('shows workspaces down and systems across, worst first', () => {
    expect(block(comment, '| Workspace |')).toMatchInlineSnapshot(`
      "| Workspace | Keys | Vaults | Registry | Compute |
      | :- | :-: | :-: | :-: | :-: |
      | **mlw-fraud-prod** | low | ❌ **high** | medium | low |
      | **mlw-lab** | ✓ | ✓ | ✓ | ✓ |

      <sub>high, medium, low: severity of the worst failed check · ✓: passed · passed everywhere: Workspace, Storage, Diagnostics, Datastores, Endpoints and Secrets in plain sight</sub>
      "
    `)
  })

  it('tells what is wrong, on what, who uses it, why it matters, what was read and how to fix it', () => {
    const told = block(comment, '#### ❌ Purge protection is not enabled on the vault of the customer-managed key')
    expect(told).toContain('**High · new** · `kv-fraud-cmk` (key vault), used by **mlw-fraud-prod**')
    expect(told).toContain('Whoever may delete this vault can destroy the key for good')
    expect(told).toContain('Read: `properties.enablePurgeProtection` is not set')
    expect(told).toContain('```sh\naz keyvault update --name kv-fraud-cmk \\\n  --resource-group rg-fraud \\\n')
    expect(told).toContain(
      '[About this check](https://github.com/OWNER/azureml-encryption-check/blob/v1.0.0/docs/checklist.md#key-vault-purge-protection)',
    )
    expect(told).toContain(`[Azure portal](https://portal.azure.com/#resource${ids.vault('kv-fraud-cmk')})`)
  })

  it('gives a check below the gate one row, whatever the number of resources', () => {
    expect(rowOf(comment, 'A compute accepts local accounts')).toMatch(
      /^\| Low \| \[.*\| `cpu`, `gpu`, `dev-anna` and 2 more \(only at creation\) \|$/,
    )
    expect(rowOf(comment, 'The admin user of the container registry is enabled')).toMatch(/^\| Medium \|/)
  })

  it('folds the fixes of those rows, sentences apart from commands', () => {
    const folded = comment.slice(comment.indexOf('<b>How to fix them</b>'))
    expect(folded).toContain(
      '**The admin user is enabled** · `crfraudprod`\n\nLet the computes pull images with a managed identity first, then\n\n```sh\naz acr update',
    )
    expect(folded).toContain(
      '**Local accounts are accepted** · `cpu`, `gpu`, `dev-anna` and 2 more\n\nCreate the compute again without local accounts.\n',
    )
  })

  it('folds everything that was checked, system by system', () => {
    expect(comment).toContain(
      '<details><summary><b>Everything that was checked</b>: 38 passed, 8 failed, 6 guaranteed by the platform</summary>',
    )
    expect(comment).toContain('| | mlw-fraud-prod | mlw-lab |')
    expect(comment).toContain('| Profile | `baseline` | `baseline` |')
    expect(comment).toContain('| Key vaults | ❌ **high** | ✅ passed |')
    expect(comment).toContain('| Container registry | medium | ✅ passed |')
    expect(comment).toContain('| Platform | guaranteed by the platform | guaranteed by the platform |')
    expect(comment).toContain('Not used: Metadata stores, Kubernetes and Databricks.')
    expect(comment).toContain('Guaranteed by the platform: [Azure encrypts storage at rest](')
  })

  it('ends with version, run, commit and time', () => {
    expect(comment.trimEnd().split('\n').at(-1)).toBe(
      '<sub>[azureml-encryption-check 1.0.0](https://github.com/OWNER/azureml-encryption-check/blob/v1.0.0/README.md) · [this run](https://github.com/contoso/ml-platform/actions/runs/19612345678) · [`8c1f02a`](https://github.com/contoso/ml-platform/commit/8c1f02a9d4e6b7385fa1c20d9e8b7a6c5d4e3f21) · 2026-11-23 21:40 UTC</sub>',
    )
  })

  it('does not hide that nothing can be linked to', () => {
    const bare = { ...failing, run: { ...failing.run, url: '', sha: '' } }
    expect(renderComment(bare, context()).trimEnd().split('\n').at(-1)).toMatch(
      /README\.md\) · this run · 2026-11-23 21:40 UTC/,
    )
  })
})

describe('a comment about a success', () => {
  it('is short', () => {
    const comment = renderComment(report({ workspaces: [workspace('mlw-fraud-prod')], new: 0, fixed: 0 }), context())
    expect(comment).toContain(
      '## ✅ Encryption check passed: 1 workspace\n\nNo finding of **high** severity. Nothing changed since the baseline. All evidence could be read.\n',
    )
    expect(comment).not.toContain('\n###')
  })

  it('folds what is below the gate', () => {
    const workspaces = [workspace('mlw', [admin(), tls('st1'), tls('st2'), expiry({ severity: 'info' })])]
    const comment = renderComment(report({ workspaces, new: 0, fixed: 1 }), context())
    expect(comment).toContain('Since the baseline: nothing new, 1 fixed.')
    expect(comment).toContain(
      '<details><summary><b>Other findings (they do not fail the job)</b>: 1 medium, 2 low</summary>',
    )
    expect(comment).toContain('1 recommendation is not listed here.\n\n</details>')
    expect(comment).not.toContain('The key has an expiry date')
  })

  it('has no fixes where nobody can do anything', () => {
    const comment = renderComment(report({ workspaces: [workspace('mlw', [admin('cr', { steps: [] })])] }), context())
    expect(comment).toContain('Other findings (they do not fail the job)')
    expect(comment).not.toContain('How to fix')
  })

  it('counts recommendations, failed or open, where there is nothing else', () => {
    const one = workspace('mlw', [
      expiry({ severity: 'info' }),
      unreadable('key-vault/soft-delete', { severity: 'info' }),
    ])
    const comment = renderComment(report({ workspaces: [one] }), context())
    expect(comment).toContain('2 recommendations are not listed here.')
    expect(comment).toContain('| **mlw** | info | info |')
    expect(comment).toContain('| Keys | info |')
    expect(comment).toContain('| Key vaults | undecided (info) |')
    expect(comment).toContain('</b>: 19 passed, 2 recommendations, 3 guaranteed by the platform')
  })

  it('names the threshold when it is lower', () => {
    const comment = renderComment(
      report({ workspaces: [workspace('mlw')] }),
      context({ policy: { ...policy, failOnSeverity: 'medium' } }),
    )
    expect(comment).toContain('No finding of **medium** severity or above.')
  })

  it('owns up to what is known when only new findings count', () => {
    const comment = renderComment(
      report({ workspaces: [workspace('mlw', [purge('kv', { new: false })])], new: 0, fixed: 0 }),
      context(),
    )
    expect(comment).toContain('Encryption check passed: 1 workspace, nothing new besides 1 high-severity failure')
    expect(comment).toContain('<b>Other findings (they do not fail the job)</b>: 1 high')
  })
})

describe('lenient policies', () => {
  it('warn-only shows failures and says that the job does not fail', () => {
    const comment = renderComment(
      report({ conclusion: 'fail', workspaces: [fraud] }),
      context({ policy: { ...policy, warnOnly: true } }),
    )
    expect(comment).toContain('## ⚠️ Encryption check failed (the job does not fail): The key vault can be purged')
    expect(comment).toContain('The job does not fail: `warn-only: true`.')
    expect(comment).toContain('### What would fail the job')
    expect(comment).toContain('#### ⚠️ Purge protection')
    expect(rowOf(comment, 'mlw-fraud-prod')).toContain('| ⚠️\u00a0**high** |')
  })

  it('fail-on-severity: never is not called a pass when there are findings', () => {
    const never = context({ policy: { ...policy, failOnSeverity: 'never' } })
    const comment = renderComment(report({ workspaces: [fraud] }), never)
    expect(comment).toContain('## ⚠️ Encryption check reports 8 failures (1 high, 1 medium, 6 low) in 1 workspace\n')
    expect(comment).toContain('No finding fails the job: `fail-on-severity: never`.')
    expect(comment).toContain('### Findings\n')
    expect(renderComment(report({ workspaces: [workspace('mlw')] }), never)).toContain(
      '## ✅ Encryption check passed: 1 workspace\n',
    )
  })
})

it('a skipped run says that nothing was checked, and why', () => {
  const comment = renderComment(report({ conclusion: 'skipped', percent: null }), context())
  expect(comment).toContain('## ⏭️ Encryption check skipped: this run has no identity in Azure')
  expect(comment).toContain('No workspace was checked')
  expect(comment).toContain('pull requests from forks or from Dependabot')
  expect(comment.length).toBeLessThan(1000)
})

describe('room', () => {
  const huge = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      workspace(`mlw-${index}`, [
        purge(`kv-${index}`, { message: `Purge protection is not enabled: ${'ü'.repeat(200)}${index}` }),
        admin(`cr${index}`),
        tls(`st${index}`),
        unreadable('key-vault/soft-delete', { severity: 'high' }),
        finding('storage/shared-key', ids.storage(`st${index}`), {
          status: 'waived',
          waiver: waiver(`team-${index}`, 'é'.repeat(290), '2027-01-01'),
        }),
      ]),
    )

  it('is kept to with 5,000 workspaces, and the worst stays', () => {
    const estate = report({ conclusion: 'fail', workspaces: huge(5000), percent: 90 })
    const comment = renderComment(estate, context())
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_000)
    expect(comment).toContain('; 5,000 high-severity failures')
    expect(comment).toContain('- `kv-0` (key vault)')
    expect(comment).toMatch(/_Not shown here: .* findings.*_\n\n<sub>/)
    const summary = renderSummary(estate, context({ details: null }))
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000)
    expect(summary).toContain('; the JSON report has all._')
    expect(summary.match(/<details>/g)?.length).toBe(summary.match(/<\/details>/g)?.length)
  })
})
