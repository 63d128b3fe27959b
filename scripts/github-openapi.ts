/**
 * Cuts what the simulated GitHub answers out of GitHub's published OpenAPI description (npm: @octokit/openapi, far too
 * large to install with everything else), as JSON Schema. By hand, for a newer description: node scripts/github-openapi.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const version = '23.0.2'
const repository = '/repos/{owner}/{repo}'
const operations = [
  'GET /user',
  ...[
    'GET ',
    'GET /issues',
    'POST /issues',
    'GET /issues/{issue_number}',
    'PATCH /issues/{issue_number}',
    'POST /issues/{issue_number}/labels',
    'GET /issues/{issue_number}/comments',
    'POST /issues/{issue_number}/comments',
    'GET /issues/comments/{comment_id}',
    'PATCH /issues/comments/{comment_id}',
    'DELETE /issues/comments/{comment_id}',
    'POST /labels',
    'GET /git/ref/{ref}',
    'POST /git/refs',
    'PATCH /git/refs/{ref}',
    'GET /git/commits/{commit_sha}',
    'POST /git/commits',
    'POST /git/trees',
    'POST /git/blobs',
    'GET /contents/{path}',
  ].map((operation) => operation.replace(' ', ` ${repository}`)),
]

type Schema = Record<string, unknown>

interface Content {
  $ref?: string
  content?: Record<string, { schema?: Schema }>
}

interface Description {
  paths: Record<string, Record<string, { requestBody?: Content; responses: Record<string, Content> }>>
  components: { schemas: Record<string, Schema>; responses: Record<string, Content> }
}

/** The schemas of some operations, and all that they lead to. */
function extract(description: Description): object {
  const { components, paths } = description
  const extracted = Object.fromEntries(
    operations.map((operation) => {
      const [method = '', path = ''] = operation.split(' ')
      const found = paths[path]?.[method.toLowerCase()]
      if (!found) throw new Error(`${operation} is not described.`)
      const answers = Object.entries(found.responses).map(([status, response]) => [
        status,
        schemaOf(response, components),
      ])
      return [
        operation,
        { request: schemaOf(found.requestBody ?? {}, components), answers: Object.fromEntries(answers) },
      ]
    }),
  )
  return {
    source: `@octokit/openapi ${version} (MIT)`,
    operations: extracted,
    definitions: reached(extracted, components),
  }
}

/** What is sent as JSON, null where nothing is said of it. */
function schemaOf(content: Content, { responses }: Description['components']): unknown {
  const { content: types = {} } = responses[nameOf(content.$ref)] ?? content
  return plain(Object.entries(types).find(([type]) => type.includes('json'))?.[1].schema ?? null)
}

function reached(from: object, { schemas }: Description['components']): Record<string, unknown> {
  const definitions: Record<string, unknown> = {}
  const todo = [JSON.stringify(from)]
  for (let text = todo.pop(); text !== undefined; text = todo.pop()) {
    for (const [, name = ''] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (name in definitions) continue
      definitions[name] = plain(schemas[name])
      todo.push(JSON.stringify(definitions[name]))
    }
  }
  return Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const decisive = [
  'type',
  'format',
  'enum',
  'required',
  'pattern',
  'minimum',
  'maximum',
  'maxLength',
  'minLength',
  'maxItems',
  'minItems',
]
const several = ['allOf', 'anyOf', 'oneOf']

/** JSON Schema of OpenAPI's own, without what only explains. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { $ref, nullable, properties, items, additionalProperties, ...rest } = value as Schema
  if (typeof $ref === 'string') return { $ref: `#/definitions/${nameOf($ref)}` }
  const kept = Object.entries(rest).filter(([key]) => decisive.includes(key))
  const lists = several.flatMap((key) => (Array.isArray(rest[key]) ? [[key, rest[key].map(plain)]] : []))
  const schema = {
    ...Object.fromEntries([...kept, ...lists]),
    ...(properties ? { properties: mapped(properties) } : {}),
    ...(items ? { items: plain(items) } : {}),
    ...(additionalProperties === undefined ? {} : { additionalProperties: plain(additionalProperties) }),
  }
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema
}

function mapped(properties: unknown): Schema {
  return Object.fromEntries(Object.entries(properties as Schema).map(([name, schema]) => [name, plain(schema)]))
}

function nameOf(ref = ''): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'))
  try {
    const options = { cwd: folder, encoding: 'utf8' } as const
    const pack = ['pack', `@octokit/openapi@${version}`, '--silent']
    const file = 'package/generated/api.github.com.json'
    execFileSync('tar', ['-xzf', execFileSync('npm', pack, options).trim(), file], options)
    const extracted = extract(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const target = join(import.meta.dirname, '../simulator/github-openapi.json')
    writeFileSync(target, JSON.stringify(extracted))
    execFileSync('npx', ['biome', 'format', '--write', target])
  } finally {
    rmSync(folder, { recursive: true })
  }
}
