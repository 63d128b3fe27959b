import { execFileSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Cloud } from '../../../simulator/cloud.ts'
import type { RunOptions } from '../../../simulator/runner.ts'
import { type Scenario, table } from './scenario.ts'

/** One line, as in a file of somebody's credentials. */
const token = ['npm', 'Zk9xQ2Vv'.repeat(4)].join('_')
const asked = { oidc: 0, token: 0, github: 0, 'resource-graph': 0 }

/** A checkout beside which lies what it must not get at. */
const checkout =
  (
    prepare: (workspace: string, outside: string) => void,
    options: Partial<RunOptions> = {},
  ): NonNullable<Scenario['given']> =>
  (cloud) => {
    const workspaceDir = mkdtempSync(join(cloud.directory, 'checkout-'))
    const outside = join(cloud.directory, 'outside')
    writeFileSync(outside, token)
    cloud.estate.secrets = [token]
    prepare(workspaceDir, outside)
    return { workspaceDir, ...options }
  }

const leaves = /symbolic link out of the workspace/
const pipe = (name: string) => (workspace: string) => void execFileSync('/usr/bin/mkfifo', [join(workspace, name)])
const reads = (input: string, name: string): Partial<RunOptions> => ({ inputs: { [input]: name } })

table('A file that is read', [
  {
    fault: 'is a link out of the checkout: the config file',
    given: checkout(
      (workspace, outside) => symlinkSync(outside, join(workspace, 'c.yml')),
      reads('config-file', 'c.yml'),
    ),
    ends: '1',
    says: leaves,
    asks: asked,
  },
  {
    fault: 'is a link out of the checkout: the usual config file',
    given: checkout((workspace, outside) => {
      mkdirSync(join(workspace, '.github'))
      symlinkSync(outside, join(workspace, '.github/azureml-encryption.yml'))
    }),
    ends: '1',
    says: leaves,
    asks: asked,
  },
  {
    fault: 'is a link out of the checkout: the baseline',
    given: checkout(
      (workspace, outside) => symlinkSync(outside, join(workspace, 'b.json')),
      reads('baseline-file', 'b.json'),
    ),
    ends: '0 pass',
    says: leaves,
  },
  {
    fault: 'is a link out of the checkout: the evidence',
    given: checkout(
      (workspace, outside) => symlinkSync(outside, join(workspace, 'e.json')),
      reads('replay-file', 'e.json'),
    ),
    ends: '1',
    says: leaves,
    asks: { ...asked, github: 5 },
  },
  {
    fault: 'is in a folder that is a link out of the checkout',
    given: checkout((workspace) => symlinkSync('..', join(workspace, 'up')), reads('config-file', 'up/outside')),
    ends: '1',
    says: leaves,
    asks: asked,
  },
  {
    fault: 'is a link to git’s own files',
    given: checkout(
      (workspace) => {
        mkdirSync(join(workspace, '.git'))
        writeFileSync(join(workspace, '.git/config'), '[core]')
        symlinkSync('.git/config', join(workspace, 'c.yml'))
      },
      reads('config-file', 'c.yml'),
    ),
    ends: '1',
    says: /files of git itself/,
    asks: asked,
    never: /\[core\]/,
  },
  {
    fault: 'is a pipe: the config file',
    given: checkout(pipe('c.yml'), reads('config-file', 'c.yml')),
    ends: '1',
    says: /there is a pipe of this name/,
    asks: asked,
  },
  {
    fault: 'is a pipe: the evidence',
    given: checkout(pipe('e.json'), reads('replay-file', 'e.json')),
    ends: '1',
    says: /there is a pipe of this name/,
    asks: { ...asked, github: 5 },
  },
  {
    fault: 'is a pipe: the baseline',
    given: checkout(pipe('b.json'), reads('baseline-file', 'b.json')),
    ends: '0 pass',
    says: /there is a pipe of this name/,
  },
  {
    fault: 'is a folder',
    given: checkout((workspace) => mkdirSync(join(workspace, 'c.yml')), reads('config-file', 'c.yml')),
    ends: '1',
    says: /there is a folder of this name/,
    asks: asked,
  },
  {
    fault: 'is a device, by way of a link',
    given: checkout((workspace) => symlinkSync('/dev/zero', join(workspace, 'c.yml')), reads('config-file', 'c.yml')),
    ends: '1',
    says: leaves,
    asks: asked,
  },
  {
    fault: 'is too large: the config file',
    given: checkout((workspace) => enlarged(join(workspace, 'c.yml'), 2 ** 20 + 1), reads('config-file', 'c.yml')),
    ends: '1',
    says: /must have at most 1,048,576/,
    asks: asked,
  },
  {
    fault: 'is too large: the baseline',
    given: checkout((workspace) => enlarged(join(workspace, 'b.json'), 200e6), reads('baseline-file', 'b.json')),
    ends: '0 pass',
    says: /200 MB, of which at most 128 are read/,
  },
  {
    fault: 'is too large: the evidence',
    given: checkout((workspace) => enlarged(join(workspace, 'e.json'), 500e6), reads('replay-file', 'e.json')),
    ends: '1',
    says: /500 MB, of which at most 400 are read/,
  },
])

