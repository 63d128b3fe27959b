import { describe, expect, it } from 'vitest'
import { renderComment } from '../../src/report/markdown.ts'
import { context, examples, finding, report, rowOf, workspace } from './builder.ts'

const { purge, expiry, waived, unreadable } = examples

describe('many workspaces', () => {
  const others = {
    'not-applicable': { 'not-used': [], inherited: [], absent: [], disabled: [] },
    attested: [],
    manual: [],
  }
  const estate = Array.from({ length: 200 }, (_, index) =>
    workspace(`mlw-${index}`, index < 12 ? [purge(`kv-${index}`, { severity: index < 3 ? 'high' : 'low' })] : []),
  )
  const comment = renderComment(report({ conclusion: 'fail', workspaces: estate }), context())

  it('are listed when there is something to do, and counted when not', () => {
    expect(comment.match(/^\| [❌✅] \*\*mlw-/gmu)).toHaveLength(10)
    expect(comment).toContain('… and 2 with less to do, 188 without findings.')
  })

  it('are not listed when there is nothing to do', () => {
    const clean = renderComment(report({ workspaces: estate.map(({ name }) => workspace(name)) }), context())
    expect(clean).not.toContain('| Workspace | High |')
  })

  it('share a row of the overview when the same came out', () => {
    expect(rowOf(comment, 'mlw-12')).toContain(
      '| mlw-12, mlw-13, mlw-14 and 185 more | – | – | Workspace, Keys, Key vaults, Storage',
    )
    expect(rowOf(comment, 'Key vaults (high)')).toContain('| mlw-0, mlw-1 and mlw-2 | Key vaults (high) |')
  })

  it('have their profiles in the overview when these differ', () => {
    const mixed = ['a', 'b', 'c', 'd'].map((name) =>
      workspace(`mlw-${name}`, [], { profile: name === 'a' ? 'cmk-required' : 'baseline' }),
    )
    const overview = renderComment(report({ workspaces: mixed }), context())
    expect(overview).toContain('| mlw-a: `cmk-required` |')
    expect(overview).toContain('| mlw-b, mlw-c and mlw-d: `baseline` |')
  })

  it('show in the overview what is open, advice and waived', () => {
    const mixed = [
      workspace('mlw-a', [waived()]),
      workspace('mlw-b', [unreadable('key-vault/soft-delete'), expiry({ severity: 'info' })]),
      workspace('mlw-c', [unreadable('key-vault/soft-delete', { severity: 'info' })]),
      workspace('mlw-d', [], { others }),
    ]
    const overview = renderComment(report({ workspaces: mixed }), context())
    expect(rowOf(overview, 'mlw-a |')).toMatch(/\| mlw-a \| – \| – \| .*Storage \(waived\)/)
    expect(overview).toMatch(/^\| mlw-b \| Keys \(advice\) \| Key vaults \|/m)
    expect(overview).toMatch(/^\| mlw-c \| – \| Key vaults \(advice\) \|/m)
  })
})

describe('the overview of a few workspaces', () => {
  it('says inherited, switched off, open and waived in words', () => {
    const others = {
      'not-applicable': {
        'not-used': ['databricks/dbfs-cmk'],
        inherited: ['container-registry/customer-managed-key', 'container-registry/admin-user'],
        absent: ['endpoint/auth-mode'],
        disabled: ['kubernetes/disk-cmk'],
      },
      attested: [],
      manual: ['secrets/job-environment'],
    }
    const project = workspace('proj', [waived(), unreadable('key-vault/soft-delete')], { others })
    const comment = renderComment(report({ workspaces: [project] }), context())
    expect(comment).toContain("| Container registry | the hub's |")
    expect(comment).toContain('| Key vaults | ⚠️ open (medium) |')
    expect(comment).toContain('| Storage | waived |')
    expect(comment).toContain('Not used: Kubernetes, Databricks and Endpoints.')
    expect(comment).toContain(
      'Recommended, and not provable from configuration: [Jobs carry no secrets in their environment](',
    )
    expect(comment).toContain('Switched off: [Disks of the cluster are encrypted with your own key](')
  })

  it('names waivers with owner and last day', () => {
    const workspaces = [
      workspace('mlw', [waived('st1'), waived('st2'), finding('own/check', 'x', { status: 'waived' })]),
    ]
    const comment = renderComment(report({ workspaces }), context())
    expect(comment).toMatch(
      /- \[Storage account keys are off or expire\]\(.*\) on `st1` and `st2`, by data-platform until 2027-03-31: moves to identity access in Q1/,
    )
    expect(comment).toMatch(/- \[own\/check\]\(.*\) on `x`\n/)
  })

  it('cuts off a long list of waivers', () => {
    const many = Array.from({ length: 25 }, (_, index) => finding(`own/check-${index}`, 'x', { status: 'waived' }))
    expect(renderComment(report({ workspaces: [workspace('mlw', many)] }), context())).toContain('\n- … and 5 more\n')
  })

  it('has room for systems that it does not know', () => {
    const checks = new Map([
      ...context().checks,
      [
        'quantum/entangled',
        { id: 'quantum/entangled', title: 'Entangled', rows: [], why: '', reference: '', creationOnly: false },
      ],
    ])
    const comment = renderComment(report({ workspaces: [workspace('mlw')] }), context({ checks }))
    expect(comment).toContain('| quantum | ✅ passed |')
  })
})
