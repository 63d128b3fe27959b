import { mlCompute } from '../compute.ts'
import { managedCluster } from '../kubernetes.ts'
import { mlWorkspace } from '../workspace.ts'
import { attribute, block, choice, constant, firstOf, given, negated, type Settings, terraform } from './declaration.ts'
import { absent, below, location } from './parts.ts'

const id = below('machine_learning_workspace_id', 'computes', [mlWorkspace.type])
const localAuth: Settings[number] = [
  mlCompute.localAuthDisabled,
  attribute('local_auth_enabled', { omitted: false, as: negated }),
]
const subnet: Settings[number] = [mlCompute.subnet, attribute('subnet_resource_id')]
const settled: Settings[number] = [mlCompute.provisioningState, absent]

export const computeCluster = terraform('azurerm_machine_learning_compute_cluster', mlCompute, {
  id,
  settings: [
    location,
    settled,
    localAuth,
    subnet,
    [mlCompute.computeType, constant('AmlCompute')],
    [mlCompute.attachedTo, absent],
    [mlCompute.minimumNodes, attribute('scale_settings.min_node_count')],
    [
      mlCompute.remoteLogin,
      attribute('ssh_public_access_enabled', { omitted: 'Disabled', as: choice('Enabled', 'Disabled') }),
    ],
    [mlCompute.sshPublicAccess, absent],
    [mlCompute.sslStatus, absent],
  ],
})

export const computeInstance = terraform('azurerm_machine_learning_compute_instance', mlCompute, {
  id,
  settings: [
    settled,
    localAuth,
    subnet,
    [mlCompute.computeType, constant('ComputeInstance')],
    [mlCompute.attachedTo, absent],
    [mlCompute.sshPublicAccess, block('ssh', 'Enabled', 'Disabled')],
    [mlCompute.minimumNodes, absent],
    [mlCompute.remoteLogin, absent],
    [mlCompute.sslStatus, absent],
  ],
})

const ssl = firstOf(given('ssl.leaf_domain_label', 'Auto'), given('ssl.cert', 'Enabled'))

/** Attaches a Kubernetes cluster as SDK v1 does. */
export const inferenceCluster = terraform('azurerm_machine_learning_inference_cluster', mlCompute, {
  id,
  settings: [
    location,
    settled,
    [mlCompute.computeType, constant('AKS')],
    [mlCompute.attachedTo, attribute('kubernetes_cluster_id', { refersTo: [managedCluster.type] })],
    [mlCompute.sslStatus, { ...ssl, from: (attributes) => ssl.from(attributes) ?? 'Disabled' }],
    [mlCompute.localAuthDisabled, absent],
    [mlCompute.subnet, absent],
    [mlCompute.minimumNodes, absent],
    [mlCompute.remoteLogin, absent],
    [mlCompute.sshPublicAccess, absent],
  ],
})

export const synapseSpark = terraform('azurerm_machine_learning_synapse_spark', mlCompute, {
  id,
  settings: [
    location,
    settled,
    [mlCompute.computeType, constant('SynapseSpark')],
    [mlCompute.attachedTo, attribute('synapse_spark_pool_id')],
  ],
})
