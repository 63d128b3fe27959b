import { definitionId } from '../../evidence/grants.ts'
import { isObject } from '../../evidence/resource.ts'
import { idKey, parseResourceId } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { roleAssignment, roleDefinition } from '../../resources/identity.ts'
import { resourceTypes } from '../../resources/index.ts'
import { declarations, partDeclarations } from '../../resources/terraform/index.ts'
import { plural } from '../../text.ts'
import { type Json, listIn, member, textIn } from '../json.ts'
import type { NotLookedInto, Plan, PlannedChange, ReadOptions } from '../model.ts'
import { groupType, notShown } from '../opaque.ts'
import { parseAddress } from './address.ts'
import { azapiChange, azapiState } from './azapi.ts'
import { changeOf, partOf, stateOf } from './azurerm.ts'
import type { Node } from './nodes.ts'
import { refuseOtherClouds } from './provider.ts'
import { openPlan, type World } from './world.ts'

/** Reads what `terraform show -json` or `tofu show -json` prints of a plan. */
export function readTerraform(plan: Json, file: string, options: ReadOptions): Plan {
  refuseOtherClouds(plan, file, options.cloud)
  const world = openPlan(plan, options)
  const [changes, notLookedInto]: [PlannedChange[], NotLookedInto[]] = [[], partial(plan)]
  const changed = world.nodes.filter(isChanged)
  for (const node of changed) {
    const { address, label } = node
    for (const change of planned(node, world).flatMap((one) => withFormer(one, node, world))) {
      if (change instanceof Unknown) notLookedInto.push({ address: label, reason: change.why })
      else changes.push({ ...change, source: { file, address } })
    }
  }
  return {
    file,
    kind: 'terraform',
    tool: toolOf(plan),
    createdAt: timeOf(plan),
    changes,
    before: world.nodes.flatMap((node) => stateBefore(node, world) ?? []),
    principals: [...world.principals],
    openRoles: openRolesIn(changes) ?? otherRolesIn(changed),
    notLookedInto,
  }
}

/** A plan of some resources, or of which some could not be planned yet. */
function partial(plan: Json): NotLookedInto[] {
  const isTargeted = member(plan, 'complete') === false
  const deferred = listIn(plan, 'deferred_changes').length
  const lost = listIn(plan, 'resource_changes').filter((one) => !isReadable(one)).length
  const invoked = ['action_invocations', 'deferred_action_invocations'].flatMap((name) => listIn(plan, name)).length
  return [
    ...(isTargeted
      ? [{ address: 'the plan', reason: 'It is not complete: it was made with -target, or defers changes.' }]
      : []),
    ...(deferred > 0
      ? [{ address: 'the plan', reason: `It defers ${plural(deferred, 'change')}, which a later plan shows.` }]
      : []),
    ...(invoked > 0
      ? [
          {
            address: 'the plan',
            reason: `It runs ${plural(invoked, 'action')} of providers, of which it does not show what they do.`,
          },
        ]
      : []),
    ...(lost > 0
      ? [{ address: 'the plan', reason: `It has ${plural(lost, 'resource')} that this version cannot read.` }]
      : []),
  ]
}

function isReadable(change: Json): boolean {
  return parseAddress(textIn(change, 'address') ?? '') !== null && isObject(member(change, 'change'))
}

/** What leaves the state only stays in Azure, and so does what is only read, moved or imported. */
function isChanged({ isData, actions }: Node): boolean {
  return !isData && !actions.every((action) => ['no-op', 'read', 'forget'].includes(action))
}

/** Some resources of the provider are one of Azure's, and a part of another one. */
function planned(node: Node, world: World): (Change | Unknown)[] {
  if (!isOpaque(node)) return shown(node, world)
  const hidden = new Unknown(notShown)
  return node.provider === 'azurerm' ? [hidden, ...shown(node, world)] : [hidden]
}

function shown(node: Node, world: World): (Change | Unknown)[] {
  if (node.provider === 'azapi') return bodied.has(node.type) ? [azapiChange(node, world) ?? []].flat() : []
  if (node.provider !== 'azurerm') return ofOther(node)
  if (node.type === 'azurerm_role_definition') return ofRole(node)
  if (node.type === 'azurerm_resource_group') return ofGroup(node)
  const [declared, part] = [declarations.get(node.type), partDeclarations.get(node.type)]
  if (!declared && !part) return ofOther(node)
  const change = declared && changeOf(node, declared, world)
  if (change instanceof Unknown) return [change]
  return [...(change ? [change] : []), ...(part ? [partOf(node, part, world)] : [])]
}

