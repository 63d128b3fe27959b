import { object, resourceType, text } from './type.ts'

const own = {
  encryption: object('properties.encryptionWithCmk'),
  enforcement: text('properties.encryptionWithCmk.enforcement'),
  compliance: text('properties.encryptionWithCmk.encryptionComplianceStatus', { givenBy: 'azure' }),
}

export const searchService = resourceType('Microsoft.Search/searchServices', own, {
  label: 'AI Search service',
  prefix: 'se-',
  apiVersions: ['2025-05-01', '2023-11-01'],
})
