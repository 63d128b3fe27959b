import { createRequire } from 'node:module'
import type { SyntaxNode } from './kql-syntax.ts'

/** A query that Resource Graph (or this stand-in for it) refuses. */
export interface Refusal {
  code: 'ParserFailure' | 'InvalidQuery' | 'Unsupported'
  message: string
  line?: number
  characterPositionInLine?: number
  token?: string
}

interface Diagnostic {
  Code: string
  Severity: string
  Message: string
  Start: number
  Length: number
}

/** A query as the language service understood it. */
export interface BoundQuery {
  syntax: SyntaxNode
  columns: Column[]
}

export interface Column {
  name: string
  type: string
}

const columns =
  "id:string, name:string, type:string, tenantId:string, ['kind']:string, location:string, resourceGroup:string, " +
  "subscriptionId:string, managedBy:string, sku:dynamic, plan:dynamic, properties:dynamic, tags:dynamic, ['identity']:dynamic, " +
  'zones:dynamic, extendedLocation:dynamic, apiVersion:string'

const tables = ['Resources', 'ResourceContainers', 'AuthorizationResources', 'KubernetesConfigurationResources']

/** Parses a query and binds it to the tables and columns that there are. */
export function bind(query: string): BoundQuery | Refusal {
  const { kusto, bridge, globals } = languageService()
  const code = kusto.Language.KustoCode.ParseAndAnalyze(query, globals)
  const error = (bridge.toArray(code.GetDiagnostics()) as Diagnostic[]).find((each) => each.Severity === 'Error')
  return error ? refusal(error, query) : { syntax: code.Syntax, columns: columnsOf(code) }
}

/** The columns that a query or an operator of it has for a result. */
export function columnsOf(node: { ResultType?: SyntaxNode['ResultType'] | null }): Column[] {
  if (!node.ResultType?.Columns) return []
  const symbols = languageService().bridge.toArray(node.ResultType.Columns) as {
    Name: string
    Type: { Name: string }
  }[]
  return symbols.map((symbol) => ({ name: symbol.Name, type: symbol.Type.Name }))
}

function refusal(error: Diagnostic, query: string): Refusal {
  const lines = query.slice(0, error.Start).split('\n')
  const isSyntax = /^KS0/.test(error.Code)
  return {
    code: isSyntax ? 'ParserFailure' : 'InvalidQuery',
    message: `${error.Message} (${error.Code})`,
    line: lines.length,
    characterPositionInLine: lines.at(-1)?.length ?? 0,
    token: query.slice(error.Start, error.Start + error.Length),
  }
}

let service: ReturnType<typeof loadLanguageService> | undefined

function languageService() {
  service ??= loadLanguageService()
  return service
}

function loadLanguageService() {
  const require = createRequire(import.meta.url)
  // Two scripts that define the globals `Bridge` and `Kusto`, the second one on top of the first.
  require('@kusto/language-service-next/bridge.min')
  require('@kusto/language-service-next/Kusto.Language.Bridge.min')
  // biome-ignore lint/suspicious/noExplicitAny: what the package declares does not fit what it exports
  const { Kusto: kusto, Bridge: bridge } = globalThis as any
  const { TableSymbol, DatabaseSymbol } = kusto.Language.Symbols
  // The overload that reads a schema from text; it stops at keywords, hence the brackets around `kind` and `identity`.
  const symbols = tables
    .flatMap((name) => [name, name.toLowerCase()])
    .map((name) => new TableSymbol.$ctor7(name, `(${columns})`, ''))
  const globals = kusto.Language.GlobalState.Default.WithDatabase(new DatabaseSymbol.ctor('resourcegraph', symbols))
  return { kusto, bridge, globals }
}
