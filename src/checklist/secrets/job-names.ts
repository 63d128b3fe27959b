import { isRedacted } from '../../evidence/redact.ts'
import { peek, type Resource } from '../../evidence/resource.ts'
import type { Subject } from '../../evidence/subjects.ts'
import { mlJob } from '../../resources/job.ts'
import { anyResource, type Property } from '../../resources/type.ts'
import { said, words } from '../../said.ts'
import { check, fail, severity } from '../check.ts'
import { instruction } from '../remedy.ts'
import { found, nothingFound } from './search.ts'

export const jobNames = check<Subject>({
  id: 'secrets/job-names',
  title: 'Job and experiment names contain nothing sensitive',
  failed: 'The name of a job contains something sensitive',
  rows: ['S42'],
  severity: severity('low'),
  subjects: (workspace) =>
    found(workspace, ['jobs'], (job) => tellingName(job, workspace.options.isDeniedName) !== null),
  judge: (subject, workspace) => {
    if (subject.id === workspace.id) return nothingFound(workspace, ['jobs'], 'Nothing telling is in the names')
    const job = subject as Resource
    const telling = tellingName(job, workspace.options.isDeniedName) ?? anyResource.name
    job.read(telling)
    job.note(telling.path, 'matches')
    return fail(
      said`The ${words(telling.path.split('.').at(-1) ?? '')} of the job holds an e-mail address, a credential or a name on the deny list.`,
    )
  },
  passes:
    'Names, display names and experiments hold no e-mail address and no credential, and match no configured pattern.',
  fails: 'One does.',
  cannotTell: 'Nothing was found, but there are more jobs than the run reads.',
  why: 'Names of jobs and experiments reach telemetry that Microsoft support can read.',
  remedy: (job) => instruction`Give the next runs another name; that of ${job} cannot be changed any more.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
})

const email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}(?![\w-])/i

/** Where the name stands that tells something; a name that is not a text is left to be read, and undecided. */
function tellingName(job: Resource, isDenied: (name: string) => boolean): Property<'text'> | null {
  for (const property of [anyResource.name, mlJob.displayName, mlJob.experimentName]) {
    const name = peek(job, property)
    if (name === undefined) continue
    if (typeof name !== 'string' || isRedacted(name) || email.test(name) || isDenied(name)) return property
  }
  return null
}
