import { expect, it } from 'vitest'
import { AnswerTooLarge } from '../../../src/azure/requests/answer-size.ts'
import { failureOf, over, parse, ReadFailure, refusal } from '../../../src/azure/requests/read-failure.ts'
import { cancelled } from '../../../src/time.ts'

const named = (name: string) => Object.assign(new Error('x'), { name })

it.each<[string, unknown, Partial<ReadFailure>]>([
  ['any error', new Error('odd'), { message: 'Azure could not be read: odd' }],
  ['a word', 'odd', { message: 'Azure could not be read: odd' }],
  ['an object', { code: 'EPIPE', message: 'broken' }, { code: 'EPIPE', message: 'Azure could not be read: broken' }],
  ['our own mistake', new TypeError('x is undefined'), { message: 'Azure gave an unexpected answer.' }],
  ['a time-out', named('AbortError'), { message: 'Azure did not answer in time.' }],
  ['an answer too large', new AnswerTooLarge('Too large.'), { message: 'Too large.' }],
  [
    'an answer that the SDK cannot parse',
    Object.assign(new Error('{"ConnectionString": "AccountKey=secret'), { code: 'PARSE_ERROR' }),
    { code: 'PARSE_ERROR', message: 'Azure answered with something that is not JSON.' },
  ],
])('%s becomes a failure with a sentence', (_, error, expected) => {
  const { reason, status, code, target, message } = failureOf(error)
  const plain = { reason: 'invalid-response', status: 0, code: '', target: '' }
  expect({ reason, status, code, target, message }).toEqual({ ...plain, ...expected })
})

it('what is a failure stays the same one', () => {
  const known = new ReadFailure('throttled', 'Busy.')
  expect(failureOf(known)).toBe(known)
})

it.each<[string, unknown, string, boolean]>([
  ['cancelled', cancelled('job'), 'The run was cancelled.', true],
  ['out of time', new Error('x'), 'The run reached its time limit (timeout-minutes).', false],
])('a run that is %s says so', (_, reason, message, isCancelled) => {
  expect(over(reason)).toMatchObject({ reason: 'timeout', status: 0, message, isCancelled })
})

it('what Azure says is cut and kept to one line', () => {
  const { message, code, target } = new ReadFailure(
    'throttled',
    `a\n${'m'.repeat(2000)}`,
    429,
    'c'.repeat(200),
    't'.repeat(300),
  )
  expect(message).toMatch(/^a m{990,998} …$/)
  expect(code).toMatch(/^c{95,100} …$/)
  expect(target).toMatch(/^t{195,200} …$/)
})

it.each<[string | null | undefined, object | null]>([
  ['{"a":1}', { a: 1 }],
  ['[]', null],
  ['null', null],
  ['"a"', null],
  ['{', null],
  ['', null],
  [null, null],
  [undefined, null],
])('%s as a body', (text, body) => {
  expect(parse(text)).toEqual(body)
})

it.each<[number, string, string]>([
  [429, '', 'throttled'],
  [403, 'AuthorizationFailed', 'forbidden'],
  [403, '', 'forbidden'],
  [401, 'InvalidAuthenticationToken', 'invalid-response'],
  [401, 'InvalidAuthenticationTokenTenant', 'not-visible'],
  [404, 'subscriptionnotfound', 'not-visible'],
  [404, 'NotASubscriptionNotFound', 'absent'],
  [404, 'SubscriptionNotFoundHere', 'absent'],
  [400, 'NoRegisteredProviderFound', 'api-unsupported'],
  [400, 'InvalidApiVersionParameter', 'api-unsupported'],
  [400, 'unsupportedapiversion', 'api-unsupported'],
  [404, 'InvalidResourceType', 'api-unsupported'],
  [404, 'InvalidResourceNamespace', 'api-unsupported'],
  [404, 'NotInvalidResourceType', 'absent'],
  [404, 'InvalidResourceTypes', 'absent'],
  [404, 'ResourceNotFound', 'absent'],
  [404, '', 'invalid-response'],
  [200, 'ResourceNotFound', 'invalid-response'],
  [500, 'InternalServerError', 'invalid-response'],
])('status %i with the code "%s" is %s', (status, code, reason) => {
  expect(refusal(status, { error: { code, message: 'x' } })).toMatchObject({ status, code, reason })
})

const registration = {
  code: 'MissingSubscriptionRegistration',
  message: "The subscription is not registered to use namespace 'Microsoft.KubernetesConfiguration'.",
}
const userError = {
  error: {
    code: 'UserError',
    severity: null,
    message: 'Workspace not found.',
    details: [],
    additionalInfo: [{ type: 'ComponentName', info: { value: 'managementfrontend' } }],
  },
}

it.each<[string, number, Record<string, unknown> | null, Partial<ReadFailure>]>([
  [
    'an envelope',
    404,
    { error: { code: 'NotFound', message: 'Gone.', target: 'x' } },
    { reason: 'absent', code: 'NotFound', message: 'Gone.', target: 'x' },
  ],
  [
    'no envelope',
    404,
    { code: 'NotFound', details: null, message: 'Gone.', subcode: '' },
    { reason: 'absent', code: 'NotFound', message: 'Gone.', target: '' },
  ],
  [
    'an envelope and a status',
    404,
    { error: { code: 'ResourceNotFound', message: 'Gone.' }, status: 'Failed' },
    { reason: 'absent', code: 'ResourceNotFound', message: 'Gone.' },
  ],
  [
    'a word in place of an object',
    404,
    { error: 'ResourceNotFound', status: 404 },
    { reason: 'absent', code: 'ResourceNotFound', message: 'Azure answered with HTTP status 404.' },
  ],
  ['the words of a gateway', 404, { error: 'Not Found', status: 404 }, { reason: 'invalid-response', code: '' }],
  [
    'capitals',
    409,
    { Error: { Code: 'Conflict', Message: 'Busy.' } },
    { reason: 'invalid-response', code: 'Conflict', message: 'Busy.' },
  ],
  ['an error of the user', 404, userError, { reason: 'absent', code: 'UserError', message: 'Workspace not found.' }],
  ['an error of the user about a role', 403, userError, { reason: 'forbidden', code: 'UserError' }],
  ['nothing', 404, null, { reason: 'invalid-response', code: '', message: 'Azure answered with HTTP status 404.' }],
  ['numbers and lists', 404, { error: [], code: 7, message: {} }, { reason: 'invalid-response', code: '' }],
  [
    'a namespace in the message',
    409,
    { error: registration },
    { ...registration, reason: 'invalid-response', target: '' },
  ],
  [
    'a namespace among the details',
    409,
    { error: { ...registration, details: [{ ...registration, target: 'Microsoft.KubernetesConfiguration' }] } },
    { ...registration, reason: 'invalid-response', target: 'Microsoft.KubernetesConfiguration' },
  ],
])('an error in the shape of %s', (_, status, body, expected) => {
  expect(refusal(status, body)).toMatchObject({ status, ...expected })
})

it('Resource Graph says what is wrong among the details', () => {
  const details = [{ code: 'ResponsePayloadTooLarge', message: 'Too large.' }]
  const body = { error: { code: 'BadRequest', message: 'Please provide below info', details } }
  expect(refusal(400, body)).toMatchObject({ code: 'ResponsePayloadTooLarge', message: 'Too large.' })
  expect(refusal(400, { error: { code: 'BadRequest', message: 'Bad.', details: [{}] } })).toMatchObject({
    code: 'BadRequest',
    message: 'Bad.',
  })
})
