import { afterAll, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { closeClouds, openWorld } from '/work/main/test/azure/world.ts'
import { demoEstate } from '/work/main/test/cloud/estates/demo.ts'
import { healthyEstate } from '/work/main/test/cloud/estates/healthy.ts'
import { oneEstate } from '/work/main/test/cloud/estates/one.ts'
import { rareEstate, rareTargets } from '/work/main/test/cloud/estates/rare.ts'
import { portalEstate } from '/work/main/test/cloud/estates/portal.ts'
import { greener, judgedIn, without } from '/work/main/test/checklist/greener.ts'
import { idKey, parseResourceId } from '/work/main/src/evidence/resource-id.ts'
afterAll(closeClouds)
const estates: any[] = [['demo', demoEstate()], ['healthy', healthyEstate()], ['one', oneEstate()], ['rare', rareEstate(), rareTargets], ['portal', portalEstate()]]
it('x', async () => {
  const out: string[] = []
  const sizes: string[] = []
  for (const [name, estate, targets] of estates) {
    const world = await openWorld(estate)
    const { evidence } = await world.collect(targets ?? {}, { jobsPerWorkspace: 1000, encryptionScopes: true })
    const before = new Map(evidence.workspaces.map((id) => [id, judgedIn(evidence, id)]))
    const judged = new Set(evidence.workspaces.map(idKey))
    const keys = [...evidence.resources.keys(), ...evidence.collections.keys()]
    const t = Date.now()
    for (const key of keys) {
      const other = without(evidence, [key])
      for (const id of evidence.workspaces) {
        if (idKey(id) === key) continue
        const after = judgedIn(other, id)
        const un = (o: any[]) => o.filter((x) => x.verdict.status === 'unknown').length
        const more = un(after) - un(before.get(id)!)
        if (more > 0) sizes.push(`${more} ${name} ${id.split('/').at(-1)} without ${key.split('/').slice(-2).join('/')}`)
        for (const g of greener(before.get(id)!, after)) out.push(`${name} ${id.split('/').at(-1)} without ${key.split('/').slice(-2).join('/')}: ${g.replace(/\(.*\//, '(')}`)
      }
    }
    out.push(`--- ${name}: ${keys.length} keys, ${evidence.workspaces.length} workspaces, ${Date.now() - t} ms`)
  }
  writeFileSync('/tmp/greener/out.txt', out.join('\n'))
  writeFileSync('/tmp/greener/sizes.txt', sizes.sort((a, b) => parseInt(b) - parseInt(a)).join('\n'))
}, 300_000)
