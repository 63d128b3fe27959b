import { checklist } from '../checklist/index.ts'
import { withChanges } from '../config/waiver-changes.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Targets } from '../inputs/targets.ts'
import { dayOf, readHistory, withDay } from '../report/history.ts'
import type { HtmlContext } from '../report/html/context.ts'
import { trendSvg } from '../report/trend/trend.ts'
import { inWords } from '../report/trend/words.ts'
import type { Publication, Result } from './model.ts'
import { isNightly } from './nightly.ts'
import { ofLive } from './result.ts'

/** What the page shows besides what every report does. */
export function htmlContext(result: Result, publication: Publication): HtmlContext {
  const { scan, inputs, config } = result
  const { evidence, whole, earlier } = scan
  const names = new Map(evidence.subscriptions.map(({ id, name }) => [id.toLowerCase(), name]))
  return {
    ...publication.context,
    whole,
    frameworks: inputs.frameworks,
    sourceOf: (id) => {
      const record = evidence.resources.get(idKey(id))
      return record?.state === 'read' ? record : null
    },
    subscriptionName: (id) => names.get(id.toLowerCase()) ?? null,
    named: namedBy(inputs.targets),
    config: withChanges(config, earlier.changes),
    criteria: new Map(checklist.map(({ id, passes, fails }) => [id, { passes, fails }])),
    trend: trendOf(result, publication),
  }
}

function namedBy({ workspaces, resourceGroups, subscriptions, managementGroups, subscriptionId }: Targets) {
  const all: HtmlContext['named'] = [
    ['Management groups', managementGroups],
    ['Subscriptions', subscriptions],
    ['Resource groups', resourceGroups.map(({ subscriptionId: id = subscriptionId, name }) => groupIn(id, name))],
    [
      'Workspaces',
      workspaces.map((one) =>
        one.kind === 'id' ? one.id : one.kind === 'pattern' ? one.pattern : `${one.resourceGroup}/${one.name}`,
      ),
    ],
    ['Subscription of what is named without one', subscriptionId ? [subscriptionId] : []],
  ]
  return all.filter(([, names]) => names.length > 0)
}

function groupIn(subscription: string | undefined, group: string): string {
  return subscription ? `/subscriptions/${subscription}/resourceGroups/${group}` : group
}

/** The nights of the status branch; this one as well, where it is one. */
function trendOf(result: Result, { report }: Publication): HtmlContext['trend'] {
  const { history } = result.scan.earlier
  if (history === null) return null
  const { text } = history
  const { days } = isNightly(result) ? withDay(text, dayOf(ofLive(report, result.scan))) : readHistory(text)
  return days.length === 0 ? null : { picture: trendSvg(days), words: inWords(days) }
}
