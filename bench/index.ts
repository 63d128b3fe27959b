/** Measures what this project promises about itself. Ends with an error when a bound is not held. */
import { markdownTable } from 'markdown-table'
import { isHeld, row } from './figure.ts'
import { oneSubscriptionFigures } from './one-subscription.ts'
import { planFigures } from './plan.ts'
import { scaleFigures } from './scale.ts'
import { sizeFigures } from './size.ts'
import { startFigures } from './start.ts'

const figures = [
  ...(await startFigures()),
  ...sizeFigures(),
  ...(await oneSubscriptionFigures()),
  ...(await scaleFigures()),
  ...(await planFigures()),
]
console.log(markdownTable([['figure', 'measured', 'bound', 'held'], ...figures.map(row)]))
if (!figures.every(isHeld)) process.exitCode = 1
