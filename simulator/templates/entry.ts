import type { CloudResource, EstateEntry } from '../estate.ts'
import { indexedExtension } from './kubernetes.ts'

// "Azure Resource Graph table and resource type reference": these have no row in any table
const neverIndexed = [
  /^microsoft\.keyvault\/(vaults|managedhsms)\/keys(\/|$)/i,
  /^microsoft\.machinelearningservices\/workspaces\/(computes|datastores|connections|services|jobs|schedules)$/i,
  /^microsoft\.storage\/storageaccounts\/(encryptionscopes|fileservices)$/i,
]

/** The estate's entry of a resource, with what Resource Graph makes of it where that differs. */
export function entry(resource: CloudResource): EstateEntry {
  if (neverIndexed.some((type) => type.test(resource.type))) return { resource, indexed: null }
  if (/\/extensions$/i.test(resource.type)) return { resource, indexed: indexedExtension(resource) }
  return { resource }
}
