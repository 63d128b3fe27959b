import type { HtmlView } from './context.ts'
import { html, section } from './markup.ts'

/** The nights of the status branch. The picture has styles of its own, which as part of the page would be those of the page. */
export function trend({ context }: HtmlView): string {
  if (context.trend === null) return ''
  const { picture, words } = context.trend
  const address = `data:image/svg+xml,${encodeURIComponent(picture.toWellFormed())}`
  return section(
    'trend',
    'Trend',
    `<img class="trend" width="760" height="344" alt="${html(words, 1000)}" src="${html(address, Infinity)}">`,
  )
}
