import { finished } from 'node:stream'
import type { PipelinePolicy } from '@azure/core-rest-pipeline'

type Sdk = Pick<typeof import('../sdk.ts'), 'RestError'>

const MEBIBYTE = 1024 * 1024
/** Bytes of one answer, unpacked: Resource Graph's largest page has half of it. */
const LARGEST = 32 * MEBIBYTE
const everyStatus = new Set([Number.POSITIVE_INFINITY])

export class AnswerTooLarge extends Error {}

/**
 * Reads answers in place of the SDK's client, which holds whatever comes: a few hundred kilobytes may unpack to more
 * than there is memory.
 */
export function limitAnswers({ RestError }: Sdk, largest = LARGEST): PipelinePolicy {
  return {
    name: 'answerSizePolicy',
    async sendRequest(request, next) {
      request.streamResponseStatusCodes = everyStatus
      const { readableStreamBody, ...answer } = await next(request)
      if (!readableStreamBody) return answer
      const bodyAsText = await textOf(readableStreamBody as Body, largest, request.timeout).catch((error: Error) => {
        if (error instanceof AnswerTooLarge || error.name === 'AbortError') throw error
        throw new RestError(error.message, { code: RestError.PARSE_ERROR })
      })
      return { ...answer, bodyAsText }
    },
  }
}

type Body = NodeJS.ReadableStream & { destroy(error: Error): void }

/** The SDK's own time-out ends with the first byte of the body. */
function textOf(body: Body, largest: number, milliseconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const timer = setTimeout(() => body.destroy(Object.assign(new Error(), { name: 'AbortError' })), milliseconds)
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= largest) chunks.push(chunk)
      else
        body.destroy(
          new AnswerTooLarge(`Azure's answer was larger than ${largest / MEBIBYTE} MiB; the rest was not read.`),
        )
    })
    finished(body, (error) => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve(Buffer.concat(chunks).toString())
    })
  })
}
