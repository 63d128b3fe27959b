import { describe, expect, it } from 'vitest'
import type { Plans } from '../../src/inputs/plans.ts'
import { readPlans } from '../../src/inputs/plans.ts'
import { readerOf } from '../../src/inputs/reader.ts'
import { loadPlans } from '../../src/plan-files/load.ts'
import type { Ports } from '../../src/ports.ts'
import { options } from '../plan/builder.ts'
import { fixture } from '../plan/estates.ts'
import { filesOf } from '../world.ts'

type Files = Record<string, string | Uint8Array>

function inputsOf(given: Record<string, string>): Plans {
  const reader = readerOf((name) => given[name] ?? '', { 'if-no-plan': 'fail' })
  return readPlans(reader, ['/work', '/temp'])
}

async function loaded(patterns: string, files: Files, given: Record<string, string> = {}) {
  const all = new Map(Object.entries(files))
  const ports = { env: { GITHUB_WORKSPACE: '/work', RUNNER_TEMP: '/temp' }, files: filesOf(all) } as unknown as Ports
  const { plans, yaml, refused, ...more } = await loadPlans(
    inputsOf({ 'plan-files': patterns, ...given }),
    options,
    ports,
  )
  return {
    plans: plans.map(({ plan }) => `${plan.file}: ${plan.kind}`),
    yaml: yaml.map(({ file }) => file),
    refused: refused.map(({ reason }) => reason),
    ...more,
  }
}

const plan = fixture('tf-modify', 'plan.json')
const utf16 = Buffer.from(`\ufeff${plan.toString()}`, 'utf16le')
const yaml = fixture('aml-yaml', 'deployment.yml')
const nothingElse = { plans: [], yaml: [], notices: [], refused: [], unmatched: [] }

describe('what plan-files brings', () => {
  it.each<[string, Files, object]>([
    ['a plan', { '/temp/plan.json': plan }, { plans: ['RUNNER_TEMP/plan.json: terraform'] }],
    ['of PowerShell', { '/temp/plan.json': utf16 }, { plans: ['RUNNER_TEMP/plan.json: terraform'] }],
    ['whatever it is called', { '/temp/plan.yml': plan }, { plans: ['RUNNER_TEMP/plan.yml: terraform'] }],
    ['a what-if', { '/temp/w': fixture('whatif-group', 'whatif.json') }, { plans: ['RUNNER_TEMP/w: what-if'] }],
    [
      'a snapshot',
      { '/temp/s': fixture('bicep-snapshot', 'main.snapshot.json') },
      { plans: ['RUNNER_TEMP/s: snapshot'] },
    ],
    ['YAML', { '/temp/job.yml': yaml }, { yaml: ['RUNNER_TEMP/job.yml'] }],
    ['YAML whatever it is called', { '/temp/job': yaml }, { yaml: ['RUNNER_TEMP/job'] }],
    [
      'YAML that nobody can read',
      { '/temp/t.yml': fixture('aml-yaml', 'templated.yml') },
      { notices: [expect.objectContaining({ file: 'RUNNER_TEMP/t.yml', line: expect.any(Number) })] },
    ],
    [
      'an archive',
      { '/temp/tfplan': Buffer.from('PK\x03\x04') },
      { refused: [expect.stringMatching(/^RUNNER_TEMP\/tfplan is the plan as `plan -out` writes it/)] },
    ],
    ['nothing', { '/temp/empty': '' }, { refused: [expect.stringMatching(/^RUNNER_TEMP\/empty is not JSON/)] }],
    [
      'no text',
      { '/temp/x.json': Buffer.from([0x7b, 0xff]) },
      { refused: [expect.stringMatching(/x\.json is not a text/)] },
    ],
    [
      'too much',
      { '/temp/x.json': Buffer.alloc(65e6) },
      { refused: [expect.stringMatching(/^RUNNER_TEMP\/x\.json has 65 MB, of which at most 64 are read/)] },
    ],
    [
      'what nobody can tell from what somebody committed',
      { '/work/plan.json': plan },
      { refused: [expect.stringMatching(/^plan\.json is not judged: whether git tracks it cannot be told/)] },
    ],
    ['YAML that belongs into the repository', { '/work/job.yml': yaml }, { yaml: ['job.yml'] }],
  ])('%s', async (_, files, expected) => {
    expect(await loaded('*, /temp/*', files, { 'if-no-plan': 'live' })).toMatchObject({
      ...nothingElse,
      ...expected,
      unmatched: [expect.any(String)],
    })
  })

  it('is all of it, in order', async () => {
    const files = { '/temp/b.json': plan, '/temp/a.json': plan, '/temp/c.yml': yaml, '/temp/d.yml': 'a: 1' }
    expect(await loaded('/temp/*', files)).toEqual({
      ...nothingElse,
      plans: ['RUNNER_TEMP/a.json: terraform', 'RUNNER_TEMP/b.json: terraform'],
      yaml: ['RUNNER_TEMP/c.yml'],
    })
  })
})

describe('a pattern that brings nothing', () => {
  const noFile =
    'The entry no/*.json of plan-files matches no file: did an earlier step make the plan or download it, and is the path right?'
  const noPlan =
    'The entry /temp/*.yml of plan-files matches no plan, and no YAML of Azure Machine Learning: name the file that holds one.'
  const files = { '/temp/plan.json': plan, '/temp/compose.yml': fixture('aml-yaml', 'compose.yml') }

  it('ends the run', async () => {
    await expect(loaded('/temp/*.json, no/*.json, /temp/*.yml', files)).rejects.toMatchObject({
      name: 'PlanFilesError',
      message: `${noFile} ${noPlan}`,
    })
  })

  it('is said, where what is live may decide', async () => {
    const { plans, unmatched } = await loaded('/temp/*.json, no/*.json, /temp/*.yml', files, { 'if-no-plan': 'live' })
    expect([plans.length, unmatched]).toEqual([1, [noFile, noPlan]])
  })
})
