import { messageOf, oneLine } from '../../text.ts'
import type { Cloud } from '../clouds.ts'
import { CliFailure } from './azure-cli.ts'
import { LoginError } from './login-error.ts'

/** What is said to whoever wrote a workflow, and to whoever typed a command. */
export interface Advice {
  /** where the Azure CLI is, or is not */
  absent: string
  loggedOut: string
  /** what to do about either */
  otherwise: { absent: string; loggedOut: string }
  check: string
  without: string
  /** who logged in */
  session: string
  outlived: string
}

const step =
  'Put an azure/login step before this one, or give client-id and tenant-id (are their variables or secrets set?) to log in with the OIDC token of the job.'

export const inWorkflow: Advice = {
  absent: 'client-id and tenant-id are empty, and there is no Azure CLI on this runner.',
  loggedOut: 'client-id and tenant-id are empty, and the Azure CLI is not logged in.',
  otherwise: { absent: step, loggedOut: step },
  check: 'Check on the runner that',
  without: 'give client-id and tenant-id, so that this action logs in without it',
  session: 'the azure/login step before this one',
  outlived:
    'The session of azure/login has expired: the OIDC token that it stands on is valid for a few minutes only. Give this action client-id and tenant-id, and the job id-token: write, so that it renews its token by itself; or run it right after azure/login.',
}

export const onCommandLine: Advice = {
  absent: 'There is no Azure CLI on this machine.',
  loggedOut: 'The Azure CLI is not logged in.',
  otherwise: {
    absent:
      'Install it and run "az login", or log in without it: --login device asks you to open a page and enter a code.',
    loggedOut: 'Run "az login", or log in without it: --login device asks you to open a page and enter a code.',
  },
  check: 'Check that',
  without: 'log in without it, for example with --login device',
  session: '"az login"',
  outlived:
    'The session of the Azure CLI has expired: the OIDC token that it stands on is valid for a few minutes only. Run this right after the login, or with --login workload-identity and a file whose token somebody renews.',
}

/**
 * The Azure CLI gave no access token.
 *
 * @param timeout milliseconds that it had
 */
export function refusedByCli(error: unknown, cloud: Cloud, timeout: number, advice: Advice): LoginError {
  const kind = error instanceof CliFailure ? error.kind : 'refused'
  const text = messageOf(error)
  if (kind === 'absent') return new LoginError(`${advice.absent} ${advice.otherwise.absent}`, true)
  if (kind === 'silent') {
    return new LoginError(
      `The Azure CLI gave no answer within ${timeout / 1000} seconds when it was asked for a token. ${advice.check} "az account get-access-token" ends, or ${advice.without}.`,
    )
  }
  if (kind === 'unreadable') {
    return new LoginError(
      `The Azure CLI gave no token for ${cloud.resourceManager}, and no reason either: what it printed is not the JSON that "az account get-access-token" prints. ${advice.check} az is the Azure CLI, and update it; or ${advice.without}.`,
    )
  }
  if (/AADSTS700024/.test(text)) return new LoginError(outlived(text, advice))
  if (/\baz login(?! --scope)/.test(text) && !/AADSTS\d/.test(text)) {
    return new LoginError(`${advice.loggedOut} ${advice.otherwise.loggedOut}`, true)
  }
  return new LoginError(
    `The Azure CLI gave no token for ${cloud.resourceManager}: ${oneLine(text, 500)} Check that ${advice.session} logs in to ${cloud.name}.`,
  )
}

/** The CLI logs in again for each token, with the OIDC token that it was given, which is good for minutes. */
function outlived(text: string, advice: Advice): string {
  const said = oneLine(text.slice(text.indexOf('AADSTS')).split(/\r?\n|Trace ID:/)[0] ?? '')
  return `${advice.outlived} Message of Microsoft Entra: ${said}`
}
