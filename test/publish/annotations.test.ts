import { describe, expect, it } from 'vitest'
import type { Finding, Policy, Report } from '../../src/model.ts'
import type { Log } from '../../src/ports.ts'
import {
  annotateConfiguration,
  annotateFailures,
  annotateUndecided,
  annotationsOn,
} from '../../src/publish/annotations.ts'
import { context, examples, finding, ids, policy, report, workspace } from '../report/builder.ts'

/** What the runner is told, as `level: title: message`. */
function told(content: Report, overrides: Partial<Policy> = {}, configuration: string[] = [], before: string[] = []) {
  const said: string[] = []
  const say = (level: string) => (message: string, properties?: { title?: string }) =>
    void said.push([level, properties?.title, message].filter(Boolean).join(': '))
  const log: Log = {
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    error: say('error'),
    group: (_name, work) => work(),
  }
  const annotations = annotationsOn(log)
  const terms = context({ policy: { ...policy, ...overrides } })
  annotateFailures(content, terms, annotations, before.length + Math.min(configuration.length, 1))
  annotateConfiguration(configuration, annotations)
  for (const warning of before) annotations.log.warning(warning)
  annotateUndecided(content, terms, annotations)
  return { said, of: (level: string) => said.filter((line) => line.startsWith(`${level}: `)) }
}

const { purge, tls, admin, unreadable } = examples
const many = <T>(number: number, make: (index: number) => T) =>
  Array.from({ length: number }, (_, index) => make(index))
const failing = (findings: Finding[]) => report({ conclusion: 'fail', workspaces: [workspace('mlw', findings)] })
const open = (vault: string, check = 'key-vault/soft-delete', message = `${vault} could not be read.`) =>
  unreadable(check, { severity: 'high', resource: ids.vault(vault), message, missing: ids.vault(vault) })

