import type { Inputs } from '../../inputs/inputs.ts'
import type { Environment } from '../../network/proxy.ts'
import type { Cloud } from '../clouds.ts'

export type LoginSdk = Pick<
  typeof import('../sdk.ts'),
  'ClientAssertionCredential' | 'DeviceCodeCredential' | 'ManagedIdentityCredential' | 'proxyPolicy'
>

export interface LoginOptions {
  inputs: Pick<Inputs, 'login'>
  cloud: Cloud
  /** as `core.getIDToken` */
  getIDToken: (audience: string) => Promise<string>
  env: Environment
  /** loads Azure's SDK; not called before GitHub has given its token, nor for the session of the Azure CLI */
  sdk: () => Promise<LoginSdk>
  /** what a file says; undefined when there is none */
  read: (path: string) => string | undefined
  /** asks a person to do something */
  ask: (sentence: string) => void
  /** somebody typed the command that started this */
  isCommandLine: boolean
  /** milliseconds since 1970 */
  now?: () => number
  /** milliseconds that the Azure CLI may take for a token */
  cliTimeout?: number
}
