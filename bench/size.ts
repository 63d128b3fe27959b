import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './figure.ts'

const dist = join(import.meta.dirname, '../dist')

export function sizeFigures(): Figure[] {
  const bytes = readdirSync(dist).reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)
  return [{ name: 'all of dist/', measured: bytes / 1_000_000, bound: 2.9, unit: 'MB' }]
}
