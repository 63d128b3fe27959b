import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import type { Cloud } from '../../simulator/cloud.ts'
import { type CommandResult, runCommand } from '../../simulator/command.ts'
import { cloudOf } from '../action/act.ts'

const docs = join(import.meta.dirname, '../../docs/pipelines')
const read = (name: string) => parse(readFileSync(join(docs, name), 'utf8'))

/** A directory with an npx that has the package already, and refuses to bring any other. */
function standInNpx({ directory }: Cloud): string {
  const folder = join(directory, 'npx')
  const cli = join(import.meta.dirname, '../../dist/cli.js')
  const script = `[ "$1 $2" = '--yes github:OWNER/azureml-encryption-check#v1' ] || exit 9\nshift 2\nexec '${process.execPath}' '${cli}' "$@"`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return folder
}

async function run(
  cloud: Cloud,
  script: string,
  env: Record<string, string>,
  path: string[] = [],
): Promise<CommandResult> {
  const all = [standInNpx(cloud), ...path, dirname(process.execPath), '/usr/bin', '/bin'].join(':')
  return runCommand([], { cloud, program: ['/bin/bash', '-ec', script], env: { CI: 'true', ...env, PATH: all } })
}

describe.runIf(process.platform === 'linux')('the example for', () => {
  it('Azure Pipelines judges with the session of its task, and shows its report', async () => {
    interface Step {
      task?: string
      inputs?: Record<string, string>
      bash?: string
      publish?: string
    }
    const steps: Step[] = read('azure-pipelines.yml').steps
    const staging = (text = '') => text.replaceAll('$(Build.ArtifactStagingDirectory)', '.')
    const task = steps.find((step) => step.task === 'AzureCLI@2')
    const cloud = await cloudOf()
    const result = await run(cloud, staging(task?.inputs?.inlineScript), { TF_BUILD: 'True' }, [standInAzureCli(cloud)])
    expect(result.stdout).toMatch(/^✗ Encryption check failed: The key vault can be purged/)
    expect(result.exitCode).toBe(1)
    expect(result.file('encryption.html')).toContain('Encryption check failed')
    const { stdout } = await run(cloud, staging(steps.find(({ bash }) => bash)?.bash), {})
    expect(result.file(stdout.replace('##vso[task.uploadsummary]', '').trim())).toMatch(
      /^## ❌ Encryption check failed/,
    )
    expect(steps.some(({ publish }) => publish === '$(Build.ArtifactStagingDirectory)')).toBe(true)
  })

  describe('GitLab', () => {
    const { id_tokens, variables, script, artifacts } = read('gitlab-ci.yml').encryption
    const claims = {
      iss: 'https://gitlab.com',
      sub: 'project_path:contoso/ml:ref_type:branch:ref:main',
      aud: id_tokens.AZURE_ID_TOKEN.aud,
    }
    const job = async (cloud: Cloud, token: string) => {
      const file = variables.AZURE_FEDERATED_TOKEN_FILE.replace('$CI_PROJECT_DIR', join(cloud.directory, 'project'))
      return run(cloud, script.join('\n'), {
        GITLAB_CI: 'true',
        AZURE_CLIENT_ID: cloud.estate.identity.clientId,
        AZURE_TENANT_ID: cloud.estate.tenantId,
        AZURE_ID_TOKEN: token,
        AZURE_FEDERATED_TOKEN_FILE: file,
      })
    }

    it('judges with the OIDC token of the job', async () => {
      const cloud = await cloudOf()
      cloud.estate.identity.federatedCredentials.push({ issuer: claims.iss, subject: claims.sub, audience: claims.aud })
      const result = await job(cloud, cloud.idToken(claims))
      expect(result.stdout).toMatch(/^✗ Encryption check failed/)
      expect(result.exitCode).toBe(1)
      for (const path of artifacts.paths) expect(result.file(path)).toContain('Encryption check failed')
    })

    it('says, where nobody trusts that token yet, what makes them', async () => {
      const cloud = await cloudOf()
      const { stderr, exitCode } = await job(cloud, cloud.idToken(claims))
      expect(stderr).toContain(`subject:  ${claims.sub}`)
      expect(stderr).toContain('az ad app federated-credential create --id')
      expect(exitCode).toBe(2)
    })
  })
})
