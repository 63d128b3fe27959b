import type { Estate, ListHabits } from '../estate.ts'
import { type Habit, pick } from './habit.ts'

/** What lists do of which the estate has any; the habits of one list add up. */
function lists(habits: (type: string) => ListHabits): Habit {
  return (estate: Estate) => {
    const types = new Set(estate.entries.map(({ resource }) => resource.type.toLowerCase()))
    for (const type of types) {
      const known = Object.entries({ ...habits(type), ...estate.listsOf?.[type] })
      if (known.length > 0) estate.listsOf = { ...estate.listsOf, [type]: Object.fromEntries(known) }
    }
  }
}

const schedules = 'microsoft.machinelearningservices/workspaces/schedules'

export const listHabits: Record<string, Habit> = {
  'schedules without id and type': lists((type) => (type === schedules ? { without: ['id', 'type'] } : {})),
  'items without id and type': lists(() => ({ without: ['id', 'type'] })),
  'no next page: null': lists((type) => pick(type, { noNextLink: null }, {})),
  'no next page: an empty text': lists(() => ({ noNextLink: '' })),
  'pages by a number that is packed twice': lists((type) => pick(type, { pages: { size: 1, by: 'number' } }, {})),
  'pages by the name of what comes next': lists(() => ({ pages: { size: 2, by: 'name' } })),
  'registrations in another case': (estate) => {
    for (const states of Object.values(estate.providers ?? {}))
      for (const [namespace, state] of Object.entries(states))
        states[namespace] = pick(state, state.toUpperCase(), state.toLowerCase())
  },
  'subscriptions that were warned': (estate) => {
    for (const subscription of estate.subscriptions) subscription.state = 'Warned'
  },
}
