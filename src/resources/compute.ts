import { container, flag, number, resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

const own = {
  computeType: text('properties.computeType'),
  provisioningState: text('properties.provisioningState'),
  attachedTo: text('properties.resourceId'),
  localAuthDisabled: flag('properties.disableLocalAuth', { absent: false }),
  settings: container('properties.properties'),
  minimumNodes: number('properties.properties.scaleSettings.minNodeCount'),
  remoteLogin: text('properties.properties.remoteLoginPortPublicAccess'),
  subnet: text('properties.properties.subnet.id'),
  sshPublicAccess: text('properties.properties.sshSettings.sshPublicAccess'),
  sslStatus: text('properties.properties.sslConfiguration.status'),
}

export const mlCompute = resourceType(`${childOf}/computes`, own, {
  label: 'compute',
  prefix: 'co-',
  apiVersions: childVersions,
  links: [own.attachedTo],
  secrets: true,
  whole: own.settings,
})
