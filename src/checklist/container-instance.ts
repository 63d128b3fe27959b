import { containerGroup } from '../resources/container-group.ts'
import { anyResource } from '../resources/type.ts'
import { webService } from '../resources/web-service.ts'
import { said, separated } from '../said.ts'
import { check, fail, notRead, pass, severity, unknown } from './check.ts'
import { computeType } from './managed-compute.ts'
import { onInstances, services, withoutGroup } from './on-instances.ts'
import { instruction } from './remedy.ts'

const v1 = 'https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-web-service'

export const legacyService = check({
  id: 'container-instance/legacy-service',
  title: 'No web service of SDK or CLI v1 is deployed',
  failed: 'A web service of SDK or CLI v1 is deployed',
  rows: ['S29'],
  severity: severity('medium'),
  subjects: (workspace) => ({ all: [workspace.resource], none: 'not-used' }),
  judge: (resource, workspace) => {
    const all = workspace.list('services').all
    const seen = all.filter(({ unreadable }) => unreadable === null)
    for (const service of seen) service.read(anyResource.name)
    if (seen.length > 0) return fail(said`Deployed with SDK or CLI v1: ${separated(seen)}.`)
    const hidden = all[0]?.unreadable
    if (hidden) return notRead(hidden, 'low')
    resource.note('services[]', 0)
    return pass()
  },
  passes: 'No service is deployed.',
  fails: 'One is.',
  cannotTell: 'Low: the list of services cannot be read.',
  why: 'SDK and CLI v1 have been out of support since 2026-06-30: their services get no fixes, and their TLS is optional.',
  remedy: (workspace) =>
    instruction`Deploy the models of ${workspace} to managed or Kubernetes online endpoints, then delete the services.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-migrate-from-v1',
})

export const scoringTls = check({
  id: 'container-instance/scoring-tls',
  title: 'Web services of SDK v1 are reached over TLS',
  failed: 'A web service of SDK v1 is reached without TLS',
  irreversible: 'data',
  rows: ['S39'],
  severity: severity('high'),
  subjects: services,
  judge: (service) => {
    const address = service.read(webService.scoringUri)
    const hasHttps = computeType(service) === 'aks' ? service.read(webService.hasHttps) : undefined
    if (hasHttps === true || /^https:\/\//i.test(address ?? '')) return pass()
    if (hasHttps === false || /^http:\/\//i.test(address ?? '')) return fail('The service is reached without TLS.')
    return address === undefined
      ? unknown('property-absent', 'The service shows no address.')
      : unknown('unrecognised-value', 'The address of the service is neither http nor https.')
  },
  passes: 'The address is https, or the service reports that it has TLS.',
  fails: 'The address is http, or the service reports that it has no https.',
  cannotTell: 'The service shows no address, or one that is neither.',
  why: 'Requests and predictions can be read on their way.',
  remedy: (service) =>
    instruction`Deploy the model of ${service} to a managed online endpoint, which is always reached over TLS, then delete the service.`,
  reference: v1,
})

export const customerManagedKey = check({
  id: 'container-instance/customer-managed-key',
  title: 'Container instances of SDK v1 are encrypted with a customer-managed key',
  failed: 'A container instance of SDK v1 has no customer-managed key',
  rows: ['S29'],
  severity: severity('medium', 'info'),
  subjects: onInstances,
  judge: (service, workspace) => {
    const group = workspace.containerGroupOf(service)
    if (!group) {
      const { reason, message } = withoutGroup(service)
      return unknown(reason, message)
    }
    const [vault, key] = [group.read(containerGroup.keyVaultUri), group.read(containerGroup.keyName)]
    return vault && key ? pass() : fail('The container group is encrypted with Microsoft-managed keys.')
  },
  passes: 'The container group names a key and its vault.',
  fails: 'It does not.',
  cannotTell: 'No container group in the resource group of the workspace has the address of the service.',
  why: 'The data that the container writes is then encrypted with Microsoft-managed keys.',
  remedy: (service) =>
    instruction`Only a new deployment can have it: rather deploy the model of ${service} to a managed online endpoint, let callers switch to its address and key, then delete the service.`,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/container-instances/container-instances-encrypt-data',
  policies: [
    {
      name: 'Azure Container Instance container group should use customer-managed key for encryption',
      id: '0aa61e00-0a01-4a3c-9945-e93cffedf0e6',
    },
  ],
})
