import { each, type Habit, of, pick, texts } from './habit.ts'

/** Properties that have one of a few values, anywhere. */
const enumerated = new Set(
  `kind tier status keySource keyType minimumTlsVersion computeType datastoreType authMode authType credentialsType
  category provisioningState encryptionType protocol enforcement encryptionComplianceStatus source state IngestionMode
  publicNetworkAccess bypass defaultAction kty keyOps recoveryLevel keys vmPriority remoteLoginPortPublicAccess
  sshPublicAccess systemDatastoresAuthMode registrationState computeMode supportPlan mode minimalTlsVersion
  inferenceRouterServiceType extensionType isEncryptionInTransitEnabled customerManagedKeyStatus jobType`.split(/\s+/),
)

const isEnumerated = (property: string, path: string) =>
  enumerated.has(property) || /(^|\.)(sku\.name|identity\.type)$/.test(path) || /\.permissions\./.test(path)

const cases: [(text: string) => string, ...((text: string) => string)[]] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replace(/^./, (first) => (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase())),
]

/** What queries look for stands in the index as it is: blanks there would hide it from everybody. */
const indexed = /^(id|type|name|location)$|\.(vaultUri|hsmUri|principalId)$/

export const valueHabits: Record<string, Habit> = {
  'values in another case': texts((text, property, path) =>
    isEnumerated(property, path) ? pick(`${path} ${text}`, ...cases)(text) : text,
  ),
  'blanks behind values': texts((text, property, path) => (isEnumerated(property, path) ? `${text.trimEnd()} ` : text)),
  'blanks behind every text': texts((text, _, path) =>
    text === '' || indexed.test(path) ? text : `${text.trimEnd()} `,
  ),
  'types in another case': each((resource) => {
    if (resource.type) resource.type = pick(resource.type, ...cases)(resource.type)
  }),
  'identity types without a blank in the middle': texts((text, _, path) =>
    path === 'identity.type' ? text.replace(/\s*,\s*/, ',') : text,
  ),
  'locations as people write them': each((resource) => {
    const name = {
      westeurope: 'West Europe',
      northeurope: 'North Europe',
      swedencentral: 'Sweden Central',
      eastus2: 'East US 2',
    }
    resource.location = name[resource.location as keyof typeof name] ?? resource.location
  }),
  'a vault with a capital in its SKU': of('microsoft.keyvault/vaults', ({ sku }) => {
    const { name = '' } = sku as { name?: string }
    Object.assign(sku as object, { name: name.replace(/^./, (first) => first.toUpperCase()) })
  }),
  'addresses of vaults without their slash': texts((text, property) =>
    /^https:\/\/[^/]+\/$/.test(text) && /Uri$/i.test(property) ? text.slice(0, -1) : text,
  ),
  'addresses of vaults with a slash': texts((text, property) =>
    /^https:\/\/[^/]+(vault|managedhsm)\.azure\.net$/.test(text) && /Uri$/i.test(property) ? `${text}/` : text,
  ),
  'keys without a port': texts((text) => text.replace(/^(https:\/\/[^/:]+):443\/keys\//, '$1/keys/')),
  'keys with a port': texts((text) => text.replace(/^(https:\/\/[^/:]+\.azure\.net)\/keys\//, '$1:443/keys/')),
  'settings of an extension as flags': of('microsoft.kubernetesconfiguration/extensions', (properties) => {
    const settings = properties.configurationSettings as Record<string, unknown> | undefined
    for (const [name, value] of Object.entries(settings ?? {}))
      if (/^(true|false)\s*$/i.test(String(value)))
        Object.assign(settings as object, { [name]: /^true/i.test(String(value)) })
  }),
}
