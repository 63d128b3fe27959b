import type { Log, Outside } from './ports.ts'
import { inert, oneLine, severalLines } from './text.ts'

/**
 * The same world, told nothing but what people can see: names and messages that others wrote may hold what moves the
 * cursor, turns text around, is a credential, or reads as a command to the runner.
 */
export function careful(world: Outside): Outside {
  const { log } = world
  return {
    ...world,
    setFailed: (message) => world.setFailed(severalLines(message)),
    log: {
      info: (message) => log.info(inert(severalLines(message))),
      notice: annotation(log.notice),
      warning: annotation(log.warning),
      error: annotation(log.error),
      group: (name, work) => log.group(oneLine(name), work),
    },
  }
}

function annotation(show: Log['notice']): Log['notice'] {
  return (message, properties) =>
    show(
      severalLines(message),
      properties?.title === undefined ? properties : { ...properties, title: oneLine(properties.title) },
    )
}
