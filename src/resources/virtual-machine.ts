import { container, flag, list, resourceType, text } from './type.ts'

const own = {
  encryptionAtHost: flag('properties.securityProfile.encryptionAtHost', { made: () => false }),
  disks: container('properties.storageProfile'),
  osDiskEncryptionSet: text('properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id'),
  dataDisks: list('properties.storageProfile.dataDisks', { made: () => [] }),
}

export const virtualMachine = resourceType('Microsoft.Compute/virtualMachines', own, {
  label: 'virtual machine',
  prefix: 'co-',
  apiVersions: ['2024-07-01', '2023-09-01'],
  whenGone: 'nothing-to-encrypt',
})
