import { describe, expect, it } from 'vitest'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import { oneEstate } from '../../simulator/estates/one.ts'
import { act, cloudOf } from './act.ts'

const cli = { 'client-id': '', 'tenant-id': '', workspaces: 'mlw-research' }
const person = '5e0a1b2c-0000-4000-8000-00000000beef'
/** The program by which people log in to the Azure CLI. */
const program = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

describe('commands after azure/login name', () => {
  it('the application that is logged in', async () => {
    const cloud = await cloudOf()
    const { comment } = await act(cloud, { inputs: cli, path: standInAzureCli(cloud) })
    expect(comment).toContain(`--assignee ${cloud.estate.identity.clientId}`)
    expect(comment).not.toContain('<client-id>')
  })

  it('the person whose session it is, and never the program', async () => {
    const cloud = await cloudOf()
    const path = standInAzureCli(cloud, { claims: { idtyp: 'user', appid: program, oid: person } })
    const { comment } = await act(cloud, { inputs: cli, path })
    expect(comment).toContain(`--assignee ${person}`)
    expect(comment).not.toContain(program)
  })

  it('nobody where details are not to be published', async () => {
    const cloud = await cloudOf()
    const path = standInAzureCli(cloud)
    const { comment, summary } = await act(cloud, { inputs: { ...cli, 'publish-details': 'false' }, path })
    expect(comment + summary).toContain('<client-id>')
    expect(comment + summary).not.toContain(cloud.estate.identity.clientId)
  })
})

describe('a login that fails says why in a sentence', () => {
  it.each<[string, (cloud: Awaited<ReturnType<typeof cloudOf>>) => void, RegExp]>([
    [
      'a number as OIDC token',
      ({ faults }) =>
        faults.push({ kind: 'transform', transform: () => ({ value: 7 }), match: ({ kind }) => kind === 'oidc' }),
      /gave no token: token\.actions\.githubusercontent\.com answered with a value of type number in its place\. Check that it is not the proxy 127\.0\.0\.1:\d+ \(https_proxy\)/,
    ],
    [
      'a page for an OIDC token',
      ({ faults }) => faults.push({ kind: 'malformed', body: '<html>', match: ({ kind }) => kind === 'oidc' }),
      /gave no token: token\.actions\.githubusercontent\.com answered with something else in its place\./,
    ],
    [
      'Entra is not available',
      ({ faults }) =>
        faults.push({
          kind: 'status',
          status: 503,
          headers: { 'retry-after': '0' },
          match: ({ kind }) => kind === 'token',
        }),
      /login\.microsoftonline\.com is not available \(HTTP status 503\)\. Run the job again later/,
    ],
    [
      'an odd error of Entra',
      ({ faults }) =>
        faults.push({
          kind: 'status',
          status: 400,
          body: { error: {}, error_description: {} },
          match: ({ kind }) => kind === 'token',
        }),
      /gave an answer in a form that Microsoft Entra does not use \(HTTP status 400\)/,
    ],
    [
      'no federated credential at all',
      (cloud) => {
        cloud.entra.error = { code: 70025, text: 'The client has no configured federated identity credentials.' }
      },
      /has no federated credential at all\. The token carries:[\s\S]*issuer: {3}https:\/\/token[\s\S]*"name":"repo-contoso-ml-platform-pull_request-[\da-f]{8}"/,
    ],
  ])('%s', async (_, change, expected) => {
    const cloud = await cloudOf({ estate: oneEstate() })
    change(cloud)
    const { annotations, exitCode } = await act(cloud)
    const said = annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
    expect(said.join('\n')).toMatch(expected)
    expect(said.join('\n')).not.toMatch(/Unexpected error|\[object|undefined|network_error/)
    expect(exitCode).toBe(1)
  })
})