/** What lies outside must be as it was. */
const untouched = (_: unknown, { directory }: Cloud) =>
  expect(readFileSync(join(directory, 'outside'), 'utf8')).toBe(token)

table('A file that is written', [
  {
    fault: 'is a link: the report',
    given: checkout((workspace, outside) => symlinkSync(outside, join(workspace, 'azureml-encryption-report.json'))),
    ends: '0 pass',
    says: /symbolic link is in its place/,
    also: (_, { directory }) => expect(readFileSync(join(directory, 'outside'), 'utf8')).toBe(token),
  },
  {
    fault: 'is a link to the config of git',
    given: checkout(
      (workspace) => {
        mkdirSync(join(workspace, '.git'))
        writeFileSync(join(workspace, '.git/config'), '[core]')
        symlinkSync('.git/config', join(workspace, 'r.md'))
      },
      reads('markdown-file', 'r.md'),
    ),
    ends: '0 pass',
    says: /symbolic link is in its place/,
    also: ({ file }) => expect(file('.git/config')).toBe('[core]'),
  },
  {
    fault: 'is a link to the event file',
    given: checkout(
      (workspace, outside) => symlinkSync(outside, join(workspace, 'r.html')),
      reads('html-file', 'r.html'),
    ),
    ends: '0 pass',
    says: /symbolic link is in its place/,
    also: untouched,
  },
  {
    fault: 'is a link that leads nowhere',
    given: checkout((workspace) => symlinkSync('../made', join(workspace, 'r.sarif')), reads('sarif-file', 'r.sarif')),
    ends: '0 pass',
    says: /symbolic link is in its place/,
    also: (_, { directory }) => expect(existsSync(join(directory, 'made'))).toBe(false),
  },
  {
    fault: 'is in a folder that is a link',
    given: checkout((workspace) => symlinkSync('..', join(workspace, 'up')), reads('html-file', 'up/outside')),
    ends: '0 pass',
    says: leaves,
    also: untouched,
  },
  {
    fault: 'is a pipe',
    given: checkout(pipe('r.html'), reads('html-file', 'r.html')),
    ends: '0 pass',
    says: /there is a pipe of this name/,
  },
  {
    fault: 'has a folder’s name',
    given: checkout((workspace) => mkdirSync(join(workspace, 'e.json')), reads('evidence-file', 'e.json')),
    ends: '0 pass',
    says: /There is a folder of this name/,
  },
  {
    fault: 'has another name for something outside',
    given: checkout((workspace, outside) => linkSync(outside, join(workspace, 'r.html')), reads('html-file', 'r.html')),
    ends: '0 pass',
  },
])

function enlarged(path: string, bytes: number): void {
  writeFileSync(path, '')
  truncateSync(path, bytes)
}
