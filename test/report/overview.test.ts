import { describe, expect, it } from 'vitest'
import type { WorkspaceReport } from '../../src/model.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { renderComment } from '../../src/report/markdown/markdown.ts'
import type { RenderContext } from '../../src/report/view/context.ts'
import { context, examples, finding, htmlContext, report, rowOf, waiver, workspace } from './builder.ts'

const { purge, expiry, waived, unreadable } = examples

describe('many workspaces', () => {
  const others = {
    'not-applicable': {
      'not-used': [...context().checks.keys()].filter((id) => id.startsWith('storage/')),
      inherited: [...context().checks.keys()].filter((id) => id.startsWith('key/')),
      absent: [],
      disabled: [...context().checks.keys()].filter((id) => id.startsWith('key-vault/')),
    },
    attested: [],
    manual: [],
  }
  const estate = Array.from({ length: 200 }, (_, index) =>
    workspace(`mlw-${index}`, index < 12 ? [purge(`kv-${index}`, { severity: index < 3 ? 'high' : 'low' })] : []),
  )
  const comment = renderComment(report({ conclusion: 'fail', workspaces: estate }), context())

  it('are listed when there is something to do, and counted when not', () => {
    expect(comment.match(/^\| \*\*mlw-/gmu)).toHaveLength(10)
    expect(comment).toContain('… and 2 with fewer findings, 188 without findings.')
  })

  it('stand worst first, under the systems in which something is to be done', () => {
    expect(comment).toMatch(/\| Workspace \| Vaults \|\n.+\n\| \*\*mlw-0\*\* \| ❌\u00a0\*\*high\*\* \|\n/)
    expect(rowOf(comment, 'mlw-5')).toBe('| **mlw-5** | low |')
  })

  it('are not listed when there is nothing to do', () => {
    const clean = renderComment(report({ workspaces: estate.map(({ name }) => workspace(name)) }), context())
    expect(clean).not.toContain('| Workspace |')
  })

  it('have their profiles beside them when these differ', () => {
    const mixed = ['a', 'b'].map((name) =>
      workspace(`mlw-${name}`, [expiry()], { profile: name === 'a' ? 'cmk-required' : 'baseline' }),
    )
    const overview = renderComment(report({ workspaces: mixed }), context())
    expect(overview).toContain('| **mlw-a**, `cmk-required` |')
    expect(overview).toContain('| **mlw-b**, `baseline` |')
  })

  it('show what is undecided, only recommended, waived, the hub’s, off and not used, and say what that means', () => {
    const mixed = [
      workspace('mlw-a', [waived()]),
      workspace('mlw-b', [unreadable('key-vault/soft-delete'), expiry({ severity: 'info' })]),
      workspace('mlw-c', [unreadable('key-vault/soft-delete', { severity: 'high' })]),
      workspace('mlw-d', [], { others }),
    ]
    const overview = renderComment(report({ workspaces: mixed, conclusion: 'incomplete' }), context())
    expect(overview).toContain('| Workspace | Keys | Vaults | Storage |')
    expect(rowOf(overview, 'mlw-a')).toBe('| **mlw-a** | ✓ | ✓ | waived |')
    expect(rowOf(overview, 'mlw-b')).toBe('| **mlw-b** | info | ? | ✓ |')
    expect(rowOf(overview, 'mlw-c')).toBe('| **mlw-c** | ✓ | ⚠️\u00a0**?** | ✓ |')
    expect(rowOf(overview, 'mlw-d')).toBe('| **mlw-d** | hub | off | – |')
    expect(overview).toContain(
      '<sub>info: recommendations only · ?: undecided · waived: accepted by a waiver · ✓: passed · hub: inherited from the hub · off: switched off · –: not used',
    )
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
    expect(comment).toContain('| Container registry | inherited from the hub |')
    expect(comment).toContain('| Key vaults | ⚠️ undecided (medium) |')
    expect(comment).toContain('| Storage | waived |')
    expect(comment).toContain('Not used: Kubernetes, Databricks and Endpoints.')
    expect(comment).toContain(
      'For people to judge, because configuration cannot prove them: [Jobs carry no secrets in their environment](',
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

  it('names their tickets, and once what several waivers say alike', () => {
    const of = (account: string, line: number) => ({
      ...waived(account),
      waiver: waiver('ada', 'soon', '2027-03-31', { ticket: 'SEC-7', line }),
    })
    const comment = renderComment(report({ workspaces: [workspace('mlw', [of('st1', 3), of('st2', 9)])] }), context())
    expect(comment).toMatch(/ on `st1` and `st2`, by ada until 2027-03-31: soon \(SEC-7\)\n/)
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
        {
          id: 'quantum/entangled',
          title: 'Entangled',
          failed: 'Not entangled',
          rows: [],
          why: '',
          reference: '',
          creationOnly: false,
        },
      ],
    ])
    const comment = renderComment(report({ workspaces: [workspace('mlw')] }), context({ checks }))
    expect(comment).toContain('| quantum | ✅ passed |')
  })
})

