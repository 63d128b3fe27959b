import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** The browser of this machine; npm brings none. */
export function startChromium(): Promise<Browser> {
  // as root, as in a container, Chromium starts without its sandbox only
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
}

/** `CHROMIUM`, or the first of the usual names on the path. */
function chromiumPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const all = [process.env.CHROMIUM ?? '', ...folders.flatMap((path) => names.map((name) => join(path, name)))]
  const found = all.find((path) => path !== '' && existsSync(path))
  if (!found)
    throw new Error('There is no Chromium: apt-get install --no-install-recommends chromium, or set CHROMIUM.')
  return found
}
