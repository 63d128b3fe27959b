import { object, text } from './type.ts'

/** Of whatever acts with identities of its own. */
export const managedIdentity = {
  identity: object('identity'),
  /** which kinds it has: None, SystemAssigned, UserAssigned, or both with a comma between them */
  identityType: text('identity.type'),
  /** of the system-assigned one */
  principalId: text('identity.principalId', {
    givenBy: 'azure',
    made: ({ at, standIn }) =>
      String(at('identity.type')).toLowerCase().includes('systemassigned') ? standIn.guid('identity') : undefined,
  }),
  /** by their resource ids */
  userAssignedIdentities: object('identity.userAssignedIdentities'),
}

/** The identity that reaches the customer-managed key, by its resource id. */
export const encryptionIdentity = text('properties.encryption.identity.userAssignedIdentity')
