import { expect, it } from 'vitest'
import { fixture } from '../plan/estates.ts'
import { lastNight, ran } from './builder.ts'

const names = /mlw-churn|kv-churn|stchurn|crchurn|appi-churn|rg-churn|aaaaaaaa-0000/i

it('what a plan makes has pseudonyms where GitHub shows it, and the places of the repository stay', async () => {
  const files = {
    '/temp/evidence.json': await lastNight('tf-new'),
    '/temp/plan.json': fixture('tf-new', 'plan.json').toString(),
    '/work/infra/main.tf': fixture('tf-new', 'main.tf').toString(),
  }
  const inputs = { 'replay-file': '/temp/evidence.json', 'plan-files': '/temp/plan.json', 'publish-details': 'false' }
  const { cloud, said, report, ...world } = await ran(inputs, files)
  const comment = cloud.github.comments[0]?.body ?? ''
  const shown = [comment, world.files.get('/summary.md'), said.join('\n'), world.failed.join('\n')].join('\n')
  expect(shown).not.toMatch(names)
  expect(comment).toContain('infra/main.tf')
  expect(JSON.stringify(report?.plan)).toMatch(names)
})
