import { daysLater } from '../../simulator/clock.ts'
import type { Cloud } from '../../simulator/cloud.ts'
import type { Estate } from '../../simulator/estate.ts'
import { demoIds, fixDemo } from '../../simulator/estates/demo.ts'
import { resourceOf } from '../../simulator/estates/parts.ts'
import { pullRequest, schedule } from '../../simulator/events.ts'
import { filesOf } from '../../simulator/git-objects.ts'
import { change } from '../../simulator/templates.ts'
import { type Act, act } from './act.ts'

/** What people see after a run. */
export interface Step {
  name: string
  run: Act
  /** of the tracking issue; null while there is none */
  issue: { state: string; body: string; comments: string[] } | null
  /** of the pull request, if this was one */
  comment: string | null
  /** of the status branch, by path */
  branch: Record<string, string>
}

const waiver = `version: 1
waivers:
  - { check: storage/secure-transfer, resource: '*/stfraudprod', owner: data-platform, reason: 'old scanners, replaced in March', expires: 2027-03-31 }
`

const plainHttp = (estate: Estate, id: string, isAllowed: boolean) =>
  change(resourceOf(estate, id), { properties: { supportsHttpsTrafficOnly: !isAllowed } })

/** Seven nights and three pull requests while an estate changes. Dates are those of the next days. */
export async function* week(cloud: Cloud, options: { bundle?: string } = {}): AsyncGenerator<Step> {
  const { estate, github } = cloud
  Object.assign(github.tokenPermissions, { contents: 'write', issues: 'write' })
  estate.identity.federatedCredentials.push({
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/ml-platform:ref:refs/heads/main',
    audience: 'api://AzureADTokenExchange',
  })
  fixDemo(estate)
  yield await night('Monday: everything is in order', 0)
  yield await pull('A pull request on Monday', 0)

  plainHttp(estate, demoIds.fraudStorage, true)
  yield await night('Tuesday: an account accepts plain HTTP', 1)
  yield await pull('A pull request on Tuesday that waives it', 1, { 'config-file': waiver })
  yield await night('Wednesday: nobody did anything', 2)

  const { roles } = estate.identity
  const taken = roles.filter(({ scope }) => scope === demoIds.researchVault)
  estate.identity.roles = roles.filter((role) => !taken.includes(role) && !role.scope.endsWith(platformOf(estate)))
  yield await night('Thursday: a role is gone', 3)

  estate.identity.roles = roles
  plainHttp(estate, demoIds.fraudStorage, false)
  yield await night('Friday: all is repaired', 4)

  plainHttp(estate, demoIds.researchStorage, true)
  yield await night('Saturday: another account accepts plain HTTP', 5)
  yield await pull('A pull request on Saturday, where only what is new counts', 5, { 'fail-on-new-only': 'true' })

  estate.entries = estate.entries.filter(({ resource }) => resource.id !== demoIds.lab)
  plainHttp(estate, demoIds.researchStorage, false)
  yield await night('Sunday: repaired, and a workspace is gone', 6)

  async function night(name: string, day: number): Promise<Step> {
    const inputs = { 'tracking-issue': 'true', 'status-branch': 'encryption-status', 'comment-summary-in-pr': 'never' }
    const run = await act(cloud, { event: schedule(), inputs, nodeOptions: daysLater(day), ...options })
    return step(name, run, null)
  }

  async function pull(name: string, day: number, extra: Record<string, string> = {}): Promise<Step> {
    const { 'config-file': config, ...given } = extra
    github.comments = github.comments.filter(({ issue }) => issue !== 7)
    const files: Record<string, string> = config ? { '.github/azureml-encryption.yml': config } : {}
    const inputs = { 'status-branch': 'encryption-status', ...given }
    const run = await act(cloud, { event: pullRequest(), inputs, nodeOptions: daysLater(day), files, ...options })
    return step(name, run, run.comment)
  }

  function step(name: string, run: Act, comment: string | null): Step {
    const issue = github.issues.find(({ labels }) => labels.includes('azureml-encryption'))
    const comments = github.comments.filter((each) => each.issue === issue?.number).map(({ body }) => body)
    return {
      name,
      run,
      issue: issue ? { state: issue.state, body: issue.body ?? '', comments } : null,
      comment,
      branch: filesOf(github.git, 'encryption-status') ?? {},
    }
  }
}

function platformOf({ subscriptions }: Estate): string {
  return subscriptions.find(({ name }) => name === 'contoso-platform')?.id ?? ''
}
