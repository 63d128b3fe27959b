import { cloudOf } from '../azure/clouds.ts'
import type { Collection } from '../azure/collect.ts'
import type { Earlier } from '../baseline/earlier.ts'
import type { Config } from '../config/model.ts'
import { withChanges } from '../config/waiver-changes.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { judgeAgain, judgeAll, toConfirm } from '../judge/again.ts'
import { conclusionOf } from '../judge/assess.ts'
import type { Judged } from '../judge/judge.ts'
import type { Coverage } from '../model.ts'
import type { Live, Planning } from '../planned/planning.ts'
import type { Ports } from '../ports.ts'
import { clientOf, watched } from './evidence.ts'
import { loginInTime, readerOf } from './login.ts'
import type { Scan } from './model.ts'
import { type Outcome, withPlans } from './plans.ts'

/** Most failures that are read once more before they fail the job. */
const CONFIRMATIONS = 200

/**
 * Logs in, collects the evidence, judges it.
 *
 * @param readEarlier what the findings are compared with; read meanwhile
 * @param planning null: there are no plans
 */
export async function scan(
  inputs: Inputs,
  config: Config,
  readEarlier: () => Promise<Earlier>,
  planning: Planning | null,
  ports: Ports,
): Promise<Scan> {
  const { log } = ports
  const cloud = cloudOf(inputs)
  const identity = await log.group('Log in to Azure', () => loginInTime(inputs, cloud, ports))
  const meanwhile = readEarlier()
  const client = await clientOf(cloud, identity, ports)
  const collection = await log.group('Collect evidence', () => watched(client, inputs, config, planning, ports))
  const earlier = await meanwhile
  const terms = {
    policy: inputs.policy,
    config: withChanges(config, earlier.changes),
    baseline: earlier.baseline,
  }
  const outcome = await log.group('Judge', () => judge(collection, terms, planning, client.counters, log))
  return {
    ...outcome,
    evidence: collection.evidence,
    earlier,
    identity,
    reader: readerOf(identity),
    judgedFrom: null,
    isCut: false,
    about: [],
  }
}

/** Judges; failures that rest on Resource Graph alone are read once more before they fail the job. */
async function judge(
  { evidence, whole, confirm }: Collection,
  terms: Live['terms'],
  planning: Planning | null,
  requests: Coverage['requests'],
  log: Ports['log'],
): Promise<Outcome> {
  const asked = new Set<string>()
  const confirmed = async (found: Judged[], doubtful: string[]) => {
    const ids = doubtful.filter((id) => !asked.has(idKey(id)))
    if (ids.length === 0) return found
    for (const id of ids) asked.add(idKey(id))
    log.info(`Resources behind failures that are read once more by Resource Manager: ${ids.length}`)
    return judgeAgain(evidence, found, terms, () => confirm(ids))
  }
  const first = judgeAll(evidence, terms)
  const fails = conclusionOf(evidence, first, terms.policy) === 'fail'
  const live = await confirmed(first, fails ? toConfirm(first, CONFIRMATIONS) : [])
  const outcome = withPlans({ evidence, whole, terms, judged: live }, planning, requests)
  const again = await confirmed(live, doubtfulOfPlans(outcome, CONFIRMATIONS - asked.size))
  return again === live ? outcome : withPlans({ evidence, whole, terms, judged: again }, planning, requests)
}

/** Failures that are only planned count once they are confirmed as well. */
function doubtfulOfPlans({ planned }: Outcome, limit: number): string[] {
  return planned?.plan.conclusion === 'fail' ? toConfirm(planned.judged, limit) : []
}
