import type { Finding } from '../../model.ts'
import { oneLine } from '../../text.ts'
import { type Labels, labelOf } from '../view/labels.ts'
import { portalUrl } from '../view/names.ts'
import { mergedSteps } from '../view/steps.ts'
import type { View } from '../view/view.ts'
import { xml } from '../view/xml.ts'

/** Text that others wrote, as HTML that shows it and does nothing else; also in attributes. */
export function html(value: string, limit = 300): string {
  return xml(oneLine(value, limit))
}

/** A sentence; what stands in backticks is code. */
export function prose(value: string, limit = 1000): string {
  const parts = oneLine(value, limit).split('`')
  if (parts.length % 2 === 0) return html(value, limit)
  return parts.map((part, index) => (index % 2 === 0 || part === '' ? xml(part) : code(part))).join('')
}

export function code(value: string, limit = 300): string {
  return `<code>${html(value, limit)}</code>`
}

/**
 * @param label HTML
 * @param url without one that can be opened the label stands alone
 */
export function link(label: string, url: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${xml(url)}">${label}</a>` : label
}

/** The name of a resource, which opens it in the portal. */
export function resourceLink(id: string, { context, labels }: Pick<View, 'context' | 'labels'>): string {
  return link(html(labelOf(id, labels), 200), portalUrl(id, context))
}

export function paragraph(content: string, name = ''): string {
  if (content === '') return ''
  return name === '' ? `<p>${content}</p>` : `<p class="${name}">${content}</p>`
}

export function list(items: string[], name = ''): string {
  return `<ul${name && ` class="${name}"`}>\n${items.map((item) => `<li>${item}`).join('\n')}\n</ul>`
}

/** A part of the page, with the heading that its link in the navigation goes to. */
export function section(id: string, title: string, content: string): string {
  return `<section id="${id}" aria-labelledby="${id}-h">\n<h2 id="${id}-h">${title}</h2>\n${content}\n</section>\n`
}

/** What is wider than a phone scrolls by itself, also with the keyboard. */
export function scrolling(label: string, content: string): string {
  return `<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`
}

/** Commands and instructions. */
export function stepsOf(findings: Finding[], labels: Labels, most: number): string {
  return mergedSteps(findings, labels, most)
    .map(({ kind, text }) => (kind === 'command' ? commands(text) : paragraph(prose(text))))
    .join('\n')
}

export function commands(text: string): string {
  return `<pre tabindex="0"><code>${xml(text)}</code></pre>`
}

export function pill(kind: string, word: string): string {
  return `<span class="pill ${kind}">${word}</span>`
}
