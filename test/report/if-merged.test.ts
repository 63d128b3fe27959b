import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { instruction } from '../../src/checklist/remedy.ts'
import type { PlanFinding, PlanReport, Policy, Report } from '../../src/model.ts'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import { verdict } from '../../src/report/view/verdict.ts'
import { block, context, examples, finding, ids, plan, planned, policy, report, workspace } from './builder.ts'

const { purge, tls, admin, expiry } = examples

const weakened = planned(
  'introduces',
  finding('storage/secure-transfer', ids.storage('stfraudprod'), {
    severity: 'high',
    message: 'The account accepts connections without TLS.',
    evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: false }],
    steps: [instruction`Change \`https_traffic_only_enabled\` in infra/main.tf:42.`],
  }),
  { now: { evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: true }] } },
)
const repaired = planned('fixes', admin())
const deleted = planned('gone', tls('stold', { severity: 'medium' }))
const open = planned(
  'undecided',
  finding('key/expiry-set', ids.key('kv-fraud-cmk', 'cmk-fraud'), {
    status: 'unknown',
    severity: 'medium',
    reason: 'not-observable',
    message: 'The expiry date is known only after the plan is applied.',
  }),
)

const live = [workspace('mlw-fraud-prod', [purge(), admin(), tls('stold', { severity: 'medium' })])]

function told(findings: PlanFinding[], of: Partial<PlanReport> = {}, more: Partial<Report> = {}): Report {
  const conclusion = of.conclusion ?? 'fail'
  return report({ conclusion, workspaces: live, plan: plan(findings, { conclusion, ...of }), ...more })
}

const head = (findings: PlanFinding[], of: Partial<PlanReport> = {}, its: Partial<Policy> = {}) =>
  verdict(told(findings, of), context({ policy: { ...policy, ...its } }))

describe('the first line', () => {
  const many = (change: PlanFinding['change'], severity: PlanFinding['severity'], times: number) =>
    Array.from({ length: times }, (_, at) => planned(change, purge(`kv-${at}`, { severity })))
  const six = (['high', 'medium', 'low'] as const).flatMap((one) => [
    ...many('introduces', one, 12),
    ...many('fixes', one, 12),
  ])

  it.each<[what: string, PlanFinding[], of: Partial<PlanReport>, its: Partial<Policy>, words: string]>([
    [
      'says the difference and what it is made of',
      [weakened, repaired, deleted],
      {},
      {},
      '+1 high, −2 medium (1 fixed, 1 deleted); encryption check fails',
    ],
    ['says that nothing changes', [], { conclusion: 'pass' }, {}, 'no finding changes; encryption check passes'],
    [
      'does not let a repair hide what is new',
      [weakened, planned('fixes', purge())],
      {},
      {},
      '+1/−1 high (1 fixed); encryption check fails',
    ],
    [
      'counts what cannot be told',
      [open],
      { conclusion: 'incomplete' },
      {},
      '1 undecided; encryption check cannot decide',
    ],
    [
      'tells that the job goes on',
      [open],
      { conclusion: 'incomplete' },
      { onUnknown: 'warn' },
      '1 undecided; encryption check cannot decide, not failing the job',
    ],
    [
      'tells that nothing can fail',
      [weakened],
      { conclusion: 'pass' },
      { failOnSeverity: 'never' },
      '+1 high; encryption check only reports',
    ],
    [
      'counts a failure that weighs more than before',
      [planned('leaves', purge(), { now: { severity: 'low' } })],
      {},
      {},
      '+1 high, −1 low (1 regraded); encryption check fails',
    ],
    [
      'leaves out advice',
      [planned('introduces', tls('st', { severity: 'info' }))],
      { conclusion: 'pass' },
      {},
      'no finding changes; encryption check passes',
    ],
    [
      'leaves out what is waived',
      [{ ...weakened, status: 'waived' }],
      { conclusion: 'pass' },
      {},
      'no finding changes; encryption check passes',
    ],
    [
      'says what nobody looked into',
      [],
      { conclusion: 'incomplete', notLookedInto: [{ address: 'a', reason: 'b' }] },
      {},
      '1 part not judged; encryption check cannot decide',
    ],
    [
      'says that there was no plan to judge',
      [],
      { conclusion: 'incomplete', files: [], notLookedInto: [{ address: 'a', reason: 'b' }] },
      {},
      'not known, as no plan could be judged; encryption check cannot decide',
    ],
    [
      'leaves out words rather than be cut off',
      six,
      {},
      {},
      '+12/−12 high, +12/−12 medium, +12/−12 low (36 fixed); check fails',
    ],
    [
      'keeps what is worst where even that is too long',
      [...six, ...Array.from({ length: 12 }, () => open)],
      { notLookedInto: Array.from({ length: 12 }, (_, index) => ({ address: `a${index}`, reason: 'b' })) },
      {},
      '+12/−12 high, and more; encryption check fails',
    ],
  ])('%s', (_, findings, of, its, words) => expect(head(findings, of, its)).toBe(`If merged: ${words}`))

  it('has at most 80 characters, whatever is counted', () => {
    for (const times of [1, 1234, 1_234_567]) {
      const counted = JSON.parse(JSON.stringify(plan([])))
      const all = [weakened, repaired, deleted, open].flatMap((one) =>
        Array.from({ length: Math.min(times, 2000) }, () => one),
      )
      const words = verdict(
        told([], { ...counted, findings: all, conclusion: 'incomplete' }),
        context({ policy: { ...policy, warnOnly: true } }),
      )
      expect(words.length).toBeLessThanOrEqual(80)
    }
  })
})

