/** Properties of a check that are for people and decide nothing: the committed docs/checklist.md holds them. */
const prose = [
  ...['title', 'why', 'reference', 'passes', 'fails', 'cannotTell', 'policies'],
  ...['rows', 'creationOnly'],
]

/** The part of Babel's node that says where a literal stands. */
interface Path {
  node: { type: string }
  parent?: { type: string; value?: unknown; key?: { name?: string } }
}

/** Leaves out the literals under those properties, and nothing else: paths, values and messages are mutated. */
const ignorer = {
  shouldIgnore({ node, parent }: Path): string | undefined {
    const isData = /Literal$|^ArrayExpression$/.test(node.type)
    const isProse = parent?.type === 'ObjectProperty' && parent.value === node && prose.includes(parent.key?.name ?? '')
    return isData && isProse ? `${parent.key?.name} is prose` : undefined
  },
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'prose', value: ignorer }]
