import { type Flag, groups } from './flags.ts'

/** Column in which what a flag means begins, and the last one. */
const [MEANING, WIDTH] = [30, 80]

export function help(): string {
  const flags = groups.map(({ title, flags }) => [`${title}:`, ...flags.flatMap(lines)].join('\n'))
  return [usage, ...flags, more].join('\n\n')
}

const usage = `Usage: azureml-encryption-check [flags]

Checks whether Azure Machine Learning workspaces, and everything they depend on,
are encrypted as required. It reads configuration and changes nothing; the
Reader role is enough.`

const more = `A flag for a list accepts values separated by commas, or can be given several
times.

Exit codes:
  0    nothing fails
  1    a check fails, or could not be decided, at the severity that fails
  2    there is no result: wrong flags, a refused login or an error
  130  a second Ctrl-C ended it before the outcome was told

Examples:
  az login && azureml-encryption-check
  azureml-encryption-check --workspaces 'mlw-*' --profile cmk-required
  azureml-encryption-check --format json --fail-on-severity never > report.json

NO_COLOR=1 takes colors away, and FORCE_COLOR=1 keeps them in a pipe.`

function lines({ name, value, says }: Flag): string[] {
  const start = `  --${name}${value ? ` ${value}` : ''}`
  const [first = '', ...rest] = folded(says, WIDTH - MEANING)
  const indent = ' '.repeat(MEANING)
  const isLong = start.length > MEANING - 2
  return [
    isLong ? start : start.padEnd(MEANING) + first,
    ...(isLong ? [first, ...rest] : rest).map((line) => indent + line),
  ]
}

function folded(text: string, width: number): string[] {
  const folded: string[] = []
  for (const word of text.split(' ')) {
    const last = folded.at(-1)
    if (last !== undefined && last.length + word.length < width) folded[folded.length - 1] = `${last} ${word}`
    else folded.push(word)
  }
  return folded
}
