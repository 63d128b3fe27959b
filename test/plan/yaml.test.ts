import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { treeOf } from '../../src/config/yaml.ts'
import { readYaml } from '../../src/plan/yaml/read.ts'
import { fixture } from './estates.ts'

const files = readdirSync(join(import.meta.dirname, 'fixtures', 'aml-yaml')).filter((file) => file.endsWith('.yml'))
const textOf = (file: string) => fixture('aml-yaml', file).toString()
const read = (file: string) => readYaml(textOf(file), file, treeOf)

interface Expected {
  file: string
  result?: string
  path?: string
  line?: number
  column?: number
  class?: string
  length?: number
}

const expected: Expected[] = JSON.parse(fixture('aml-yaml', 'expected.json').toString())

describe('variables in files of Azure Machine Learning', () => {
  it.each(files)('%s', (file) => {
    const found = read(file)
    const places = found && 'places' in found ? found.places.filter(({ isCredential }) => !isCredential) : []
    const wanted = expected.filter((one) => one.file === file && one.path !== undefined)
    expect(
      places.map(({ path, line, column, length, class: taken }) => ({
        file,
        path,
        line,
        column,
        class: taken,
        length,
      })),
    ).toEqual(wanted)
  })

  it('of a file that is something else are not looked at', () => {
    expect(read('compose.yml')).toBeNull()
  })

  it('of a file that cannot be read: a notice with its line', () => {
    expect(read('templated.yml')).toEqual({
      file: 'templated.yml',
      line: 4,
      message: expect.stringContaining('cannot be read as YAML'),
    })
  })
})

describe('credentials that are written into a file', () => {
  it.each([
    ['cluster.yml', 'ssh_settings.admin_password', 10, 'name'],
    ['connection.yml', 'credentials.pat', 7, 'name'],
    ['datastore.yml', 'credentials.account_key', 8, 'credential:base64-key'],
  ])('%s', (file, path, line, taken) => {
    const found = read(file)
    const places = found && 'places' in found ? found.places : []
    expect(places).toMatchObject([{ path, line, class: taken, isCredential: true }])
  })
})

it('no value leaves the reader', () => {
  const shown = JSON.stringify(files.map(read))
  const values = [
    'Invented-Passw0rd',
    'invented-personal-access-token',
    'aW52ZW50ZWQ',
    'Winter-2026-ftp',
    'rstudio-2026',
    'ghp_invented',
    '0f3c1d2e',
  ]
  expect(values.filter((value) => shown.includes(value))).toEqual([])
})

const job = (value: string) =>
  `$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\nenvironment_variables:\n  DB_PASSWORD: ${value}\n`

describe('a value', () => {
  it.each([
    ['<your-api-key>', 0],
    ['"{{ password }}"', 0],
    ['${{ secrets.DB_PASSWORD }}', 0],
    ['${{azureml://connections/db/credentials/key}}', 0],
    ['${{keyvault:https://kv.vault.azure.net/secrets/db}}', 0],
    ['$DB_PASSWORD', 0],
    ['${DB_PASSWORD}', 0],
    ['$(DB_PASSWORD)', 0],
    ['db-password@https://kv-churn.vault.azure.net', 0],
    ['""', 0],
    ['null', 0],
    ['12', 0],
    ['<b>hunter2</b>', 1],
    ['x${{ secrets.DB_PASSWORD }}', 1],
    ['$ecret', 0],
    ['hunter2@https://example.com', 1],
    ['&a hunter2', 1],
  ])('%s: %i', (value, count) => {
    const found = readYaml(job(value), 'job.yml', treeOf)
    expect(found && 'places' in found ? found.places.length : null).toBe(count)
  })
})

describe('the kind of a file', () => {
  it.each([
    ['https://azuremlschemas.azureedge.net/latest/sweepJob.schema.json', 'secrets/job-environment'],
    ['https://azuremlsdk2.blob.core.windows.net/preview/0.0.1/pipelineJob.schema.json', 'secrets/job-environment'],
    ['http://azureml/sdk-2-0/Schedule.json', 'secrets/schedule-environment'],
    [
      'https://azuremlschemas.azureedge.net/latest/kubernetesOnlineDeployment.schema.json',
      'secrets/deployment-environment',
    ],
    ['https://azuremlschemas.azureedge.net/latest/computeInstance.schema.json', 'secrets/compute-environment'],
    ['https://json.schemastore.org/github-workflow.json', null],
    ['https://schemas.contoso.example/aml/commandJob.schema.json', 'secrets/job-environment'],
    ['https://schemas.contoso.example/pipeline.schema.json', null],
    ['commandJob', null],
  ])('%s: %s', (schema, check) => {
    const found = readYaml(`$schema: ${schema}\nname: a\n`, 'a.yml', treeOf)
    expect(found && 'kind' in found ? found.kind.check : null).toBe(check)
  })
})

describe('a file that cannot be read whole', () => {
  const start = '$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\n'
  it.each([
    ['with a value that is no token', 'environment_variables:\n  DB_PASSWORD: | hunter2\n    x\n', 3],
    ['with a strange block', 'environment_variables:\n  DB_PASSWORD: |hunter2\n', 3],
    ['with an alias of nothing', 'environment_variables:\n  DB_PASSWORD: *hunter2\n', 3],
    ['with a key that is given twice', 'hunter2: 1\nhunter2: 2\n', 3],
    ['with a second document', '---\nenvironment_variables:\n  DB_PASSWORD: hunter2hunter2\n', 2],
  ])('is no file without secrets, and nothing of it is quoted: %s', (_, text, line) => {
    const found = readYaml(start + text, 'a.yml', treeOf)
    expect(found).toMatchObject({ line, message: expect.stringContaining('(line') })
    expect(JSON.stringify(found)).not.toContain('hunter2')
  })

  it('has the secrets that were found in it', () => {
    const text = `${start}environment_variables:\n  DB_PASSWORD: hunter2hunter2\n---\na: b\n`
    expect(readYaml(text, 'a.yml', treeOf)).toMatchObject({ places: [{ name: 'DB_PASSWORD' }] })
  })
})
