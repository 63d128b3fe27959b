export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  message: string
  /** title, file, line ... */
  properties: Record<string, string>
}

/** The workflow commands in a log: annotations, and the log itself as GitHub shows it. */
export function parseCommands(stdout: string): { annotations: Annotation[]; log: string } {
  const annotations: Annotation[] = []
  const masks: string[] = []
  const shown: string[] = []
  for (const line of stdout.split('\n')) {
    const [, command = '', list = '', data = ''] = /^::([\w-]+)(?: (.*?))?::(.*)$/.exec(line.trim()) ?? []
    if (command === 'add-mask') masks.push(unescapeData(data))
    else if (isLevel(command)) {
      annotations.push({ level: command, message: unescapeData(data), properties: properties(list) })
      shown.push(`${command}: ${unescapeData(data)}`)
    } else if (!['debug', 'endgroup'].includes(command)) shown.push(command === 'group' ? data : line)
  }
  const log = masks.filter((mask) => mask !== '').reduce((text, mask) => text.replaceAll(mask, '***'), shown.join('\n'))
  return { annotations, log }
}

/** `name=value` and `name<<delimiter` blocks, as @actions/core writes them. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^([^=\r]+?)<<(.+?)\r?$/.exec(lines[at] ?? '') ?? []
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.findIndex((line, index) => index > at && line.replace(/\r$/, '') === delimiter)
      if (end < 0) throw new Error(`GITHUB_OUTPUT: the value of ${name} has no end.`)
      outputs[name] = lines.slice(at + 1, end).join('\n')
      at = end
    } else addLine(outputs, lines[at] ?? '')
  }
  return outputs
}

function addLine(outputs: Record<string, string>, line: string): void {
  if (line === '') return
  const at = line.indexOf('=')
  if (at < 1) throw new Error(`GITHUB_OUTPUT: the runner refuses the line "${line}".`)
  outputs[line.slice(0, at)] = line.slice(at + 1)
}

function isLevel(command: string): command is Annotation['level'] {
  return command === 'error' || command === 'warning' || command === 'notice'
}

function properties(list: string): Record<string, string> {
  const pairs = list === '' ? [] : list.split(',')
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [
        pair.slice(0, at),
        unescapeData(pair.slice(at + 1))
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ','),
      ]
    }),
  )
}

function unescapeData(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
