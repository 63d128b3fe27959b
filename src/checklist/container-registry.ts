import { parseKeyId } from '../evidence/key-id.ts'
import type { Resource } from '../evidence/resource.ts'
import type { Subjects } from '../evidence/subjects.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import type { Step } from '../model.ts'
import { containerRegistry } from '../resources/container-registry.ts'
import { anyResource } from '../resources/type.ts'
import { said } from '../said.ts'
import { cannotTell, fails, keyAccess, passes } from './access.ts'
import { check, fail, notApplicable, oneOf, pass, severity, unknown, type Verdict } from './check.ts'
import { az, instruction, named } from './remedy.ts'
import { vaultUrl } from './vault-url.ts'

const cmk = 'https://learn.microsoft.com/azure/container-registry/tutorial-customer-managed-keys'
const subjects = (workspace: Workspace) => workspace.containerRegistry

export const exists = check({
  id: 'container-registry/exists',
  title: 'The container registry exists',
  failed: 'The container registry does not exist',
  irreversible: 'data',
  rows: ['S28'],
  severity: severity('high'),
  subjects,
  absent: (registry) => fail(said`The container registry ${registry} no longer exists.`),
  judge: (registry) => {
    registry.read(anyResource.name)
    return pass()
  },
  passes: 'The registry can be read.',
  fails: 'It no longer exists.',
  cannotTell: 'It cannot be read, or the workspace names it in no way that is known.',
  why: 'Without its registry a workspace can neither build nor pull images.',
  remedy: (_registry, workspace) => [
    instruction`Rebuild the images after attaching another registry with`,
    attachTo(workspace),
  ],
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
})

export const customerManagedKey = check({
  id: 'container-registry/customer-managed-key',
  title: 'Container images are encrypted with a customer-managed key',
  failed: 'The container registry has no customer-managed key',
  rows: ['S25', 'S26'],
  severity: severity('high', 'info'),
  subjects,
  judge: encryption,
  passes: 'Encryption with a customer-managed key is enabled.',
  fails: 'It is disabled, or not configured.',
  cannotTell: 'Encryption is configured without a status, or with one that is not recognized.',
  why: 'Images, with the code and often the models in them, are then encrypted with Microsoft-managed keys.',
  remedy: (registry, workspace) => [
    instruction`Only a new registry in the Premium tier can have it: create one in place of ${registry} (\`az acr create --sku Premium --identity <identity> --key-encryption-key <key without version>\`), copy the images with \`az acr import\` or let them be built again, and attach it with`,
    attachTo(workspace),
    instruction`Two run for a while: deployments pull from the old one until they are created again; then delete it.`,
  ],
  creationOnly: true,
  reference: cmk,
  policies: [
    {
      name: 'Container registries should be encrypted with a customer-managed key',
      id: '5b9159ae-1701-4a6f-9a7a-aa9c8ddd0580',
    },
  ],
})

export const adminUser = check({
  id: 'container-registry/admin-user',
  title: 'The admin user of the container registry is disabled',
  failed: 'The admin user of the container registry is enabled',
  rows: ['S27', 'S44'],
  severity: severity('medium', 'low'),
  subjects,
  judge: (registry) => {
    const enabled = registry.read(containerRegistry.adminUser)
    if (enabled === undefined)
      return unknown('property-absent', 'Azure did not report whether the admin user is enabled.')
    return enabled
      ? fail(
          'The admin user is enabled. The 2021 guidance asked for it; the June 2025 documentation has the set-up without it, by managed identities.',
        )
      : pass()
  },
  passes: 'The admin user is disabled.',
  fails: 'It is enabled.',
  cannotTell: 'Azure does not report it.',
  why: 'The admin user is one password for everything in the registry, kept in the key vault of the workspace and shared by all who use it.',
  remedy: (registry) => [
    instruction`Let the computes pull images with a managed identity that has AcrPull first, then run`,
    az`acr update ${named(registry.id)} --admin-enabled false`,
  ],
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
  policies: [
    {
      name: 'Container registries should have local admin account disabled.',
      id: 'dc921057-6b28-4fbe-9b83-f7bec05db6c2',
    },
  ],
})

