import { peek, type Resource } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import { only, type Workspace } from '../evidence/workspace/model.ts'
import { batchEndpoint, onlineEndpoint, serverlessEndpoint } from '../resources/endpoint.ts'
import { clusterExtension } from '../resources/kubernetes.ts'
import { check, fail, notApplicable, notRead, oneOf, pass, severity, unknown, type Verdict } from './check.ts'
import { newWorkspace, scratchDiskOf } from './managed-compute.ts'
import { az, instruction, named } from './remedy.ts'

const plain = 'The endpoint is reached without TLS.'

const everyKind = ['onlineEndpoints', 'batchEndpoints', 'serverlessEndpoints'] as const

/** The kind of an endpoint, which declares what it shows. */
function kindOf({ type }: Resource) {
  return [batchEndpoint, serverlessEndpoint].find((kind) => kind.type === type) ?? onlineEndpoint
}

export const scoringTls = check({
  id: 'endpoint/scoring-tls',
  title: 'Endpoints are reached over TLS',
  failed: 'An endpoint is reached without TLS',
  irreversible: 'data',
  rows: ['S39'],
  severity: severity('high'),
  subjects: (workspace) => workspace.list(...everyKind),
  judge: (endpoint, workspace) => {
    const kind = kindOf(endpoint)
    const address = endpoint.read(kind.address)
    if (address === undefined) return withoutAddress(endpoint)
    if (/^https:\/\//i.test(address)) return pass()
    if (!/^http:\/\//i.test(address))
      return unknown('unrecognised-value', 'The address of the endpoint is neither http nor https.')
    const compute = kind === onlineEndpoint ? endpoint.read(onlineEndpoint.compute) : undefined
    return compute ? behindCluster(compute, workspace) : fail(plain)
  },
  passes: 'The address is https. An endpoint that is not ready has none to judge.',
  fails: 'It is http.',
  cannotTell:
    'There is no address, or one that is neither; or it is http behind a node port or a cluster address, where TLS ends elsewhere.',
  why: 'Requests and predictions can be read on their way.',
  remedy: (endpoint) =>
    instruction`Configure TLS for the Azure Machine Learning extension of the cluster (\`sslSecret\`, \`sslCname\`, \`allowInsecureConnections=False\`), or move the deployments of ${endpoint} to a managed endpoint.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint',
})

function withoutAddress(endpoint: Resource): Verdict {
  const state = endpoint.read(kindOf(endpoint).provisioningState)
  if (state !== undefined && state.toLowerCase() !== 'succeeded') return notApplicable('not-used')
  return unknown('property-absent', 'The endpoint shows no address.')
}

/** On Kubernetes, the router may be a service inside the cluster's own network, where the customer ends TLS. */
function behindCluster(compute: string, workspace: Workspace): Verdict {
  const cluster = workspace.clusters.all.find(({ computes }) => computes.some(({ id }) => idKey(id) === idKey(compute)))
  const hidden = workspace.clusters.all.find(({ unreadable }) => unreadable?.state === 'unreadable')?.unreadable
  if (!cluster) return hidden ? notRead(hidden) : fail(plain)
  const router = workspace.extensionOf(cluster)?.read(clusterExtension.routerServiceType)
  return ['nodeport', 'clusterip'].includes(router?.toLowerCase() ?? '')
    ? unknown(
        'not-observable',
        'The address has no TLS, but the cluster is reached through a node port or an address of its own, where TLS ends elsewhere.',
      )
    : fail(plain)
}

export const authMode = check({
  id: 'endpoint/auth-mode',
  title: 'Endpoints are called with Entra tokens, not with keys',
  failed: 'An endpoint is called with keys, not with Entra tokens',
  rows: ['S39'],
  severity: severity('low'),
  subjects: (workspace) => workspace.list(...everyKind),
  judge: (endpoint) => {
    const mode = endpoint.read(kindOf(endpoint).authMode)
    if (mode?.toLowerCase() === 'amltoken')
      return fail(
        'The endpoint accepts tokens of Azure Machine Learning, which run out but are not tied to a person.',
        {
          severity: 'info',
        },
      )
    return oneOf(mode, { pass: ['AADToken', 'AAD'], fail: ['Key', 'KeyAndAAD'] }, 'The endpoint accepts a static key.')
  },
  passes: 'It accepts Entra tokens.',
  fails: 'It accepts a static key. Info: it accepts tokens of Azure Machine Learning.',
  cannotTell: 'The mode is absent, or is not recognized.',
  why: 'Whoever has the key calls the endpoint, unnoticed, until it is regenerated.',
  remedy: (endpoint, workspace) => {
    if (endpoint.type.includes('/serverless'))
      return instruction`The command line cannot set it: set \`properties.authMode\` of ${endpoint} to \`AAD\` in Bicep or by the REST API.`
    const kind = endpoint.type.includes('/batch') ? 'batch-endpoint' : 'online-endpoint'
    const at = [...named(workspace.id, '--workspace-name'), '--name', { name: endpoint.name }]
    const mode = isOnKubernetes(endpoint)
      ? 'Only managed endpoints accept Entra tokens. On Kubernetes set `auth_mode: aml_token`'
      : 'Let callers get tokens first, then set `auth_mode: aad_token`'
    return [instruction`${mode} in the YAML file of the endpoint:`, az`ml ${kind} update ${at} --file endpoint.yml`]
  },
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint',
})

export const scratchDisk = check({
  id: 'endpoint/scratch-disk',
  title: 'Scratch disks behind managed endpoints are encrypted',
  failed: 'Scratch disks behind managed endpoints are not encrypted',
  rows: ['S33'],
  severity: severity('medium', 'info'),
  subjects: (workspace) =>
    only(workspace.list('onlineEndpoints', 'batchEndpoints'), (endpoint) => !isOnKubernetes(endpoint)),
  judge: (endpoint, workspace) => {
    const verdict = scratchDiskOf(workspace)
    if (verdict.status === 'pass' || !endpoint.has(onlineEndpoint.compute)) return verdict
    return unknown('unrecognised-value', 'The compute of the endpoint is not named by a text.')
  },
  passes:
    'The workspace, or the hub of a project, has the high-business-impact flag. Endpoints on Kubernetes are not judged.',
  fails: 'It has not.',
  cannotTell: 'The hub cannot be read, or nobody can tell whether the endpoint is on Kubernetes.',
  why: 'Models and requests that touch the local disk of a node are then not encrypted.',
  remedy: newWorkspace,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
})

function isOnKubernetes(endpoint: Resource): boolean {
  return typeof peek(endpoint, onlineEndpoint.compute) === 'string'
}
