import { describe, expect, it } from 'vitest'
import { az, named } from '../../src/checklist/remedy.ts'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import { block, context, examples, finding, ids, report, workspace } from './builder.ts'

const { purge, impact } = examples

describe('what several workspaces share', () => {
  it('is named once, with all of them', () => {
    const workspaces = ['mlw-a', 'mlw-b', 'mlw-c'].map((name) => workspace(name, [purge()]))
    const comment = renderComment(report({ conclusion: 'fail', workspaces }), context())
    expect(comment.match(/^#### /gm)).toHaveLength(1)
    expect(comment).toContain('`kv-fraud-cmk` (key vault), used by **mlw-a**, **mlw-b** and **mlw-c**')
    expect(comment).toContain('3 findings on 1 resource in 3 workspaces; shared resources are listed once.')
  })

  it('takes the worst of their severities, and counts as new when it is new for one', () => {
    const workspaces = [
      workspace('mlw-a', [purge('kv', { severity: 'low', new: false })]),
      workspace('mlw-b', [purge('KV', { severity: 'high', new: true })]),
    ]
    const comment = renderComment(report({ conclusion: 'fail', workspaces, new: 1, fixed: 0 }), context())
    expect(comment).toContain('**High · new** · `KV` (key vault), used by **mlw-a** and **mlw-b**')
    expect(comment).not.toContain('Other findings (they do not fail the job)')
  })

  it('tells workspaces of the same name apart', () => {
    const workspaces = ['rg-one', 'rg-two'].map((group) =>
      workspace('mlw', [purge()], { id: ids.workspace('mlw', group) }),
    )
    const comment = renderComment(report({ conclusion: 'fail', workspaces }), context())
    expect(comment).toContain('used by **mlw in rg-one** and **mlw in rg-two**')
  })
})

describe('failures of one check', () => {
  const plainHttp = (name: string, overrides = {}) =>
    finding('storage/secure-transfer', ids.storage(name), {
      severity: 'high',
      message: 'The account accepts connections without TLS.',
      evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: false }],
      steps: [az`storage account update ${named(ids.storage(name))} --https-only true`],
      ...overrides,
    })

  it('stand below one heading with the reason said once', () => {
    const comment = renderComment(
      report({ conclusion: 'fail', workspaces: [workspace('mlw', [plainHttp('st1'), plainHttp('st2')])] }),
      context(),
    )
    const told = block(comment, '#### ❌ The account accepts connections without TLS')
    expect(told.match(/Training data and credentials can be read/g)).toHaveLength(1)
    expect(told.match(/^\*\*High\*\* · `st/gm)).toHaveLength(2)
    expect(told.match(/without TLS/g)).toHaveLength(1)
    expect(told).toContain('Read: `properties.supportsHttpsTrafficOnly` = `false`')
  })

  it('become a list from six on, with the commands folded into one block', () => {
    const names = ['st1', 'st2', 'st3', 'st4', 'st5', 'st6', 'st7']
    const all = names.map((name, index) => plainHttp(name, { new: index < 2 }))
    const comment = renderComment(
      report({ conclusion: 'fail', workspaces: [workspace('mlw', all)], new: 2, fixed: 0 }),
      context(),
    )
    const told = block(comment, '#### ❌ The account accepts connections without TLS')
    expect(told).toContain('**High** · 7 resources, 2 new · [About this check](')
    expect(told.match(/properties\.supportsHttpsTrafficOnly/g)).toHaveLength(1)
    expect(told).toContain('- `st1` (storage account), used by **mlw** · **new**\n')
    expect(told).toContain('- `st7` (storage account), used by **mlw**\n')
    expect(told.match(/^az storage account update/gm)).toHaveLength(5)
    expect(told).toContain('… and the same for 2 more.')
  })

  it('say what differs, resource by resource', () => {
    const names = ['st1', 'st2', 'st3', 'st4', 'st5', 'st6']
    const differing = names.map((name) => plainHttp(name, { message: `${name} is open.` }))
    const comment = renderComment(report({ conclusion: 'fail', workspaces: [workspace('mlw', differing)] }), context())
    expect(comment).toContain('#### ❌ Storage accepts unencrypted connections')
    for (const name of names)
      expect(comment).toContain(`- \`${name}\` (storage account), used by **mlw** · ${name} is open.\n`)
  })

  it('say what was read where that alone differs', () => {
    const read = (value: boolean | null) => ({ evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value }] })
    const differing = ['st1', 'st2', 'st3', 'st4', 'st5', 'st6'].map((name) =>
      plainHttp(name, read(name === 'st6' && null)),
    )
    const comment = renderComment(report({ conclusion: 'fail', workspaces: [workspace('mlw', differing)] }), context())
    expect(comment).toContain(
      '- `st6` (storage account), used by **mlw** · Read: `properties.supportsHttpsTrafficOnly` is not set\n',
    )
  })

  it('keep a long message out of the heading', () => {
    const message = `The admin user is enabled. ${'The guidance has changed since. '.repeat(5)}`
    const comment = renderComment(
      report({ conclusion: 'fail', workspaces: [workspace('mlw', [plainHttp('st1', { message })])] }),
      context(),
    )
    const told = block(comment, '#### ❌ Storage accepts unencrypted connections')
    expect(told).toContain('\n\nThe admin user is enabled. The guidance has changed since. ')
  })

  it('are cut off with a count, and the summary has them all', () => {
    const many = Array.from({ length: 60 }, (_, index) => plainHttp(`st${index}`))
    const failing = report({ conclusion: 'fail', workspaces: [workspace('mlw', many)] })
    expect(renderComment(failing, context())).toContain('\n- … and 40 more\n')
    expect(renderComment(failing, context())).toContain(
      '_Not shown here: 40 findings; [the summary of this run has more](https://github.com/contoso/ml-platform/actions/runs/19612345678)._',
    )
    const summary = renderSummary(failing, context({ details: null }))
    expect(summary).toContain('- `st59` (storage account)')
    expect(summary).not.toContain('Not shown here')
    expect(summary).not.toContain('<!--')
  })

  it('say when something can only be chosen at creation', () => {
    const one = workspace('mlw', [impact('mlw', { severity: 'high' })])
    const comment = renderComment(report({ conclusion: 'fail', workspaces: [one] }), context())
    expect(comment).toContain('**High** · **mlw**\n')
    expect(comment).toContain('This can only be chosen when the resource is created. [About this check](')
    const six = Array.from({ length: 6 }, (_, index) =>
      workspace(`mlw-${index}`, [impact(`mlw-${index}`, { severity: 'high' })]),
    )
    expect(renderComment(report({ conclusion: 'fail', workspaces: six }), context())).toContain(
      '6 resources, only at creation ·',
    )
  })

  it('show evidence of another resource with its name, and not all of a long list', () => {
    const evidence = Array.from({ length: 8 }, (_, index) => ({
      path: `p${index}`,
      value: index,
      resource: ids.vault('kv-other'),
    }))
    const comment = renderComment(
      report({
        conclusion: 'fail',
        workspaces: [workspace('mlw', [plainHttp('st1', { evidence, steps: [] })])],
      }),
      context(),
    )
    expect(comment).toContain('Read: `p0` of `kv-other` = `0`, `p1` of `kv-other` = `1`')
    expect(comment).toContain('`p5` of `kv-other` = `5`, and 2 more\n')
  })
})
