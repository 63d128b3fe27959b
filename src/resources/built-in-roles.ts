import { inVaults } from './key-vault.ts'

/**
 * Roles of Microsoft that open keys and secrets of a vault, by name and GUID, with the data actions that they allow: a
 * plan names roles of which nobody may have read anything
 * (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security).
 */
export const builtInRoles: readonly { name: string; guid: string; dataActions: readonly string[] }[] = [
  { name: 'Key Vault Administrator', guid: '00482a5a-887f-4fb3-b363-3b7fe8e74483', dataActions: inVaults('*') },
  {
    name: 'Key Vault Reader',
    guid: '21090545-7ca7-4776-b22c-e363652d74d2',
    dataActions: inVaults('*/read', 'secrets/readMetadata/action'),
  },
  {
    name: 'Key Vault Secrets Officer',
    guid: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
    dataActions: inVaults('secrets/*'),
  },
  {
    name: 'Key Vault Secrets User',
    guid: '4633458b-17de-408a-b874-0445c86b69e6',
    dataActions: inVaults('secrets/getSecret/action', 'secrets/readMetadata/action'),
  },
  {
    name: 'Key Vault Crypto Officer',
    guid: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
    dataActions: inVaults('keys/*', 'keyrotationpolicies/*'),
  },
  {
    name: 'Key Vault Crypto User',
    guid: '12338af0-0e69-4776-bea7-57ae8d297424',
    dataActions: inVaults(
      ...['keys/read', 'keys/update/action', 'keys/backup/action', 'keys/encrypt/action', 'keys/decrypt/action'],
      ...['keys/wrap/action', 'keys/unwrap/action', 'keys/sign/action', 'keys/verify/action'],
    ),
  },
  {
    name: 'Key Vault Crypto Service Encryption User',
    guid: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
    dataActions: inVaults('keys/read', 'keys/wrap/action', 'keys/unwrap/action'),
  },
  ...[
    { name: 'Owner', guid: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' },
    { name: 'Contributor', guid: 'b24988ac-6180-42a0-ab88-20f7382dd24c' },
    { name: 'Reader', guid: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' },
    { name: 'Key Vault Contributor', guid: 'f25e0fa2-a7c8-4377-a976-54943a77a395' },
  ].map((role) => ({ ...role, dataActions: [] })),
]
