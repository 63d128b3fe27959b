import type { Resource } from '../evidence/resource.ts'
import { valueAt } from '../evidence/resource.ts'
import { az, check, fail, pass, severity, unknown } from './check.ts'

const os = 'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id'

export const diskEncryption = check({
  id: 'virtual-machine/disk-encryption',
  title: 'Disks of the attached virtual machine are encrypted at the host, or with a key of yours',
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
  why: 'Data that jobs leave on the disks, and on temporary disks, is encrypted with keys that Microsoft holds, or not at all.',
  remedy: (machine) =>
    `Stop the machine first, then run\n${az`vm update --ids ${machine.id} --set securityProfile.encryptionAtHost=true`}`,
  reference: 'https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview',
})

function openDataDisks(machine: Resource): string[] {
  const all = machine.list('properties.storageProfile.dataDisks') ?? []
  const names = all
    .filter((disk) => !valueAt(disk, 'managedDisk.diskEncryptionSet.id'))
    .map((disk) => String(valueAt(disk, 'name') ?? 'a data disk'))
  machine.note('properties.storageProfile.dataDisks[without diskEncryptionSet]', names.join(', ') || null)
  return names
}