export const premiumSku = check({
  id: 'container-registry/premium-sku',
  title: 'The container registry is in the Premium tier, which customer-managed keys require',
  failed: 'The container registry is not in the Premium tier',
  rows: ['S26'],
  severity: severity('info'),
  subjects: (workspace): Subjects<Resource> =>
    workspace.profile === 'cmk-required' ? workspace.containerRegistry : { all: [], none: 'not-used' },
  judge: (registry) => {
    const tier = registry.read(containerRegistry.sku) ?? registry.read(containerRegistry.tier)
    return oneOf(
      tier,
      { pass: ['Premium'], fail: ['Basic', 'Standard', 'Classic'] },
      (name) => said`The registry is in the ${{ name }} tier.`,
    )
  },
  passes: 'The tier is Premium. Only asked under `cmk-required`.',
  fails: 'It is Basic, Standard or Classic.',
  cannotTell: 'The tier is absent, or is not recognized.',
  why: 'Only the Premium tier can have a customer-managed key, and only from its creation on.',
  remedy: (registry) => az`acr update ${named(registry.id)} --sku Premium`,
  reference: cmk,
})

export const keyAutoRotation = check({
  id: 'container-registry/key-auto-rotation',
  title: 'The container registry follows new versions of its key',
  failed: 'The registry does not follow new versions of its key',
  rows: ['S15'],
  severity: severity('medium', 'low'),
  subjects,
  judge: (registry, { evidence }) => {
    const encrypted = encryption(registry)
    if (encrypted.status !== 'pass') return encrypted.status === 'fail' ? notApplicable('not-used') : encrypted
    if (registry.read(containerRegistry.keyRotation) === true) return pass()
    const url = registry.read(containerRegistry.keyIdentifier)
    const key = parseKeyId(url, evidence.keyHosts)
    if (!key)
      return unknown(
        url === undefined ? 'property-absent' : 'unrecognised-value',
        'The registry does not name the key that it uses.',
      )
    return key.version === null
      ? pass()
      : fail(said`The registry is set to version ${{ name: key.version }} of its key.`)
  },
  passes: 'Rotation is on, or the key is named without a version.',
  fails: 'A version is named, and rotation is off.',
  cannotTell: 'The registry does not name the key that it uses.',
  why: 'A registry that is set to one version of its key goes on using it after a rotation.',
  remedy: (registry, workspace) =>
    az`acr encryption rotate-key ${named(registry.id)} --key-encryption-key ${`${vaultUrl(workspace)}/keys/<key>`} --identity ${'<identity>'}`,
  reference: cmk,
})

export const cmkAccess = check({
  id: 'container-registry/cmk-access',
  title: 'The container registry can use its customer-managed key',
  failed: 'The container registry cannot use its key',
  rows: ['S25', 'S26'],
  severity: severity('medium'),
  subjects,
  judge: (registry, workspace) => {
    const encrypted = encryption(registry)
    if (encrypted.status !== 'pass') return encrypted.status === 'fail' ? notApplicable('not-used') : encrypted
    return keyAccess(registry, workspace)
  },
  passes,
  fails,
  cannotTell,
  why: 'Without the key the registry can neither take nor give images, and endpoints and jobs do not start.',
  reference: cmk,
})

function attachTo({ id }: Workspace): Step {
  return az`ml workspace update ${named(id)} --container-registry ${'<id of the registry>'} --update-dependent-resources`
}

function encryption(registry: Resource): Verdict {
  return oneOf(
    registry.read(containerRegistry.encryptionStatus),
    { pass: ['enabled'], fail: ['disabled'] },
    'The registry is encrypted with Microsoft-managed keys.',
  )
}
