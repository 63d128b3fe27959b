import type { ReportingDescriptorRelationship, ToolComponent } from 'sarif'
import type { MappedFramework, Mapping } from '../../controls/controls.ts'

/** The frameworks that rules have to do with, and of their controls those (SARIF 2.1.0, 3.14.8). */
export function taxonomiesOf({ source: { repository, commit, date }, frameworks }: Mapping): ToolComponent[] {
  return frameworks.map(({ name, title, version, initiative, size, controls }) => ({
    name,
    fullName: `${title} ${version}`,
    version,
    releaseDateUtc: date,
    informationUri: `https://github.com/${repository}/tree/${commit}/built-in-policies/policySetDefinitions`,
    organization: 'Microsoft',
    shortDescription: { text: `Controls of ${title} ${version} to which Microsoft assigns policies that rules ask.` },
    fullDescription: {
      text: `${controls.length} of ${size} controls of the initiative ${initiative}. A policy is not the whole control.`,
    },
    isComprehensive: false,
    taxa: controls.map(({ id }) => ({ id })),
  }))
}

/** The controls of a rule, as places in the taxonomies. */
export function relationshipsOf(check: string, frameworks: MappedFramework[]): ReportingDescriptorRelationship[] {
  return frameworks.flatMap(({ name, controls }, framework) =>
    controls.flatMap(({ id, checks }, index) => {
      const toolComponent = { name, index: framework }
      return checks.includes(check) ? [{ target: { id, index, toolComponent }, kinds: ['relevant'] }] : []
    }),
  )
}
