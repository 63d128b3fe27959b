import { type Cluster, only, type Workspace } from '../../evidence/workspace/model.ts'
import { mlCompute } from '../../resources/compute.ts'
import { clusterExtension } from '../../resources/kubernetes.ts'
import { check, fail, notApplicable, oneOf, pass, severity, unknown } from '../check.ts'
import { computeType } from '../managed-compute.ts'
import { az, instruction, named } from '../remedy.ts'

const clusters = (workspace: Workspace) => workspace.clusters

export const scoringTls = check({
  id: 'kubernetes/scoring-tls',
  title: 'Scoring on the attached cluster uses TLS',
  failed: 'Scoring on the attached cluster does not use TLS',
  irreversible: 'data',
  rows: ['S39'],
  severity: severity('high'),
  subjects: (workspace) =>
    only(workspace.list('computes'), (compute) => compute.unreadable !== null || computeType(compute) === 'aks'),
  judge: (compute) => {
    if (!compute.has(mlCompute.settings))
      return unknown('property-absent', 'Azure did not show the settings of the compute.')
    const status = compute.read(mlCompute.sslStatus)
    if (status === undefined) return fail('No certificate is configured: scoring requests are not encrypted.')
    return oneOf(status, { pass: ['Enabled', 'Auto'], fail: ['Disabled'] }, 'Scoring requests are not encrypted.')
  },
  passes: 'A certificate is configured on the compute.',
  fails: 'None is.',
  cannotTell: 'Azure does not show the settings of the compute, or a status that is not recognized.',
  why: 'Requests and predictions can be read on their way. Certificates that Microsoft made for this kind of compute no longer renew themselves.',
  remedy: (cluster) =>
    instruction`Move what runs on ${cluster} to Kubernetes compute with the Azure Machine Learning extension, or to managed endpoints: SDK and CLI v1 have been out of support since 2026-06-30.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-web-service',
})

export const extensionTls = check<Cluster>({
  id: 'kubernetes/extension-tls',
  title: 'Inference on the cluster uses TLS',
  failed: 'Inference on the cluster does not use TLS',
  irreversible: 'data',
  rows: ['S39'],
  severity: severity('high'),
  subjects: clusters,
  judge: (cluster, workspace) => {
    const extension = workspace.extensionOf(cluster)
    if (extension === null) return notApplicable('not-used')
    if (extension.read(clusterExtension.inference) !== true) return notApplicable('not-used')
    if (extension.read(clusterExtension.insecureConnections) === true)
      return fail('The extension allows connections without TLS.')
    if (extension.read(clusterExtension.sslSecret) || extension.read(clusterExtension.sslName)) return pass()
    return unknown(
      'not-observable',
      'Inference is on and connections without TLS are not allowed, but no certificate is to be seen; it may be in settings that nobody can read.',
    )
  },
  passes:
    'A certificate is configured, and connections without TLS are not allowed. Not judged without the extension, or without inference.',
  fails: 'Connections without TLS are allowed.',
  cannotTell:
    'They are not allowed, but no certificate is seen: it may be in protected settings. Or an extension does not say what it is.',
  why: 'Requests and predictions can be read on their way.',
  remedy: (cluster, workspace) => {
    const extension = workspace.extensionOf(cluster)
    const where = [
      ...named(cluster.id, '--cluster-name'),
      '--cluster-type',
      cluster.isArc ? 'connectedClusters' : 'managedClusters',
    ]
    const settings = ['allowInsecureConnections=False', 'sslSecret=<secret>', 'sslCname=<name>']
    return az`k8s-extension update ${where} --name ${extension ? { name: extension.name } : '<extension>'} --config ${settings}`
  },
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint',
})
