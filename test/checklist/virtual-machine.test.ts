import { dataDisk, disk, diskEncryptionSet, type Overrides } from '../../simulator/templates.ts'
import { type Change, cases, ids, scope, together } from './builder.ts'
import { forbiddenTarget, untoldTarget } from './lists.ts'

const attached: Change = { also: ['vm', 'vmCompute'] }
const of = { of: ids.vm }
const set = diskEncryptionSet(scope, 'des-vm', {
  vaultId: ids.cmkVault,
  vaultUri: 'https://kv-fraud-cmk.vault.azure.net',
  name: 'cmk',
  version: '0'.repeat(32),
})
const is = (properties: Overrides) => together(attached, { vm: { properties } })
const notAtHost = is({ securityProfile: { encryptionAtHost: false } })
const osUnderKey = { osDisk: { managedDisk: { diskEncryptionSet: { id: set.id } } } }
const data = (...dataDisks: unknown[]) => ({ dataDisks })
const disks = (storageProfile: unknown) => together(notAtHost, is({ storageProfile }))
const one = disk(scope, 'data-1')

cases('virtual-machine/disk-encryption', [
  ...untoldTarget('vmCompute', 'medium/low', 'Microsoft.ClassicCompute/virtualMachines/vm-old'),
  ['at the host', attached, 'pass', { ...of, reads: ['properties.securityProfile.encryptionAtHost', true] }],
  ['at the host, as text', is({ securityProfile: { encryptionAtHost: 'True' } }), 'pass', of],
  [
    'neither',
    notAtHost,
    'fail medium/low',
    {
      ...of,
      message: /Microsoft-managed keys only: the OS disk\./,
      remedy:
        /^Stop the machine first.*\naz vm update --ids \S+vm-fraud --set securityProfile\.encryptionAtHost=true$/s,
    },
  ],
  ['no security profile', is({ securityProfile: null }), 'fail medium/low', of],
  ['the OS disk under a key, no others', disks(osUnderKey), 'pass', of],
  [
    'data disks absent',
    disks({ ...osUnderKey, dataDisks: null }),
    'unknown property-absent medium/low',
    { ...of, message: /did not list the data disks/ },
  ],
  ['all disks under a key', disks({ ...osUnderKey, ...data(dataDisk(one, 0, set)) }), 'pass', of],
  [
    'a data disk not',
    disks({ ...osUnderKey, ...data(dataDisk(one, 0, set), dataDisk(disk(scope, 'data-2'), 1)) }),
    'fail medium/low',
    {
      ...of,
      message: /only: data-2\.$/,
      reads: ['properties.storageProfile.dataDisks[without diskEncryptionSet]', 'data-2'],
    },
  ],
  [
    'a data disk of no name',
    disks({ ...osUnderKey, ...data(null, {}) }),
    'fail medium/low',
    {
      ...of,
      message: /a data disk, a data disk/,
      reads: ['properties.storageProfile.dataDisks[without diskEncryptionSet]', 'a data disk, a data disk'],
    },
  ],
  [
    'only the data disks',
    disks(data(dataDisk(one, 0, set))),
    'fail medium/low',
    { ...of, message: /only: the OS disk\./ },
  ],
  [
    'the id of the set is empty',
    disks({ osDisk: { managedDisk: { diskEncryptionSet: { id: '' } } } }),
    'fail medium/low',
    of,
  ],
  ['an unmanaged OS disk', disks({ osDisk: { managedDisk: null, vhd: { uri: 'https://x' } } }), 'fail medium/low', of],
  [
    'only unmanaged disks',
    disks({ osDisk: { name: 'os', vhd: { uri: 'https://x' } }, ...data({ name: 'd1', vhd: { uri: 'https://y' } }) }),
    'fail medium/low',
    { ...of, message: /only: the OS disk, d1\.$/ },
  ],
  [
    'an unmanaged OS disk, and no list of data disks',
    disks({ osDisk: { vhd: { uri: 'https://x' } }, dataDisks: null }),
    'fail medium/low',
    of,
  ],
  [
    'the id of the set of a data disk is a number',
    disks({ ...osUnderKey, ...data({ name: 'd1', managedDisk: { diskEncryptionSet: { id: 7 } } }) }),
    'unknown unrecognised-value medium/low',
    { ...of, message: /^The disk encryption set of d1 is named in an unrecognized way\.$/ },
  ],
  [
    'the ids of the sets of two data disks are numbers',
    disks({
      ...osUnderKey,
      ...data(
        { name: 'd1', managedDisk: { diskEncryptionSet: { id: 7 } } },
        { name: 'd2', managedDisk: { diskEncryptionSet: { id: 8 } } },
      ),
    }),
    'unknown unrecognised-value medium/low',
    { ...of, message: /^The disk encryption set of d1, d2 is named/ },
  ],
  ['no storage profile', disks(null), 'unknown property-absent medium/low', of],
  [
    'data disks are not a list',
    disks({ ...osUnderKey, dataDisks: 'none' }),
    'unknown unrecognised-value medium/low',
    of,
  ],
  [
    'at the host, of another type',
    is({ securityProfile: { encryptionAtHost: 1 } }),
    'unknown unrecognised-value medium/low',
    of,
  ],
  ...forbiddenTarget('vm', 'vmCompute', 'medium/low'),
])
