import type { Cloud } from '../azure/clouds.ts'
import { type Identity, login } from '../azure/login/login.ts'
import { LoginError } from '../azure/login/login-error.ts'
import { readerBy } from '../evidence/named.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import { isOutOfTime, within } from '../time.ts'
import type { Scan } from './model.ts'

/** Neither GitHub nor Entra has to answer at all, and either may ask for patience without end. */
export async function loginInTime(inputs: Inputs, cloud: Cloud, ports: Ports): Promise<Identity> {
  const { getIDToken, azure, env, time, files, log, terminal } = ports
  let awaited = { github: "GitHub's OIDC service", 'azure-cli': 'the Azure CLI' }[inputs.login.by as string] ?? 'Azure'
  const asked = async (audience: string) => {
    const token = await getIDToken(audience)
    awaited = new URL(cloud.authority).host
    return token
  }
  const work = () =>
    login({
      inputs,
      cloud,
      getIDToken: asked,
      sdk: azure,
      env,
      read: files.ofRunner,
      ask: log.notice,
      isCommandLine: terminal !== undefined,
    })
  return within(time.reading, work).catch((error) => {
    if (!isOutOfTime(error)) throw error
    throw new LoginError(
      `The login to Azure was not done when the run reached its time limit (timeout-minutes: ${inputs.timeoutMinutes}): ${awaited} gave no token until then. Check that the runner reaches it (proxy, firewall), then run the job again.`,
    )
  })
}

/** Who reads, as reports name it. */
export function readerOf({ tenantId, clientId, personId }: Identity): Scan['reader'] {
  const person = personId === null ? null : readerBy.objectId(personId)
  return { tenant: tenantId, identity: clientId === null ? person : readerBy.clientId(clientId) }
}
