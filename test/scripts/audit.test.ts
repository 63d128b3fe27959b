import { describe, expect, it } from 'vitest'
import { type Audit, advisoriesOf } from '../../scripts/audit.ts'

const advisory = { title: 'Reads too far', url: 'https://github.com/advisories/GHSA-1', severity: 'high' }
const lock = {
  packages: {
    'node_modules/undici': { version: '6.1.0' },
    'node_modules/tool/node_modules/undici': { version: '5.0.0' },
    'node_modules/client': { version: '1.0.0' },
  },
}
const bundled = ['undici@6.1.0', 'client@1.0.0']

/** As `npm audit --json` has it: by the name of the package, with what else is touched. */
function audit(name: string, nodes: string[], via: (string | typeof advisory)[] = [advisory]): Audit {
  return { vulnerabilities: { [name]: { name, nodes, via } } }
}

describe('an advisory', () => {
  it.each<[string, Audit, string[]]>([
    ['there is none', { vulnerabilities: {} }, []],
    [
      'about what is bundled',
      audit('undici', ['node_modules/undici']),
      ['undici@6.1.0: high, Reads too far (https://github.com/advisories/GHSA-1)'],
    ],
    ['about a version that only a tool has', audit('undici', ['node_modules/tool/node_modules/undici']), []],
    [
      'about both versions is told of the bundled one',
      audit('undici', ['node_modules/tool/node_modules/undici', 'node_modules/undici']),
      ['undici@6.1.0: high, Reads too far (https://github.com/advisories/GHSA-1)'],
    ],
    ['about a tool', audit('tool', ['node_modules/tool']), []],
    ['of a dependency names that one alone', audit('client', ['node_modules/client'], ['undici']), []],
  ])('%s', (_, given, lines) => {
    expect(advisoriesOf(given, lock, bundled)).toEqual(lines)
  })

  it.each<[string, Audit, string]>([
    ['an error', { error: { summary: 'no lock file' } }, 'npm audit did not tell: no lock file'],
    ['a refusal', { message: '405 Method Not Allowed' }, 'npm audit did not tell: 405 Method Not Allowed'],
    ['nothing', {}, 'npm audit did not tell: its answer holds nothing'],
  ])('that npm cannot look for is no absence of one: %s', (_, given, message) => {
    expect(() => advisoriesOf(given, lock, bundled)).toThrow(message)
  })
})