describe('a system of which nothing was judged', () => {
  const checks = ['kubernetes/disk-cmk', 'kubernetes/host-encryption', 'kubernetes/production-inference']
  const only = new Map(
    checks.map((id) => [id, { ...context().checks.get('kubernetes/disk-cmk'), id }]),
  ) as RenderContext['checks']
  type Others = WorkspaceReport['others']
  const others = (places: Partial<Others['not-applicable']>, more: Partial<Others> = {}): Others => ({
    'not-applicable': { 'not-used': [], inherited: [], absent: [], disabled: [], ...places },
    attested: [],
    manual: ['kubernetes/production-inference'],
    ...more,
  })
  const [disk = '', host = '', people = ''] = checks
  const besides = finding('key/readable', 'x')

  it.each<[string, Others, string, string, string]>([
    ['is not used', others({ 'not-used': [disk, host] }), '–', '', '–'],
    ['is switched off', others({ disabled: [disk, host] }), 'off', '', 'Switched off'],
    [
      'is off where the rest is guaranteed',
      others({ disabled: [disk, host] }, { attested: [people], manual: [] }),
      'off',
      '',
      'Switched off',
    ],
    ['is not used where parts are off', others({ disabled: [disk], 'not-used': [host] }), '–', '', '–'],
    ["is the hub's", others({ inherited: [disk, host] }), 'hub', 'inherited from the hub', 'From the hub'],
    ['is for people', others({}, { manual: checks }), 'people', 'for people to judge', 'For people to judge'],
    [
      'is guaranteed',
      others({ 'not-used': [disk] }, { attested: [host] }),
      'platform',
      'guaranteed by the platform',
      'By the platform',
    ],
  ])('%s, and has not passed', (_what, places, cell, words, html) => {
    const own = workspace('mlw', [], { others: places })
    const failing = workspace('other', [{ ...besides, check: disk }], { others: places })
    const overview = renderComment(report({ workspaces: [own, failing] }), context({ checks: only }))
    expect(rowOf(overview, '| **mlw**')).toBe(`| **mlw** | ${cell} |`)
    expect(overview).not.toContain('✓')
    const alone = renderComment(report({ workspaces: [own] }), context({ checks: only }))
    if (words) expect(alone).toContain(`| Kubernetes | ${words} |`)
    expect(alone).not.toContain('✅ passed')
    const content = report({ workspaces: [own, failing] })
    const page = [...htmlReport(content, htmlContext(content, { checks: only }))].join('')
    expect(page).toMatch(new RegExp(`<th scope="row">mlw<td data-short="[^"]+">${html}\n`))
  })

  it('passes where one check was decided', () => {
    const own = workspace('mlw', [], { others: others({ 'not-used': [host] }) })
    expect(renderComment(report({ workspaces: [own] }), context({ checks: only }))).toContain(
      '| Kubernetes | ✅ passed |',
    )
  })
})
