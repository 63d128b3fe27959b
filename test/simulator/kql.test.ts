import { describe, expect, test } from 'vitest'
import { compileQuery } from '../../simulator/kql.ts'
import type { Row } from '../../simulator/kql-operators.ts'

const rows: Row[] = [
  {
    id: '/B',
    name: 'b',
    type: 'x/a',
    kind: '',
    tags: null,
    properties: { Mode: 'On', nested: { list: ['p'] }, size: 2 },
  },
  { id: '/a', name: 'a', type: 'x/b', kind: 'hub', tags: { env: 'prod' }, properties: null },
]

function run(query: string): Row[] {
  const program = compileQuery(query)
  if ('code' in program) throw new Error(`${program.code}: ${program.message}`)
  return program.run(rows)
}

function names(condition: string): unknown[] {
  return run(`resources | where ${condition} | project name`).map((row) => row.name)
}

describe('the KQL that the simulated Resource Graph runs', () => {
  test.each([
    ["type =~ 'X/A'", ['b']],
    ["type == 'X/A'", []],
    ["type != 'x/a'", ['a']],
    ["type !~ 'X/A'", ['a']],
    ["id in ('/b', '/A')", []],
    ["id in~ ('/b', '/A')", ['b', 'a']],
    ["id !in~ ('/b')", ['a']],
    ["kind == ''", ['b']],
    ["isempty(kind) and not(name == 'a')", ['b']],
    ["isnotempty(kind) or name =~ 'B'", ['b', 'a']],
    ["(name == 'a' or name == 'b') and type startswith 'X/'", ['b', 'a']],
    ["type contains '/B'", ['a']],
    ["type endswith '/B'", ['a']],
    ["properties.Mode == 'On'", ['b']],
    ["properties.mode == 'On'", []],
    ["properties.Mode != 'Off'", ['b', 'a']],
    ['properties.size == 2', ['b']],
    ["properties['nested'].list[0] == 'p'", ['b']],
    ["tostring(properties.absent) == ''", ['b', 'a']],
    ['isnull(properties.size)', ['a']],
    ['isnotnull(tags)', ['a']],
    ["tolower(id) == '/b'", ['b']],
  ])('where %s', (condition, expected) => {
    expect(names(condition)).toEqual(expected)
  })

  test('project keeps, computes, renames and names by path', () => {
    const query =
      "resources | where name == 'b' | project id, ['kind'], upper = tolower(id), properties.nested.list, tostring(properties)"
    expect(run(query)).toEqual([
      {
        id: '/B',
        kind: '',
        upper: '/b',
        properties_nested_list: ['p'],
        properties: JSON.stringify(rows[0]?.properties),
      },
    ])
  })

  test('extend adds and replaces', () => {
    expect(run("resources | where name == 'a' | extend env = tostring(tags.env), name = 'c'")).toEqual([
      { ...rows[1], env: 'prod', name: 'c' },
    ])
  })

  test.each([
    ['order by id asc', ['b', 'a']],
    ['order by id', ['a', 'b']],
    ['sort by tolower(id) asc', ['a', 'b']],
    ['order by tostring(tags.env) asc, id desc', ['b', 'a']],
    ['order by id asc | take 1', ['b']],
    ['limit 1', ['b']],
  ])('%s', (operators, expected) => {
    expect(run(`Resources | ${operators}`).map((row) => row.name)).toEqual(expected)
  })

  test('says what it needs, so that a large estate is not searched', () => {
    expect(compileQuery("resources | where type in~ ('X/A') and id =~ '/B' and kind == 'hub'")).toMatchObject({
      needs: [{ types: ['x/a'], ids: ['/b'] }],
    })
    expect(compileQuery("resources | where type =~ 'x' or (id =~ '/B' and kind == 'hub')")).toMatchObject({
      needs: [{ types: ['x'] }, { ids: ['/b'] }],
    })
    expect(compileQuery("resources | where type =~ 'x' or kind == 'hub'")).toMatchObject({ needs: null })
  })
})

describe('the KQL that it refuses', () => {
  test.each([
    ['resources | where', 'ParserFailure'],
    ["resources | where type = 'x'", 'InvalidQuery'],
    ["resources | where typ =~ 'x'", 'InvalidQuery'],
    ['resource | project id', 'InvalidQuery'],
    ['resources | where type =~ lower(name)', 'InvalidQuery'],
    ['resources | where tolower(type)', 'InvalidQuery'],
    ['resources | project id | where name == ""', 'InvalidQuery'],
    ['resources | extend kind = name', 'InvalidQuery'],
    ['resources | order by tags asc', 'InvalidQuery'],
    ['resources | summarize count()', 'Unsupported'],
    ['resources | join (resourcecontainers) on id', 'Unsupported'],
    ['resources | mv-expand tags', 'Unsupported'],
    ['resources | distinct id', 'Unsupported'],
    ['resources | where id has "x"', 'Unsupported'],
    ['resources | where id matches regex "x"', 'Unsupported'],
    ['resources | where properties.size > 1', 'Unsupported'],
    ['resources | where id in~ ((resources | project id))', 'Unsupported'],
    ['resources | extend n = strlen(id)', 'Unsupported'],
    ['let ids = dynamic([]); resources', 'Unsupported'],
    ['print 1', 'Unsupported'],
    ['', 'Unsupported'],
  ])('%s: %s', (query, code) => {
    expect(compileQuery(query)).toMatchObject({ code })
  })

  test('a refusal says where', () => {
    expect(compileQuery('resources\n| project nam')).toMatchObject({
      line: 2,
      characterPositionInLine: 10,
      token: 'nam',
    })
  })
})
