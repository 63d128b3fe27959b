/** Filters and sorts. Without it the page shows everything, and no control that does nothing. */
export const script = `
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const filter = document.querySelector('.filter')
const output = filter.querySelector('output')
const words = (element) => element.textContent.toLowerCase()
const groups = all('.group').map((group) => ({
  group,
  title: words(group.querySelector('h3')),
  items: all('.resources > li', group).map((item) => [item, words(item), Number(item.dataset.findings ?? 1)]),
}))
const rows = [
  ...all('.sort tbody tr').map((row) => [row, words(row.cells[0])]),
  ...all('.ws').map((one) => [one, words(one.querySelector('b'))]),
]
const total = groups.reduce((sum, { items }) => items.reduce((some, [, , count]) => some + count, sum), 0)

function apply() {
  const { text, ...wanted } = Object.fromEntries(all('input, select', filter).map(({ name, value }) => [name, value]))
  const sought = text.trim().toLowerCase()
  let shown = 0
  for (const { group, title, items } of groups) {
    const fits = Object.entries(wanted).every(([name, value]) => !value || group.dataset[name].split(' ').includes(value))
    let some = 0
    for (const [item, content, count] of items) {
      const isShown = fits && (title.includes(sought) || content.includes(sought))
      item.hidden = !isShown
      if (isShown) some += count
    }
    group.hidden = some === 0
    shown += some
  }
  for (const part of all('.findings')) part.hidden = all('.group:not([hidden])', part).length === 0
  for (const part of all('.framework')) part.hidden = Boolean(wanted.framework) && part.dataset.framework !== wanted.framework
  const isNamed = rows.some(([, name]) => name.includes(sought))
  for (const [row, name] of rows) row.hidden = isNamed && !name.includes(sought)
  output.textContent = shown.toLocaleString('en') + ' of ' + total.toLocaleString('en') + ' findings shown'
}

const order = ['high', 'medium', 'low', 'info', 'undecided', 'waived', 'passed']
const { compare } = new Intl.Collator('en', { numeric: true })
function keyOf(cell) {
  const value = words(cell).trim().replaceAll(',', '')
  const place = order.indexOf(value.split(' ')[0])
  return place === -1 ? value : String(place)
}

function sort(head) {
  const table = head.closest('table')
  const body = table.tBodies[0]
  const isNumber = body.rows[0]?.cells[head.cellIndex].className.startsWith('n')
  const before = head.getAttribute('aria-sort')
  const direction = before ? (before === 'ascending' ? 'descending' : 'ascending') : isNumber ? 'descending' : 'ascending'
  for (const other of all('thead th', table)) other.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', direction)
  const sign = direction === 'ascending' ? 1 : -1
  const keys = [...body.rows].map((row) => [keyOf(row.cells[head.cellIndex]), row])
  body.append(...keys.sort((a, b) => sign * compare(a[0], b[0])).map(([, row]) => row))
}

for (const head of all('.sort thead th')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...head.childNodes)
  button.addEventListener('click', () => sort(head))
  head.append(button)
}
filter.addEventListener('input', apply)
filter.hidden = false
apply()
`
