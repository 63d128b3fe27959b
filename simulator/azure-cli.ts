import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from './cloud.ts'

/** Where `cmd.exe` is, without which Windows runs no `az`. */
export const shellOfWindows = process.platform === 'win32' ? [`${process.env.SystemRoot}\\System32`] : []

/**
 * A directory with a stand-in `az` that has the session of an azure/login step: it answers `account get-access-token`
 * with a token for that Resource Manager origin, or fails with what `failure` says.
 */
export function standInAzureCli(
  cloud: Cloud,
  options: { resourceManager?: string; failure?: string; claims?: Record<string, unknown> } = {},
): string {
  const directory = mkdtempSync(join(cloud.directory, 'az-'))
  const inAnHour = new Date(Date.now() + 3_600_000)
  const answer = {
    accessToken: cloud.accessToken(options.resourceManager, options.claims),
    expiresOn: inAnHour.toISOString().slice(0, 19).replace('T', ' '),
    expires_on: Math.floor(inAnHour.getTime() / 1000),
    subscription: cloud.estate.subscriptions[0]?.id,
    tenant: cloud.estate.tenantId,
    tokenType: 'Bearer',
  }
  const script = options.failure
    ? `printf '%s\\n' '${options.failure.replaceAll("'", "'\\''")}' >&2\nexit 1`
    : `printf '%s\\n' '${JSON.stringify(answer)}'`
  writeFileSync(join(directory, 'az'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  // what it is on Windows
  writeFileSync(join(directory, 'said'), `${options.failure ?? JSON.stringify(answer)}\n`)
  writeFileSync(join(directory, 'az.cmd'), `@type "%~dp0said"${options.failure ? ' >&2\r\n@exit /b 1' : ''}\r\n`)
  return directory
}
