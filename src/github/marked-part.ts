import { normal } from './octokit.ts'

const END = '<!-- azureml-encryption-check:end -->'

interface Parts {
  before: string
  ours: string
  after: string
}

export const nothing: Parts = { before: '', ours: '', after: '' }

/** The part between the markers and what people wrote around it; null without the marker. */
export function split(body: string | null | undefined, marker: string): Parts | null {
  const lines = normal(body).split('\n')
  const start = lines.indexOf(marker)
  if (start === -1) return null
  const end = lines.indexOf(END, start)
  const stop = end === -1 ? lines.length : end
  const text = (from: number, to?: number) => lines.slice(from, to).join('\n')
  return { before: text(0, start), ours: text(start + 1, stop), after: text(stop + 1) }
}

/** The same with another part of ours. */
export function joined({ before, after }: Parts, { marker, body }: { marker: string; body: string }): string {
  const ours = `${marker}\n${body.trimEnd()}\n\n${END}`
  return [before, ours, after].filter((part) => part.trim() !== '').join('\n')
}
