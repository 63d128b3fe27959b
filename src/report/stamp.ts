/** Which run wrote something, and the commit that its result is of. Nothing of it is known of a place without a runner. */
export interface Stamp {
  /** GitHub numbers the runs of a repository as they begin */
  run: number
  attempt: number
  sha: string
}

const START = '<!-- azureml-encryption-check:run '
const END = ' -->'

/** A line that nobody sees. @param result of an earlier run that is told of, null where it is this run's */
export function writeStamp(writer: Stamp, result: Stamp | null = null): string {
  return `${START}${[writer, ...(result ? [result] : [])].map(words).join(' ')}${END}`
}

function words({ run, attempt, sha }: Stamp): string {
  return `${run}/${attempt}/${sha}`
}

/** @returns null for what has no such line */
export function readStamp(body: string): { writer: Stamp; result: Stamp } | null {
  const line = body.split(/\r?\n/).findLast((one) => one.startsWith(START) && one.endsWith(END))
  if (line === undefined) return null
  const [writer, result = writer] = line.slice(START.length, -END.length).split(' ').map(stampOf)
  return writer && result ? { writer, result } : null
}

function stampOf(text: string): Stamp | null {
  const [, run, attempt, sha = ''] = /^(\d{1,15})\/(\d{1,6})\/([0-9a-f]{0,64})$/.exec(text) ?? []
  return run === undefined ? null : { run: Number(run), attempt: Number(attempt), sha }
}

/** Whether one run began after another, as far as both are known. A run that is started again keeps its number. */
export function isNewer(one: Stamp, other: Stamp): boolean {
  if (one.run === 0 || other.run === 0) return false
  return one.run > other.run || (one.run === other.run && one.attempt > other.attempt)
}
