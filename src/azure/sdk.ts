/** What is used of Azure's SDK. Always imported dynamically: the build makes it a file of its own. */
export { ResourceGraphClient } from '@azure/arm-resourcegraph'
export {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  RestError,
} from '@azure/core-rest-pipeline'
export { AzureCliCredential, ClientAssertionCredential } from '@azure/identity'
