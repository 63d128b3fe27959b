import type { WriteStream } from 'node:tty'
import type { Environment } from '../network/proxy.ts'
import { describer, type Reading, type Watch } from '../progress.ts'

type Stream = Pick<NodeJS.WriteStream, 'write'> & Partial<Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>>

/** https://no-color.org and https://force-color.org; a pipe has none unless it is asked for. */
export function hasColours(stream: Stream, env: Environment): boolean {
  if (env.FORCE_COLOR !== undefined) return !/^(0|false)$/.test(env.FORCE_COLOR)
  if (env.NO_COLOR) return false
  return stream.isTTY === true && env.TERM !== 'dumb' && stream.hasColors?.(env as object) === true
}

/** A line at the bottom that is written again and again, where somebody looks. */
export interface Status {
  watch: Watch | undefined
  /** shows a text while some work lasts */
  during<T>(text: string, work: () => Promise<T>): Promise<T>
  /** writes lines above it */
  say(text: string): void
}

const BEFORE = '\r\u001b[2K'
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
/** Milliseconds. */
const OFTEN = 100

/**
 * No library does it: of two escape sequences and a timer there is nothing left to keep in order, and all others would
 * be loaded for it. In logs of other systems nothing is written again.
 */
export function statusOn(stream: Stream, env: Environment): Status {
  const say = (text: string) => void stream.write(`${text}\n`)
  if (!stream.isTTY || env.CI || env.TERM === 'dumb') return { watch: undefined, during: (_, work) => work(), say }
  const texts: (() => string)[] = []
  let timer: NodeJS.Timeout | undefined
  let frame = 0
  const draw = () => {
    frame += 1
    const line = `${FRAMES[frame % FRAMES.length]} ${texts.at(-1)?.()}`
    stream.write(BEFORE + line.slice(0, (stream.columns ?? 80) - 1))
  }
  const begin = (text: () => string) => {
    texts.push(text)
    timer ??= setInterval(draw, OFTEN)
    draw()
    return () => {
      texts.splice(texts.indexOf(text), 1)
      if (texts.length > 0) return
      clearInterval(timer)
      timer = undefined
      stream.write(BEFORE)
    }
  }
  return {
    watch(reading: () => Reading) {
      const describe = describer(() => performance.now())
      return begin(() => describe(reading()))
    },
    during(text, work) {
      const end = begin(() => text)
      return work().finally(end)
    },
    say: (text) => void stream.write(`${texts.length > 0 ? BEFORE : ''}${text}\n`),
  }
}