describe('the comment on a pull request with a plan', () => {
  const comment = renderComment(told([weakened, repaired, deleted, open]), context())
  if (process.env.LOOK) writeFileSync(process.env.LOOK, comment)

  it('shows what is live beside what would be', () => {
    expect(comment).toMatch(/^\| Live today *\| 1 \| 2 \| 0 \|$/m)
    expect(comment).toMatch(/^\| If merged *\| 2 \| 0 \| 0 \|$/m)
  })

  it('tells what is introduced: where it is set, what it would be and is, and what to change', () => {
    const said = block(comment, '#### ❌ The account accepts connections without TLS')
    const { sha } = told([]).run
    expect(said).toContain(
      `[\`infra/main.tf:42\`](https://github.com/contoso/ml-platform/blob/${sha}/infra/main.tf#L42)`,
    )
    expect(said).toContain('Planned: `properties.supportsHttpsTrafficOnly` = `false` (now `true`)')
    expect(said).toContain('Change `https_traffic_only_enabled` in')
    expect(said).not.toContain('Azure portal')
  })

  it.each([
    ['what it fixes', '### What it would fix', ['**Medium**', '`crfraudprod`']],
    ['what it removes, apart', '### What it would remove without fixing it', ['**Medium**', '`stold`']],
    [
      'what would be undecided, and what would make it known',
      '### What would be undecided',
      ['`kv-fraud-cmk/cmk-fraud`', 'known only after the plan is applied'],
    ],
  ])('tells %s', (_, heading, words) => {
    const said = block(comment, heading)
    for (const word of words) expect(said).toContain(word)
  })

  it('folds what is live away, marked with what becomes of it', () => {
    const [above = '', below = ''] = comment.split(
      '<details><summary><b>Live today</b>: 1 high, 2 medium, 0 low</summary>',
    )
    expect(above).not.toContain('az keyvault update')
    expect(below).toContain('### What reaches the threshold today')
    expect(below.split('<details>').length).toBe(below.split('</details>').length - 1)
  })

  it('says what is fixed or gone then', () => {
    const high = [purge(), tls('stold', { severity: 'high' })]
    const then = [planned('fixes', high[0] as never), planned('gone', high[1] as never)]
    const shown = renderComment(
      told(then, { conclusion: 'pass' }, { workspaces: [workspace('mlw-fraud-prod', high)] }),
      context(),
    )
    expect(shown).toContain('**fixed if merged**')
    expect(shown).toContain('**gone if merged**')
  })

  it.each([
    [
      'the failures that it leaves',
      told([planned('leaves', purge())]),
      '1 existing failure at or above the threshold remains and fails the check.',
    ],
    [
      'that there are more than it introduces',
      told([weakened, planned('leaves', purge())]),
      'remains and fails the check as well.',
    ],
    [
      'that what is live decides',
      told([repaired], { conclusion: 'pass' }, { conclusion: 'fail' }),
      'The live state decides the result of this run; the planned state passes.',
    ],
    [
      'why it cannot decide',
      told([{ ...open, severity: 'high' }], {
        conclusion: 'incomplete',
        notLookedInto: [{ address: 'a', reason: 'b' }],
      }),
      'The check cannot decide because of what would be undecided and parts that could not be judged.',
    ],
    [
      'what is undecided already',
      told(
        [],
        { conclusion: 'incomplete' },
        {
          workspaces: [
            workspace('mlw-fraud-prod', [examples.unreadable('key-vault/soft-delete', { severity: 'high' })]),
          ],
        },
      ),
      'The check cannot decide because of what is undecided today.',
    ],
    [
      'that nothing was found',
      told([], { conclusion: 'incomplete' }),
      'because of something that was named and could not be found.',
    ],
    [
      'that a plan is stale',
      told([], { files: [{ path: 'plan.json', kind: 'terraform', tool: 'x', createdAt: null, stale: true }] }),
      '⚠️ `plan.json` is **stale**: make the plan again.',
    ],
  ])('says %s', (_, its, words) => expect(renderComment(its, context())).toContain(words))

  it('says what could not be looked into', () => {
    const notLookedInto = [{ address: 'module.x["a"]', reason: 'The provider is not known.' }]
    const said = block(renderComment(told([], { notLookedInto }), context()), '### Parts that could not be judged')
    expect(said).toContain('- module.x\\["a"\\]: The provider is not known.')
  })

  it('says that there is only the plan', () => {
    const alone = told([{ ...weakened, live: null }], {}, { workspaces: [] })
    alone.coverage = {
      percent: null,
      subscriptions: [],
      missing: [],
      requests: { resourceGraph: 0, resourceManager: 0, throttled: 0 },
    }
    const shown = renderComment(alone, context())
    expect(shown).toContain('**Plan only**')
    expect(shown).toMatch(/^\| Plan only *\| 1 \| 0 \| 0 \|$/m)
    expect(shown).not.toContain('Live today')
  })
})

