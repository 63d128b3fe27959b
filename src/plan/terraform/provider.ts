import { isObject } from '../../evidence/resource.ts'
import { oneLine } from '../../text.ts'
import { type Json, listIn, member, textIn } from '../json.ts'
import { PlanError } from '../model.ts'
import { configurationOf } from './configuration.ts'
import { providerOf, sourceOf } from './nodes.ts'

/** Refuses plans that make nothing in Azure, or in another cloud than the one that is read. */
export function refuseOtherClouds(plan: Json, file: string, cloud: string | null): void {
  const { providers } = configurationOf(plan)
  const all = isObject(providers) ? Object.values(providers) : []
  const sources = all.map((provider) => sourceOf(textIn(provider, 'full_name')))
  const isOfAzure = ({ name }: { name: string }) => ['azurerm', 'azapi'].includes(name)
  const named = all.map((provider, index) => ({ provider, name: providerOf(sources[index]) }))
  const changes = listIn(plan, 'resource_changes').length
  if (changes > 0 && all.length > 0 && !named.some(isOfAzure) && sources.every((source) => source.includes('/')))
    throw new PlanError(`${file} makes nothing in Azure: it uses ${oneLine([...new Set(sources)].join(', '), 200)}.`)
  for (const { provider } of named.filter(isOfAzure)) {
    const environment = textIn(member(member(provider, 'expressions'), 'environment'), 'constant_value')?.toLowerCase()
    if (cloud !== null && environment !== undefined && environment !== cloud)
      throw new PlanError(
        `${file} is a plan for the cloud ${oneLine(environment, 40)}, and this run reads the cloud ${cloud}: give the step the environment of the plan.`,
      )
  }
}
