import { beforeAll, describe, expect, it } from 'vitest'
import { loadParser, type Parser, problemsOf, problemsOfAction, workflowsIn } from '../../scripts/check-workflows.ts'

const commit = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd'

let parser: Parser

beforeAll(async () => {
  parser = await loadParser()
})

function workflow(uses: string, { job = 'permissions: {}', given = '', isExample = false } = {}) {
  const content = `on: push
jobs:
  check:
    runs-on: ubuntu-latest
    ${job}
    steps:
      - uses: ${uses}
        ${given}
`
  return problemsOf({ name: 'workflow.yml', content, isExample }, parser, ['profile'])
}

describe('a workflow of this repository', () => {
  it.each([
    ['a commit and its version', `actions/checkout@${commit} # v6.0.2`, []],
    ['the action itself', './', []],
    ['a tag', 'actions/checkout@v6', ['actions/checkout@v6 is not pinned by commit, with its version in a comment']],
    [
      'a commit alone',
      `actions/checkout@${commit}`,
      [`actions/checkout@${commit} is not pinned by commit, with its version in a comment`],
    ],
    [
      'a short commit',
      'actions/checkout@de0fac2 # v6.0.2',
      ['actions/checkout@de0fac2 is not pinned by commit, with its version in a comment'],
    ],
  ])('uses %s', (_, uses, problems) => {
    expect(workflow(uses)).toEqual(problems)
  })

  it('must say which permissions each job has', () => {
    expect(workflow('./', { job: 'name: Check' })).toEqual(['job check does not say which permissions it has'])
  })

  it('must give the action inputs that it has', () => {
    expect(workflow('./', { given: 'with: { profile: baseline, profil: baseline }' })).toEqual([
      './ has no input profil',
    ])
  })

  it('must be what GitHub’s parser accepts', () => {
    expect(workflow('./', { job: 'stepz: []' })).toEqual(["workflow.yml (Line: 5, Col: 5): Unexpected value 'stepz'"])
  })
})

describe('an example', () => {
  it('may use a tag, but only inputs that exist', () => {
    const uses = 'OWNER/azureml-encryption-check@v1.0.0'
    const problems = workflow(uses, { given: 'with: { profil: baseline }', isExample: true })
    expect(problems).toEqual([`${uses} has no input profil`])
  })

  it('is a block of YAML with on and jobs', () => {
    const page = ['```yaml', 'on: push', 'jobs: {}', '```', '', '```yaml', 'permissions: {}', '```', ''].join('\n')
    expect(workflowsIn('README.md', page)).toEqual([
      { name: 'README.md#1', content: 'on: push\njobs: {}\n', isExample: true },
    ])
  })
})

describe('action.yml', () => {
  it('must be what GitHub’s parser accepts', () => {
    const content = 'name: Check\ndescription: Checks.\nruns:\n  using: node99\n  main: dist/index.js\n'
    expect(problemsOfAction({ name: 'action.yml', content }, parser)).toEqual([
      "action.yml (Line: 4, Col: 10): Unexpected value 'node99'",
    ])
  })
})
