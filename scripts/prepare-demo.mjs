/**
 * Before `npm run demo`: refuses a Node.js that is too old, in a sentence, and installs unless what is installed is what
 * the lock file says. Plain JavaScript that an old Node.js understands, and nothing that would have to be installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** On Linux the lock file brings the Node.js that runs TypeScript; elsewhere it has to be there. */
const needed = process.platform === 'linux' && process.arch === 'x64' ? [20, 0] : [22, 18]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `The demo needs Node.js ${needed.join('.')} or newer, and this is ${process.versions.node}: install Node.js 24 from https://nodejs.org, then run it again.`,
  )
  process.exit(1)
}
if (!isInstalled(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json')))
  process.exit(install())

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

/** npm notes what it installed; what is optional may be missing, because it is for another system. */
function isInstalled(wanted, installed) {
  const isSame = ([path, { version, integrity, optional }]) =>
    path === '' ||
    (path in installed
      ? installed[path].version === version && installed[path].integrity === integrity
      : optional === true)
  return Object.entries(wanted).every(isSame) && Object.keys(installed).every((path) => path in wanted)
}

function install() {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = npm
    ? spawnSync(node, [npm, ...words], { stdio: 'inherit' })
    : spawnSync('npm', words, { stdio: 'inherit', shell: true })
  return status ?? 1
}
