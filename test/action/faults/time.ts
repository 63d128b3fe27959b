import { timeAtSignal } from '../../../simulator/clock.ts'
import type { Fault, Kind } from '../../../simulator/traffic.ts'
import type { Match, Scenario } from './scenario.ts'

/** Milliseconds without another request after which a signal counts as lost. */
const LOST = 20_000

/**
 * Something that never comes to an end: the action's own time passes as soon as it is waited for, however long a test
 * takes.
 */
export function endless(kind: Kind, fault: Fault, isMeant: Match = () => true): NonNullable<Scenario['given']> {
  return (cloud) => {
    let pass = () => {}
    const match: Match = (request) => {
      const isHit = request.kind === kind && isMeant(request)
      if (isHit) pass()
      return isHit
    }
    cloud.faults.push({ ...fault, match })
    return {
      nodeOptions: timeAtSignal(),
      onStart(kill) {
        let again: NodeJS.Timeout | undefined
        pass = () => {
          clearInterval(again)
          // a signal that comes before anything waits is lost
          again = setInterval(() => kill('SIGUSR2') || clearInterval(again), LOST).unref()
          kill('SIGUSR2')
        }
      },
    }
  }
}
