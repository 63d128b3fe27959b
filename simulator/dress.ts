import { absenceHabits } from './dress/absence.ts'
import type { Habit } from './dress/habit.ts'
import { listHabits } from './dress/lists.ts'
import { referenceHabits } from './dress/references.ts'
import { shapeHabits } from './dress/shapes.ts'
import { valueHabits } from './dress/values.ts'
import type { Estate } from './estate.ts'

/**
 * What recorded answers of Azure hold that its published examples do not: another way to say the same. What a habit adds
 * comes before what others make of it.
 */
export const habits: Record<string, Habit> = {
  ...shapeHabits,
  ...referenceHabits,
  ...absenceHabits,
  ...valueHabits,
  ...listHabits,
}

/** A copy of an estate that answers as Azure was recorded to: the same, said in other ways. */
export function dressed(estate: Estate, names = Object.keys(habits)): Estate {
  // what resources share is theirs alone in the copy
  const copy: Estate = JSON.parse(JSON.stringify(estate))
  for (const name of names) habits[name]?.(copy)
  return copy
}
