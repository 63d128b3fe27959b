import { describe, expect, it } from 'vitest'
import { initiatives } from '../../scripts/initiatives.ts'
import { checklist } from '../../src/checklist/index.ts'
import { mappingOf } from '../../src/controls/controls.ts'
import { frameworkNames } from '../../src/controls/names.ts'
import { lookedUp, table } from '../../src/controls/table.ts'

const starts: string[] = lookedUp.split(' ')

describe('the table', () => {
  it('knows every policy that a check names, and no other (npm run controls makes it again)', () => {
    const ids = new Set(checklist.flatMap(({ policies = [] }) => policies.map(({ id }) => id)))
    expect([...ids].map((id) => starts.filter((start) => id.startsWith(start)).length)).toEqual([...ids].map(() => 1))
    expect(starts.length).toBe(ids.size)
  })

  it('has the frameworks that are asked for, by names that are easy to type', () => {
    expect(table.map(({ name }) => name)).toEqual(frameworkNames)
    expect(frameworkNames).toEqual(initiatives.map(({ name }) => name))
    for (const name of frameworkNames) expect(name).toMatch(/^[a-z0-9.-]+$/)
  })

  it.each(table.map((framework) => [framework.name, framework] as const))('%s adds up', (_, { size, controls }) => {
    expect(Object.keys(controls).length).toBeGreaterThan(0)
    expect(Object.keys(controls).length).toBeLessThanOrEqual(size)
    for (const policies of Object.values(controls)) {
      const [count, ...ours]: string[] = policies.split(/:? /)
      expect(Number(count)).toBeGreaterThanOrEqual(ours.length)
      expect(ours.filter((start) => !starts.includes(start))).toEqual([])
      expect(ours.length).toBeGreaterThan(0)
    }
  })
})

describe('the mapping', () => {
  const { source, frameworks } = mappingOf(checklist)
  const of = (name: string) => frameworks.find((framework) => framework.name === name)

  it('says of which day it is', () => {
    expect(source.commit).toMatch(/^[0-9a-f]{40}$/)
    expect(source.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('leads from each control to checks that name one of its policies', () => {
    const named = new Set(checklist.flatMap(({ id, policies }): string[] => (policies ? [id] : [])))
    const checks = frameworks.flatMap(({ controls }) => controls.map((control) => control.checks))
    for (const some of checks) expect(some.length).toBeGreaterThan(0)
    expect(checks.flat().filter((id) => !named.has(id))).toEqual([])
  })

  it('has what Microsoft documents', () => {
    expect(of('nist-800-53-r5')?.controls).toContainEqual(
      expect.objectContaining({ id: 'SC-8(1)', checks: expect.arrayContaining(['storage/secure-transfer']) }),
    )
    expect(of('mcsb-v1')?.controls).toContainEqual(
      expect.objectContaining({ id: 'DP-5', checks: expect.arrayContaining(['workspace/customer-managed-key']) }),
    )
    expect(of('gdpr')?.controls.map(({ id }) => id)).toContain('Art. 32')
  })

  it('tells nothing of a check whose policy is in no table', () => {
    const odd = [{ id: 'a/b', policies: [{ name: 'Unheard of', id: 'ffff0000-0000-4000-8000-000000000000' }] }]
    const found = mappingOf([...odd, { id: 'c/d' }]).frameworks.flatMap(({ controls }) => controls)
    expect(found.flatMap(({ checks }) => checks)).toEqual([])
  })
})
