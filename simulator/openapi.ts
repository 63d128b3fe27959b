import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import type { RecordedRequest } from './traffic.ts'

interface Description {
  operations: Record<string, { request: object | null; answers: Record<string, object | null> }>
  definitions: Record<string, object>
}

const description: Description = JSON.parse(readFileSync(join(import.meta.dirname, 'github-openapi.json'), 'utf8'))

const ajv = new Ajv({
  allErrors: true,
  strict: false,
  formats: {
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    uri: (text: string) => URL.canParse(text),
    email: /^[^@\s]+@[^@\s]+$/,
    int64: true,
    timestamp: true,
  },
})
ajv.addSchema({ $id: 'github', definitions: description.definitions })

const compiled = new Map<object, ValidateFunction>()

const patterns = Object.keys(description.operations).map((operation) => {
  const source = operation.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'path' || name === 'ref' ? '(.+)' : '([^/]+)',
  )
  return [operation, new RegExp(`^${source}$`)] as const
})

/** The operations that are described, as `GET /user`. */
export const operations = Object.keys(description.operations)

/** What a request is, as GitHub describes it; undefined when it is not such a thing. */
export function operationOf({ method, path }: Pick<RecordedRequest, 'method' | 'path'>): string | undefined {
  const called = `${method} ${path.replace(/^\/api(\/v3)?(?=\/)/, '')}`
  return patterns.find(([, pattern]) => pattern.test(called))?.[0]
}

/** Where requests of the REST API and their answers differ from what GitHub publishes about them, a line each. */
export function misfits(requests: RecordedRequest[]): string[] {
  const some = requests.filter(({ kind, path }) => kind === 'github' && !path.endsWith('/graphql'))
  return [...new Set(some.flatMap(misfitsOf))]
}

function misfitsOf({ method, path, status, body, answer }: RecordedRequest): string[] {
  const operation = operationOf({ method, path })
  const described = description.operations[operation ?? '']
  if (!described) return [`${method} ${path} is not described`]
  const { answers, request } = described
  const asked = status < 300 && request && body ? validate(request, JSON.parse(body)) : []
  if (!(status in answers) && status < 400) return [`${operation} has no answer ${status}`]
  const schema = answers[status] ?? (status < 400 ? null : { $ref: '#/definitions/basic-error' })
  const answered = schema && answer ? validate(schema, answer) : []
  return [
    ...asked.map((problem) => `${operation} request${problem}`),
    ...answered.map((problem) => `${operation} ${status}${problem}`),
  ]
}

function validate(schema: object, value: unknown): string[] {
  const known = compiled.get(schema) ?? ajv.compile(within(schema))
  compiled.set(schema, known)
  if (known(value)) return []
  return (known.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

function within(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', '"github#/definitions/'))
}