describe('sources', () => {
  const introduced = (source: PlanFinding['source'], of: Partial<PlanReport> = {}) =>
    renderComment(told([{ ...weakened, source }], of), context())

  it.each([
    ['has no line', { file: 'main.bicep', line: null }, /\[`main\.bicep`\]\(\S+\/main\.bicep\)/],
    ['has odd characters', { file: 'a b/#1 (x).tf', line: 3 }, /\/a%20b\/%231%20%28x%29\.tf#L3\)/],
    ['is the plan, which is in no commit', { file: 'plan.json', line: null }, / · `plan\.json`\n/],
    [
      'lies outside of the repository',
      { file: '/home/runner/work/_temp/tf.json', line: null },
      / · `\/home\/runner\/work\/_temp\/tf\.json`\n/,
    ],
    [
      'has a line feed and Markdown',
      { file: 'x\n# `a` | [b](c)<b>', line: 1 },
      / · \[`+x # `a` `+&#124;` \[b\]\(c\)<b>:1`\]\(/,
    ],
    ['is not known', null, /used by \*\*mlw-fraud-prod\*\*\n/],
  ])('are shown when the place %s', (_, source, words) => expect(introduced(source)).toMatch(words))
})

describe('the room of a comment', () => {
  it('is for what the pull request introduces, before what is live', () => {
    const accounts = Array.from({ length: 300 }, (_, at) => `st${at}`)
    const words = 'x'.repeat(250)
    const high = accounts.map((name) =>
      finding('storage/secure-transfer', ids.storage(name), { severity: 'high', message: `${name} ${words}` }),
    )
    const crowded = told(
      accounts.map((name) =>
        planned(
          'introduces',
          finding('storage/minimum-tls', ids.storage(name), { severity: 'high', message: `${name} ${words}` }),
        ),
      ),
      {},
      { workspaces: [workspace('mlw-fraud-prod', [...high, expiry()])] },
    )
    const comment = renderComment(crowded, context())
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(65_536)
    expect(comment).toContain('… and 280 more')
    expect(renderSummary(crowded, context()).length).toBeLessThan(1_000_000)
    expect(comment.split('<details>').length).toBe(comment.split('</details>').length)
  })
})
