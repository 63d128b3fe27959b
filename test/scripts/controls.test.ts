import { describe, expect, it } from 'vitest'
import { frameworkOf, type PolicyDefinition, problemsOf, type SetDefinition } from '../../scripts/controls.ts'

const tls = { name: 'TLS should be new', id: 'aaaa0000-0000-4000-8000-000000000001' }
const keys = { name: 'Keys should expire.', id: 'bbbb0000-0000-4000-8000-000000000002' }
const other = 'cccc0000-0000-4000-8000-000000000003'

const definition = ({ name, id }: typeof tls, metadata: PolicyDefinition['properties']['metadata'] = {}) => ({
  name: id,
  properties: { displayName: name, metadata },
})

describe('policies of checks', () => {
  it.each([
    ['as they are', [definition(tls), definition(keys)], []],
    ['odd casing of ids', [definition({ ...tls, id: tls.id.toUpperCase() }), definition(keys)], []],
    ['one that is not there', [definition(tls)], [`${keys.id} (Keys should expire.) is no built-in policy.`]],
    [
      'one that is deprecated, one that is called otherwise',
      [definition(tls, { deprecated: true }), definition({ ...keys, name: 'Keys should expire' })],
      [
        `${tls.id} (TLS should be new) is deprecated.`,
        `${keys.id} is called "Keys should expire", and not "Keys should expire.".`,
      ],
    ],
  ])('%s', (_, definitions, problems) => {
    expect(problemsOf([tls, keys], definitions)).toEqual(problems)
  })
})

const initiative = { name: 'law', title: 'A law', version: '2', file: 'Law.json', prefix: 'Law_', joint: '-' }

const assigned = (id: string, ...groupNames: string[]) => ({
  policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${id}`,
  ...(groupNames.length > 0 && { groupNames }),
})

function set(change: Partial<SetDefinition['properties']> = {}): SetDefinition {
  const properties = {
    displayName: '[Preview]: The law',
    metadata: { version: '1.2.0-preview', preview: true },
    policyDefinitionGroups: [{ name: 'Law_SC_10' }, { name: 'Law_SC_9' }, { name: 'Law_AC_1' }],
    policyDefinitions: [
      assigned(tls.id.toUpperCase(), 'Law_SC_10', 'Law_SC_9'),
      assigned(tls.id, 'Law_SC_10'),
      assigned(other, 'Law_SC_10', 'Law_AC_1'),
      assigned(keys.id),
    ],
    ...change,
  }
  return { name: other, properties }
}

const framework = (definition: SetDefinition) => frameworkOf(initiative, definition, new Set([tls.id, keys.id]))

describe('a framework', () => {
  it('has the controls of our policies, each policy counted once, and none of a policy without a group', () => {
    expect(framework(set())).toEqual({
      name: 'law',
      title: 'A law',
      version: '2 (preview)',
      initiative: 'The law, 1.2.0-preview',
      size: 3,
      controls: { 'SC-9': '1: aaaa', 'SC-10': '2: aaaa' },
    })
  })

  it('has them in the order of their numbers', () => {
    expect(Object.keys(framework(set()).controls)).toEqual(['SC-9', 'SC-10'])
  })

  it.each([
    ['is deprecated', { metadata: { version: '1.0.0', deprecated: true } }],
    ['has other groups', { policyDefinitionGroups: [{ name: 'Laws_1' }] }],
  ])('is refused when its initiative %s', (_, change) => {
    expect(() => framework(set(change))).toThrow('begin with Law_')
  })
})
