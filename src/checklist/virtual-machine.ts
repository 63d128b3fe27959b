import type { Resource } from '../evidence/resource.ts'
import { valueAt } from '../evidence/resource.ts'
import { az, check, fail, pass, severity, unknown } from './check.ts'

const os = 'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id'

export const diskEncryption = check({
  id: 'virtual-machine/disk-encryption',
  title: 'Disks of the attached virtual machine are encrypted at the host, or with a key of yours',
  failed: 'Disks of the virtual machine have default encryption only',
  rows: ['S45'],
  severity: severity('medium', 'low'),
  subjects: (workspace) => workspace.virtualMachines,
  judge: (machine) => {
    if (machine.flag('properties.securityProfile.encryptionAtHost') === true) return pass()
    if (!machine.has('properties.storageProfile'))
      return unknown('property-absent', 'Azure did not list the disks of the machine.')
    const open = [...(machine.text(os) ? [] : ['the OS disk']), ...openDataDisks(machine)]
    return open.length === 0 ? pass() : fail(`Encrypted with Microsoft-managed keys only: ${open.join(', ')}.`)
  },
  passes: 'Encryption at host is on; or the OS disk and every data disk have a disk encryption set.',
  fails: 'Neither.',
  cannotTell: 'Azure does not list the disks.',
  why: 'Data that jobs leave on the disks, and on temporary disks, is encrypted with keys that Microsoft holds, or not at all.',
  remedy: (machine) =>
    `Stop the machine first, and see that the subscription has the feature EncryptionAtHost (\`az feature register --namespace Microsoft.Compute --name EncryptionAtHost\`), then run\n${az`vm update --ids ${machine.id} --set securityProfile.encryptionAtHost=true`}`,
  reference: 'https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview',
  policy:
    'Virtual machines and virtual machine scale sets should have encryption at host enabled (fc4d8e41-e223-45ea-9bf5-eada37891d87); OS and data disks should be encrypted with a customer-managed key (702dd420-7fcc-42c5-afe8-4026edd20fe0)',
  benchmark: 'DP-4',
})

function openDataDisks(machine: Resource): string[] {
  const all = machine.list('properties.storageProfile.dataDisks') ?? []
  const names = all
    .filter((disk) => !valueAt(disk, 'managedDisk.diskEncryptionSet.id'))
    .map((disk) => String(valueAt(disk, 'name') ?? 'a data disk'))
  machine.note('properties.storageProfile.dataDisks[without diskEncryptionSet]', names.join(', ') || null)
  return names
}