describe('annotations', () => {
  it('say how severe, what is wrong, where, and whose', () => {
    expect(told(failing([purge('kv'), open('kv-hidden')])).said).toEqual([
      'error: high: The key vault can be purged: kv (workspace mlw): Purge protection is not enabled on the vault of the customer-managed key.',
      'warning: high: "Deleted keys can be recovered" undecided: kv-hidden (workspace mlw): kv-hidden could not be read.',
    ])
  })

  it('go by severity, whatever the order of the checks', () => {
    const { of } = told(failing([tls(), admin(), purge('kv')]), { failOnSeverity: 'low' })
    expect(of('error').map((line) => line.split(': ')[1])).toEqual(['high', 'medium', 'low'])
    const mild = { ...open('kv-a'), severity: 'low' as const }
    const undecided = told(failing([mild, open('kv-b')]), { failOnSeverity: 'low' }).of('warning')
    expect(undecided.map((line) => line.split(': ')[1])).toEqual(['high', 'low'])
  })

  it.each<[string, number, number, Partial<Policy>, string[], string[], number, number]>([
    ['all, where there is room', 3, 4, {}, [], [], 3, 4],
    ['one error is left to the sentence that fails the job', 30, 0, {}, [], [], 9, 0],
    ['errors take no room from warnings', 30, 30, {}, [], [], 9, 10],
    ['what is configured is one warning', 30, 30, {}, ['A waiver.', 'Another.'], [], 9, 10],
    ['what else went wrong is shown', 30, 30, {}, ['A waiver.'], ['No comment.', 'No baseline.'], 9, 10],
    ['failures that fail nothing are warnings', 30, 30, { warnOnly: true }, ['A waiver.'], ['No comment.'], 0, 10],
  ])('%s', (_name, failures, undecided, overrides, configuration, before, errors, warnings) => {
    const findings = [
      ...many(undecided, (index) => open(`o${index}`)),
      ...many(failures, (index) => purge(`f${index}`)),
    ]
    const { said, of } = told(failing(findings), overrides, configuration, before)
    expect([of('error').length, of('warning').length]).toEqual([errors, warnings])
    const failed = said.findLastIndex((line) => line.includes('can be purged'))
    const configured = said.findIndex((line) => line.startsWith('warning: Configuration'))
    if (configuration.length > 0) expect(configured).toBeGreaterThan(failed)
    for (const warning of before) expect(said).toContain(`warning: ${warning}`)
  })

  it('say how many they leave out', () => {
    const findings = [...many(12, (index) => purge(`f${index}`)), ...many(13, (index) => open(`o${index}`))]
    expect(told(failing(findings)).of('info')).toEqual([
      'info: … and 3 more failures; the job summary lists all.',
      'info: … and 3 more causes of undecided checks; the job summary lists all.',
    ])
  })

  it('name every workspace that shares a resource, and tell it once', () => {
    const shared = (names: string[]) =>
      told(
        report({ conclusion: 'fail', workspaces: names.map((name) => workspace(name, [purge('kv'), open('kv-x')])) }),
      )
    expect(shared(['a', 'b']).of('error')).toEqual([expect.stringContaining('kv (workspaces a and b): ')])
    expect(shared(['a', 'b']).of('warning')).toEqual([expect.stringContaining('kv-x (workspaces a and b): ')])
    expect(shared(many(9, String)).of('error')).toEqual([
      expect.stringContaining('kv (workspaces 0, 1, 2, 3, 4 and 4 more): '),
    ])
  })

  it('tell one cause once, however many checks it keeps from an answer', () => {
    const checks = ['key-vault/soft-delete', 'key-vault/rbac-authorization', 'key-vault/purge-protection']
    expect(told(failing(checks.map((check) => open('kv', check)))).of('warning')).toEqual([
      'warning: high: 3 checks undecided: kv (workspace mlw): kv could not be read.',
    ])
  })

  it.each<[string, string[], string]>([
    ['checks', ['key/readable', 'key/expiry-set'], '2 checks undecided'],
    ['one check', ['key/readable', 'key/readable'], '"The key exists" undecided'],
  ])('tell once what could not be read, however many resources it hides: %s', (_name, checks, title) => {
    const hidden = (check: string | undefined, key: string) =>
      unreadable(check ?? '', {
        severity: 'high',
        resource: ids.key('kv', key),
        missing: ids.vault(key === 'a' ? 'kv' : 'KV'),
      })
    const findings = ['a', 'b'].map((key, at) => hidden(checks[at], key))
    expect(told(failing(findings)).of('warning')).toEqual([
      `warning: high: ${title}: kv/a and kv/b (workspace mlw): The key vault could not be read.`,
    ])
  })

  it('tell each cause of one resource, where nothing is known to be missing', () => {
    const of = (check: string, message: string) => ({ ...open('kv', check, message), missing: null })
    const findings = [
      of('key-vault/soft-delete', 'No API shows it.'),
      of('key-vault/purge-protection', 'Azure says maybe.'),
    ]
    expect(told(failing(findings)).of('warning')).toEqual([
      expect.stringContaining('kv (workspace mlw): No API shows it.'),
      expect.stringContaining('kv (workspace mlw): Azure says maybe.'),
    ])
  })

  it('say nothing of what does not count', () => {
    const findings = [tls(), { ...open('kv'), severity: 'medium' as const }, examples.waived()]
    expect(told(failing(findings)).said).toEqual([])
    const known = report({ conclusion: 'pass', workspaces: [workspace('m', [purge('kv', { new: false })])], new: 0 })
    expect(told(known, { failOnNewOnly: true }).said).toEqual([])
  })

  it('tell what is configured in one, a sentence a line, and not without end', () => {
    expect(told(failing([]), {}, ['The waiver of a ran out.', 'This weakens\nb.']).said).toEqual([
      'warning: Configuration: The waiver of a ran out.\nThis weakens b.',
    ])
    expect(
      told(
        failing([]),
        {},
        many(13, (index) => `Number ${index}.`),
      ).said[0],
    ).toMatch(/Number 9\.\n… and 3 more\.$/)
  })

  it('call a check by its id that this version does not know', () => {
    const unheard = finding('quantum/entangled', ids.vault('kv'), { severity: 'high', message: 'It is.' })
    expect(told(failing([unheard])).of('error')).toEqual(['error: high: quantum/entangled: kv (workspace mlw): It is.'])
  })
})
