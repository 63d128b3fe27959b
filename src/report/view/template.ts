import { listed } from '../../text.ts'
import { type Labels, labelOf } from './labels.ts'
import { resourcePath } from './names.ts'

/** Names of what a sentence is about, by what they name. */
interface Own {
  role: string
  name: string
}

/** A sentence in which the names of its resource are replaced by what they name: the same for all that say the same. */
export function templateOf(text: string, resource: string): string[] {
  return partsOf(text, resource).map((part) => (typeof part === 'string' ? part : `\0${part.role}`))
}

/** More names than so many are only counted. */
const NAMES = 20

/** Sentences of one wording as one, with the names of all. In code, which people copy, it says what to put there. */
export function filled(said: { resource: string; text: string }[], labels: Labels): string {
  if (said.length === 1) return said[0]?.text ?? ''
  const all = said.map(({ resource, text }) => partsOf(text, resource))
  const [first = []] = all
  let isCode = false
  return first
    .map((part, index) => {
      if (typeof part === 'string') {
        if (part.split('`').length % 2 === 0) isCode = !isCode
        return part
      }
      const names = new Set(all.map((parts, at) => nameOf(parts[index], said[at]?.resource ?? '', labels)))
      return isCode && names.size > 1 ? `<${part.role}>` : listed([...names], NAMES)
    })
    .join('')
}

function nameOf(part: string | Own | undefined, resource: string, labels: Labels): string {
  if (typeof part !== 'object') return part ?? ''
  return part.role === 'name' ? labelOf(resource, labels) : part.name
}

function partsOf(text: string, resource: string): (string | Own)[] {
  const own = namesOf(resource)
  const names = own.map(({ name }) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).sort((a, b) => b.length - a.length)
  // what goes on after a full stop is a name of its own
  const pattern = new RegExp(`(?<![\\w./-])(${names.join('|')})(?![\\w/-]|\\.\\w)`)
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? ownOf(part, own) : part))
}

function ownOf(name: string, own: Own[]): Own {
  return own.find((one) => one.name === name) ?? { role: 'name', name }
}

function namesOf(resource: string): Own[] {
  const [, subscription, group] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?/i.exec(resource) ?? []
  const path = resourcePath(resource).split('/')
  return [
    { role: 'name', name: path.at(-1) },
    { role: 'name of its parent', name: path.at(-2) },
    { role: 'resource group', name: group },
    { role: 'subscription', name: subscription },
  ].flatMap(({ role, name }) => (name ? [{ role, name }] : []))
}
