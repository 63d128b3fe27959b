import type { Check } from '../../checklist/check.ts'

type CheckId = Check['id']

/** What a file is, by its schema, and the check that speaks of its variables. */
export interface Kind {
  schema: string
  check: CheckId
}

const checks: [schema: RegExp, check: CheckId][] = [
  [/schedule$/i, 'secrets/schedule-environment'],
  [/(deployment|endpoint)$/i, 'secrets/deployment-environment'],
  [
    /^(amlcompute|compute|computeinstance|virtualmachinecompute|kubernetescompute|synapsesparkcompute)$/i,
    'secrets/compute-environment',
  ],
]

/** On any host: schemas have been published on several, and some people have copies. */
const address = /\/(\w+)\.schema\.json$|^http:\/\/azureml\/sdk-2-0\/(\w+)\.json$/i

/** Names of schemas of Azure Machine Learning. */
const ours =
  /^(\w*(job|component|schedule|deployment|endpoint|compute|computeinstance|connection|datastore)|azure(blob|file|datalakegen[12])|onelake|workspace|hub|project|featurestore)$/i

/** Null for whatever is not of Azure Machine Learning. */
export function kindOf(schema: string): Kind | null {
  const [, published, own] = address.exec(schema.trim()) ?? []
  const name = published ?? own
  if (name === undefined || !ours.test(name)) return null
  const [, check = 'secrets/job-environment' as const] = checks.find(([pattern]) => pattern.test(name)) ?? []
  return { schema: name, check }
}
