/** CHANGELOG.md: an intro, and a section for each version, the newest first. Before them is what has no version yet. */

const UNRELEASED = 'Unreleased'

interface Section {
  /** `1.1.0`, or `Unreleased` */
  version: string
  /** `2026-11-27`; null where it has none */
  date: string | null
  body: string
}

interface Changelog {
  intro: string
  sections: Section[]
}

export function readChangelog(text: string): Changelog {
  const [intro = '', ...parts] = text.split(/^(?=## )/m)
  return { intro, sections: parts.map(sectionOf) }
}

function sectionOf(part: string): Section {
  const [heading = ''] = part.split('\n', 1)
  const [, version = '', date = null] = /^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/.exec(heading) ?? []
  if (version === '')
    throw new Error(`CHANGELOG.md: "${heading}" is neither ## [Unreleased] nor ## [1.2.3] - 2026-01-31.`)
  return { version, date, body: part.slice(heading.length).trim() }
}

/** What users are told of a version. Empty where there is nothing. */
export function notesOf(text: string, version: string): string {
  return readChangelog(text).sections.find((section) => section.version === version)?.body ?? ''
}

/** What keeps a version from being released on that day, a sentence each. */
export function problemsOfChangelog(text: string, version: string, today: string): string[] {
  const { sections } = readChangelog(text)
  const left = sections.find((section) => section.version === UNRELEASED)
  const [newest] = sections.filter((section) => section.version !== UNRELEASED)
  if (newest?.version !== version)
    return [`The newest section of CHANGELOG.md is about ${newest?.version ?? 'no version'}, not ${version}.`]
  return [
    ...(isDay(newest.date) ? [] : [`CHANGELOG.md gives ${version} no date.`]),
    ...((newest.date ?? '') > today
      ? [`CHANGELOG.md says that ${version} is of ${newest.date}, which is to come.`]
      : []),
    ...(newest.body === '' ? [`CHANGELOG.md says nothing of ${version}.`] : []),
    ...(left && left.body !== '' ? [`CHANGELOG.md still has something under [Unreleased].`] : []),
  ]
}

function isDay(date: string | null): boolean {
  return date !== null && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true
}

/** With what has no version yet moved to that version: under the headings that it has already, or as a section of its own. */
export function withRelease(text: string, version: string, date: string): string {
  const { intro, sections } = readChangelog(text)
  const [added, present] = [UNRELEASED, version].map(
    (name) => sections.find((section) => section.version === name)?.body ?? '',
  )
  const others = sections.filter((section) => ![UNRELEASED, version].includes(section.version))
  const released = { version, date, body: together(present ?? '', added ?? '') }
  return `${intro}${[{ version: UNRELEASED, date: null, body: '' }, released, ...others].map(written).join('')}`
    .trimEnd()
    .concat('\n')
}

/** What stands under one heading in both, `###` and `####` below it, stands there together. */
function together(present: string, added: string): string {
  const groups = new Map<string, Map<string, string[]>>()
  for (const body of [present, added]) {
    let [heading, below] = ['', '']
    for (const part of body.split(/^(?=#{3,4} )/m)) {
      const [line = ''] = /^#{3,4} .*/.exec(part) ?? []
      if (line.startsWith('### ')) [heading, below] = [line, '']
      else if (line !== '') below = line
      const group = groups.get(heading) ?? new Map<string, string[]>()
      const text = part.slice(line.length).trim()
      groups.set(heading, group.set(below, [...(group.get(below) ?? []), ...(text === '' ? [] : [text])]))
    }
  }
  const blocks = [...groups].flatMap(([heading, group]) => [
    heading,
    ...[...group].flatMap(([below, texts]) => [below, texts.join('\n')]),
  ])
  return blocks.filter((block) => block !== '').join('\n\n')
}

function written({ version, date, body }: Section): string {
  return `## [${version}]${date ? ` - ${date}` : ''}\n\n${body ? `${body}\n\n` : ''}`
}
