import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CloudResource, Estate } from '../../simulator/estate.ts'
import { edgesOf, ledTo } from '../../src/evidence/edges.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { typeOf } from '../../src/resources/index.ts'
import { openWorld } from '../azure/world.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** What is in the fixtures is of this subscription. */
export const subscription = 'aaaaaaaa-0000-4000-8000-000000000001'

export function fixture(...path: string[]): Buffer {
  return readFileSync(join(fixtures, ...path))
}

interface Listed {
  subscriptions: { id: string; name: string }[]
  resources: CloudResource[]
}

function estateOf({ subscriptions, resources }: Listed): Estate {
  return {
    tenantId: '11111111-1111-4111-8111-111111111111',
    subscriptions,
    entries: resources.map((resource) => ({ resource })),
    identity: {
      clientId: '66666666-6666-4666-8666-666666666666',
      principalId: '77777777-7777-4777-8777-777777777777',
      federatedCredentials: [],
      roles: subscriptions.map(({ id }) => ({ actions: ['*/read'], scope: `/subscriptions/${id}` })),
    },
  }
}

/** What a run reads of an estate of the fixtures, besides what `also` leads to. */
export async function collected(
  name: string,
  when: 'before' | 'after',
  also: (evidence: EvidenceSet) => string[] = () => [],
): Promise<EvidenceSet> {
  const world = await openWorld(estateOf(JSON.parse(fixture(name, `${when}.json`).toString('utf8'))))
  const { evidence, confirm } = await world.collect()
  evidence.collectedAt = '2026-11-27T04:00:00.000Z'
  await confirm(also(evidence))
  return evidence
}

/** What evidence leads to and does not hold: a run with a plan reads that as well. */
export function lacking(evidence: EvidenceSet): string[] {
  const { resources, workspaces, keyHosts } = evidence
  const namespaces = ['Microsoft.MachineLearningServices', 'Microsoft.Storage', 'Microsoft.KeyVault']
  const providers = workspaces.flatMap((id) =>
    namespaces.map((one) => `${id.split('/').slice(0, 3).join('/')}/providers/${one}`),
  )
  const read = [...resources.values()].filter((record) => record.state === 'read')
  const named = read.flatMap((record) => edgesOf(record, keyHosts).flatMap((edge) => ledTo(edge, evidence)))
  return [...new Set([...providers, ...named])].filter((id) => typeOf(id) !== null && !resources.has(idKey(id)))
}
