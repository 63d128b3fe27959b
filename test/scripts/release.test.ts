import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notesOf, readChangelog, withRelease } from '../../scripts/changelog.ts'
import { placeOf, prepared, problemsOf, type ReleaseFiles } from '../../scripts/release.ts'

const root = join(import.meta.dirname, '../..')
const today = '2026-11-27'

const intro = '# Changelog\n\nWhat users notice.\n\n'
const first = '## [1.0.0] - 2026-01-31\n\n### Added\n\n- Everything.\n'

function files(version: string, changelog: string): ReleaseFiles {
  const lock = { name: 'x', version, packages: { '': { name: 'x', version }, 'node_modules/y': { version: '9.9.9' } } }
  return {
    'package.json': `{\n  "name": "x",\n  "version": "${version}",\n  "devDependencies": {\n    "version": "9.9.9"\n  }\n}\n`,
    'package-lock.json': `${JSON.stringify(lock, null, 2)}\n`,
    'src/version.ts': `/** The version. */\nexport const version = '${version}'\n`,
    'CHANGELOG.md': changelog,
  }
}

const dated = (rest: string, date: string = today) =>
  `${intro}## [Unreleased]\n\n## [1.1.0] - ${date}\n\n${rest}\n${first}`
const good = files('1.1.0', dated('### Added\n\n- More.\n'))

describe('a tag becomes a release', () => {
  it('when all say the same', () => {
    expect(problemsOf('v1.1.0', good, today)).toEqual([])
  })

  it.each<[string, string, ReleaseFiles, string[]]>([
    ['no v', '1.1.0', good, ['"1.1.0" is no tag of a release, such as v1.2.0.']],
    ['a tag that moves', 'v1', good, ['"v1" is no tag of a release, such as v1.2.0.']],
    ['a version before the next', 'v1.1.0-rc.1', good, ['"v1.1.0-rc.1" is no tag of a release, such as v1.2.0.']],
    ['zeros', 'v1.01.0', good, ['"v1.01.0" is no tag of a release, such as v1.2.0.']],
    ['a command', 'v1.1.0;id', good, ['"v1.1.0;id" is no tag of a release, such as v1.2.0.']],
    [
      'another version in all files',
      'v1.1.0',
      { ...files('1.0.0', good['CHANGELOG.md']) },
      [
        'package.json says 1.0.0, the tag says 1.1.0.',
        'package-lock.json says 1.0.0, the tag says 1.1.0.',
        'The root of packages in package-lock.json says 1.0.0, the tag says 1.1.0.',
        'src/version.ts says 1.0.0, the tag says 1.1.0.',
      ],
    ],
    [
      'a source without a version',
      'v1.1.0',
      { ...good, 'src/version.ts': '' },
      ['src/version.ts says no version, the tag says 1.1.0.'],
    ],
    [
      'no section',
      'v1.1.0',
      { ...good, 'CHANGELOG.md': intro + first },
      ['The newest section of CHANGELOG.md is about 1.0.0, not 1.1.0.'],
    ],
    [
      'no section at all',
      'v1.1.0',
      { ...good, 'CHANGELOG.md': intro },
      ['The newest section of CHANGELOG.md is about no version, not 1.1.0.'],
    ],
    ['an empty section', 'v1.1.0', { ...good, 'CHANGELOG.md': dated('') }, ['CHANGELOG.md says nothing of 1.1.0.']],
    [
      'something that has no version',
      'v1.1.0',
      {
        ...good,
        'CHANGELOG.md': good['CHANGELOG.md'].replace('## [Unreleased]\n', '## [Unreleased]\n\n- More still.\n'),
      },
      ['CHANGELOG.md still has something under [Unreleased].'],
    ],
    [
      'no date',
      'v1.1.0',
      { ...good, 'CHANGELOG.md': good['CHANGELOG.md'].replace(` - ${today}`, '') },
      ['CHANGELOG.md gives 1.1.0 no date.'],
    ],
    [
      'no day of the calendar',
      'v1.1.0',
      { ...good, 'CHANGELOG.md': dated('- More.\n', '2026-02-30') },
      ['CHANGELOG.md gives 1.1.0 no date.'],
    ],
    [
      'a day to come',
      'v1.1.0',
      { ...good, 'CHANGELOG.md': dated('- More.\n', '2026-11-28') },
      ['CHANGELOG.md says that 1.1.0 is of 2026-11-28, which is to come.'],
    ],
  ])('unless there is %s', (_, tag, given, problems) => {
    expect(problemsOf(tag, given, today)).toEqual(problems)
  })

  it('a heading that is none of a version stops it', () => {
    const odd = { ...good, 'CHANGELOG.md': good['CHANGELOG.md'].replace(`## [1.1.0] - ${today}`, '## 1.1.0') }
    expect(() => problemsOf('v1.1.0', odd, today)).toThrow('"## 1.1.0" is neither ## [Unreleased] nor')
  })
})

