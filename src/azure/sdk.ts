/** What is used of Azure's SDK. Always imported dynamically: the build makes it a file of its own. */
export { ResourceGraphClient } from '@azure/arm-resourcegraph'
export {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  proxyPolicy,
  RestError,
} from '@azure/core-rest-pipeline'
export { ClientAssertionCredential, DeviceCodeCredential, ManagedIdentityCredential } from '@azure/identity'
