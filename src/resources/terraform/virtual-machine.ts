import { Unknown } from '../../evidence/unknown.ts'
import { diskEncryptionSet } from '../disk-encryption-set.ts'
import { virtualMachine } from '../virtual-machine.ts'
import { attribute, constant, part, terraform } from './declaration.ts'
import { inGroup, location, ofIdentity } from './parts.ts'

const machine = (resource: string) =>
  terraform(resource, virtualMachine, {
    id: inGroup(virtualMachine),
    settings: [
      location,
      [virtualMachine.encryptionAtHost, attribute('encryption_at_host_enabled', { omitted: false })],
      [
        virtualMachine.osDiskEncryptionSet,
        attribute('os_disk.disk_encryption_set_id', { refersTo: [diskEncryptionSet.type] }),
      ],
      // they are resources of their own, and attached by others
      [virtualMachine.dataDisks, constant([])],
    ],
    computed: ofIdentity,
  })

export const linuxMachine = machine('azurerm_linux_virtual_machine')
export const windowsMachine = machine('azurerm_windows_virtual_machine')

const attached = new Unknown('A data disk is attached or detached, and how it is encrypted is not looked at in a plan.')

export const dataDisk = part('azurerm_virtual_machine_data_disk_attachment', virtualMachine, {
  of: attribute('virtual_machine_id', { refersTo: [virtualMachine.type] }),
  settings: [[virtualMachine.dataDisks, constant(attached)]],
  reset: [[virtualMachine.dataDisks, attached]],
})