/** What nobody has heard of changes a resource whose type is read: only its id says so. */
function ofOther({ type, before, after }: Node): Change[] {
  const id = textIn(before, 'id') ?? textIn(after, 'id') ?? ''
  const changed = parseResourceId(id)?.type
  if (changed === undefined || !resourceTypes[changed] || beside.test(type)) return []
  return [{ id, type: changed, change: 'unsure', settings: [], items: [] }]
}

/** They have the id of an account or a vault, and set nothing of it that is read. */
const beside =
  /^azurerm_(storage_account_(network_rules|queue_properties|static_website)|key_vault_certificate_contacts)$/

/** What of azapi has a body: a request goes without a trace. */
const bodied = new Set(['azapi_resource', 'azapi_update_resource'])

type Change = Omit<PlannedChange, 'source'>

/** What a role allows is not read of a plan: once the plan changes that, nobody knows it. */
function ofRole({ before }: Node): Change[] {
  const guid = textIn(before, 'role_definition_id')
  const planned = { type: roleDefinition.type, change: 'unsure' as const, settings: [], items: [] }
  return guid === undefined ? [] : [{ ...planned, id: definitionId(guid) }]
}

/** The provider refuses to delete a group that holds anything else, unless it is told not to look. */
function ofGroup(node: Node): Change[] {
  const id = textIn(node.before, 'id')
  if (id === undefined || !node.actions.includes('delete')) return []
  return [{ id, type: groupType, change: 'unsure', settings: [], items: [] }]
}

/** What is made again under another id is deleted under the one that it had. */
function withFormer(change: Change | Unknown, node: Node, world: World): (Change | Unknown)[] {
  if (change instanceof Unknown || change.change !== 'replace') return [change]
  const id = world.formerIdOf(node)
  if (typeof id !== 'string' || idKey(id) === idKey(change.id)) return [change]
  return [{ id, type: change.type, change: 'delete', settings: [], items: [] }, change]
}

/** What is only read, or not there yet, the plan does not speak of. */
function stateBefore(node: Node, world: World): Plan['before'][number] | null {
  if (node.isData || node.before === null || node.before === undefined) return null
  if (node.provider === 'azapi') return azapiState(node, world)
  const declared = node.provider === 'azurerm' ? declarations.get(node.type) : undefined
  const id = declared && world.idOf(node)
  return declared && typeof id === 'string' ? { id, settings: stateOf(node, declared, world) } : null
}

/** A whole template in one attribute, a request of its own, a script. */
const opaque =
  /^(azurerm_\w*template_deployment|azurerm_resource_deployment_script_\w+|azurerm_managed_application|azurerm_blueprint_assignment|azapi_resource_action|azapi_data_plane_resource)$/

/** Scripts may run when something is taken away, too: when they do is not in a plan. A deployment takes along what it made. */
function isOpaque({ type, configuration, before, after }: Node): boolean {
  if (listIn(configuration, 'provisioners').length > 0) return true
  if (after !== null) return opaque.test(type)
  if (type === 'azapi_resource_action') return textIn(before, 'when') === 'destroy'
  return opaque.test(type) && !type.startsWith('azurerm_resource_deployment_script_')
}

/** Who has a role changes with these, and whom that concerns is not in the plan. */
function otherRolesIn(nodes: Node[]): string | null {
  const one = nodes.find(({ type, actions }) =>
    type.startsWith('azuread_group') ? actions.includes('delete') : type === 'azurerm_pim_active_role_assignment',
  )
  return one ? `${one.label} changes who has roles, and whom that concerns is not in the plan.` : null
}

function openRolesIn(changes: PlannedChange[]): string | null {
  const assigned = changes.filter(({ type }) => type === roleAssignment.type).flatMap(({ settings }) => settings)
  const open = assigned.find(({ path, value }) => path === roleAssignment.principalId.path && value instanceof Unknown)
  return open?.value instanceof Unknown ? open.value.why : null
}

/** OpenTofu writes its own version where Terraform writes its. */
function toolOf(plan: Json): string {
  const version = textIn(plan, 'terraform_version') ?? ''
  const isTerraform = member(plan, 'applyable') !== undefined || member(plan, 'complete') !== undefined
  const name = isTerraform ? 'Terraform' : 'Terraform or OpenTofu'
  return /^[\w.+-]{1,40}$/.test(version) ? `${name} ${version}` : name
}

function timeOf(plan: Json): string | null {
  const at = new Date(textIn(plan, 'timestamp') ?? '')
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