describe('npm run release', () => {
  const open = `${intro}## [Unreleased]\n\n### Changed\n\n- Less.\n\n### Added\n\n- More.\n\n${first}`

  it('writes the version everywhere, and nothing else', () => {
    expect(prepared('1.1.0', files('1.0.0', open), today)).toEqual(
      files('1.1.0', dated('### Changed\n\n- Less.\n\n### Added\n\n- More.\n')),
    )
  })

  it('adds to a section that is there, under its headings', () => {
    const more = dated('### Added\n\n- One.\n').replace(
      '## [Unreleased]\n',
      '## [Unreleased]\n\n### Fixed\n\n- Two.\n\n### Added\n\n- Three.\n',
    )
    const [, { body = '' } = {}] = readChangelog(withRelease(more, '1.1.0', today)).sections
    expect(body).toBe('### Added\n\n- One.\n- Three.\n\n### Fixed\n\n- Two.')
  })

  it('and under those below them', () => {
    const present = '### Added\n\n- One.\n\n#### Checks\n\n- Two.\n\n#### Setup\n\n- Three.\n'
    const added = '### Added\n\n- Four.\n\n#### Checks\n\n- Five.\n\n### Fixed\n\n- Six.'
    const [, { body = '' } = {}] = readChangelog(
      withRelease(dated(present).replace('## [Unreleased]\n', `## [Unreleased]\n\n${added}\n`), '1.1.0', today),
    ).sections
    expect(body).toBe(
      '### Added\n\n- One.\n- Four.\n\n#### Checks\n\n- Two.\n- Five.\n\n#### Setup\n\n- Three.\n\n### Fixed\n\n- Six.',
    )
  })

  it('done twice is done once', () => {
    const once = prepared('1.1.0', files('1.0.0', open), today)
    expect(prepared('1.1.0', once, today)).toEqual(once)
  })

  it.each(['', 'v1.1.0', '1.1', '1.1.0-rc.1', 'check'])('refuses "%s"', (version) => {
    expect(() => prepared(version, good, today)).toThrow(/is no version\. Say it like npm run release -- 1\.2\.0$/)
  })

  it('makes a release of this tree', () => {
    const names = ['package.json', 'package-lock.json', 'src/version.ts', 'CHANGELOG.md'] as const
    const read = (name: string) => readFileSync(join(root, name), 'utf8')
    const tree = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<(typeof names)[number], string>
    const { version } = JSON.parse(tree['package.json'])
    const day = new Date().toISOString().slice(0, 10)
    const after = prepared(version, tree, day)
    expect(problemsOf(`v${version}`, after, day)).toEqual([])
    expect(after['package.json']).toBe(tree['package.json'])
    expect(after['package-lock.json']).toBe(tree['package-lock.json'])
    expect(after['src/version.ts']).toBe(tree['src/version.ts'])
  })
})

it('the notes of a release are its section', () => {
  expect(notesOf(good['CHANGELOG.md'], '1.1.0')).toBe('### Added\n\n- More.')
  expect(notesOf(good['CHANGELOG.md'], '1.0.0')).toBe('### Added\n\n- Everything.')
  expect(notesOf(good['CHANGELOG.md'], '2.0.0')).toBe('')
})

describe('the place of a release', () => {
  it.each<[string, string, string[], string, boolean]>([
    ['the first', 'v1.0.0', ['v1.0.0'], 'v1', true],
    ['the newest', 'v1.10.0', ['v1.0.0', 'v1.9.9', 'v1.10.0', 'v1'], 'v1', true],
    ['a repair of an older one', 'v1.9.10', ['v1.9.10', 'v1.10.0'], '', false],
    ['a repair of the newest', 'v1.10.1', ['v1.9.10', 'v1.10.0', 'v1.10.1'], 'v1', true],
    ['the newest of an older major', 'v1.2.0', ['v1.1.9', 'v1.2.0', 'v2.0.0', 'v10.0.0'], 'v1', false],
    ['the next major', 'v2.0.0', ['v1.9.0', 'v2.0.0'], 'v2', true],
    ['tags that are no releases', 'v1.2.0', ['v1.3.0-rc.1', 'v1', 'v1.3', 'vx', ''], 'v1', true],
  ])('%s', (_, tag, tags, major, latest) => {
    expect(placeOf(tag, tags)).toEqual({ major, latest })
  })

  it('a tag that moves has none', () => {
    expect(() => placeOf('v1', ['v1'])).toThrow('"v1" is no tag of a release')
  })
})

/** Branches that were merged line by line leave things twice, and gaps. */
describe('CHANGELOG.md', () => {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')

  it.each(readChangelog(text).sections)('says each thing once: $version', ({ body }) => {
    const starts = [...body.matchAll(/^(?:- .{40}|###+ .*$)/gm)].map(([start]) => start)
    expect(starts.filter((start, index) => starts.indexOf(start) !== index)).toEqual([])
  })

  it('has no gap within a list, none of two lines, and none at its end', () => {
    expect(text).not.toMatch(/^(?:- | {2}).*\n\n(?:- | {2})/m)
    expect(text).not.toMatch(/\n\n\n|\n\n$|^(?:<|=|>){7}/m)
  })
})
