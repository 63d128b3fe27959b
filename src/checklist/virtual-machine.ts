import type { Resource } from '../evidence/resource.ts'
import { valueAt } from '../evidence/resource.ts'
import { virtualMachine } from '../resources/virtual-machine.ts'
import { said, separated } from '../said.ts'
import { check, fail, pass, severity, unknown } from './check.ts'
import { az, instruction } from './remedy.ts'

export const diskEncryption = check({
  id: 'virtual-machine/disk-encryption',
  title: 'Disks of the attached virtual machine are encrypted at host or with a customer-managed key',
  failed: 'Disks of the virtual machine have default encryption only',
  rows: ['S45'],
  severity: severity('medium', 'low'),
  subjects: (workspace) => workspace.virtualMachines,
  judge: (machine) => {
    if (machine.read(virtualMachine.encryptionAtHost) === true) return pass()
    if (!machine.has(virtualMachine.disks))
      return unknown('property-absent', 'Azure did not list the disks of the machine.')
    const data = dataDisks(machine)
    const open = [
      ...(machine.read(virtualMachine.osDiskEncryptionSet) ? [] : ['the OS disk']),
      ...data.open.map((name) => ({ name })),
    ]
    if (open.length > 0) return fail(said`Encrypted with Microsoft-managed keys only: ${separated(open)}.`)
    if (data.strange.length > 0)
      return unknown(
        'unrecognised-value',
        said`The disk encryption set of ${{ name: data.strange.join(', ') }} is named in an unrecognized way.`,
      )
    return data.isListed ? pass() : unknown('property-absent', 'Azure did not list the data disks of the machine.')
  },
  passes: 'Encryption at host is on; or the OS disk and every data disk have a disk encryption set.',
  fails: 'Neither.',
  cannotTell:
    'Azure does not list the disks, or names no disk encryption set that could be read; or the compute does not name a virtual machine.',
  why: 'Data that jobs leave on the disks, and on temporary disks, is encrypted with Microsoft-managed keys, or not at all.',
  remedy: (machine) => [
    instruction`Stop the machine first, and see that the subscription has the feature EncryptionAtHost (\`az feature register --namespace Microsoft.Compute --name EncryptionAtHost\`), then run`,
    az`vm update --ids ${{ name: machine.id }} --set securityProfile.encryptionAtHost=true`,
  ],
  reference: 'https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview',
  policies: [
    {
      name: 'Virtual machines and virtual machine scale sets should have encryption at host enabled',
      id: 'fc4d8e41-e223-45ea-9bf5-eada37891d87',
    },
    {
      name: 'OS and data disks should be encrypted with a customer-managed key',
      id: '702dd420-7fcc-42c5-afe8-4026edd20fe0',
    },
  ],
})

/** Names of the data disks without a disk encryption set, and of those that name one in no known way. */
function dataDisks(machine: Resource): { isListed: boolean; open: string[]; strange: string[] } {
  const all = machine.read(virtualMachine.dataDisks)
  const where = (fits: (set: unknown) => boolean) =>
    (all ?? [])
      .filter((disk) => fits(valueAt(disk, 'managedDisk.diskEncryptionSet.id')))
      .map((disk) => String(valueAt(disk, 'name') ?? 'a data disk'))
  const open = where((set) => set === undefined)
  machine.note('properties.storageProfile.dataDisks[without diskEncryptionSet]', open.join(', ') || null)
  const isListed = all !== undefined
  return { isListed, open, strange: where((set) => set !== undefined && typeof set !== 'string') }
}
