import { timeAtSignal } from '../../../simulator/clock.ts'
import type { Fault, Kind } from '../../../simulator/traffic.ts'
import type { Match, Scenario } from './scenario.ts'

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
        pass = () => void kill('SIGUSR2')
      },
    }
  }
}
