import { withoutCredentials } from '../../evidence/in-text.ts'

/** Characters (UTF-16) that Excel takes in a cell; of a longer one it makes several, or refuses the file. */
const MOST = 32_767

/**
 * Before what a spreadsheet takes for a formula, also in full width and behind quotation marks. Where lists are separated
 * by semicolons, spreadsheets begin a cell in the middle of one of ours (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const beforeFormula = /(^|[,;])(?=['"\s]*[-=+@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/g

/**
 * Text that others wrote, as a cell that shows it and computes nothing. An apostrophe stands before each part that would
 * be a formula, and nowhere else: whoever takes these away has the text again. What cannot be seen, line ends too, becomes a
 * replacement character, so that a line stays a line. No credentials.
 */
export function cell(text: string): string {
  if (text === '') return ''
  const inert = withoutCredentials(visible(text)).replace(beforeFormula, "$1'")
  return `"${atMost(inert, MOST).replaceAll('"', '""')}"`
}

function visible(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}')
}

function atMost(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Most cells say what others say as well: this halves the time. Of no long text, and not of many: memory stays small. */
export function remembering(make: (text: string) => string, most = 5000): (text: string) => string {
  const made = new Map<string, string>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined || text.length > 1000) return known ?? make(text)
    if (made.size >= most) made.clear()
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}
