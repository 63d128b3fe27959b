/** A flag of the command line; those that are inputs of the action mean the same there. */
export interface Flag {
  name: string
  /** what stands for its value in the help; none: the flag alone says it */
  value?: string
  /** it may be given several times, or several values by comma */
  isList?: boolean
  says: string
}

interface Group {
  title: string
  flags: Flag[]
}

const list = { isList: true }

export const groups: Group[] = [
  {
    title: 'What is checked (by default every workspace that can be read)',
    flags: [
      { name: 'subscriptions', value: '<ids>', ...list, says: 'all workspaces of these subscriptions' },
      { name: 'management-groups', value: '<ids>', ...list, says: 'all workspaces below these management groups' },
      {
        name: 'resource-groups',
        value: '<names>',
        ...list,
        says: 'all workspaces in these groups, by name or resource id',
      },
      {
        name: 'workspaces',
        value: '<names>',
        ...list,
        says: 'these workspaces: name (* stands for any characters), group/name or resource id',
      },
      {
        name: 'subscription-id',
        value: '<id>',
        says: 'subscription of groups and workspaces that are named without one',
      },
    ],
  },
  {
    title: 'What fails',
    flags: [
      { name: 'profile', value: '<name>', says: 'baseline (default) or cmk-required' },
      {
        name: 'config-file',
        value: '<path>',
        says: 'profiles, severities, disabled checks and waivers (default .github/azureml-encryption.yml, if there is one)',
      },
      { name: 'fail-on-severity', value: '<level>', says: 'high (default), medium, low or never' },
      {
        name: 'on-unknown',
        value: '<what>',
        says: 'fail (default) or warn: what undecided checks of that severity do',
      },
      { name: 'warn-only', says: 'report everything, fail nothing' },
      { name: 'baseline-file', value: '<path>', says: 'JSON report of an earlier run to compare with' },
      { name: 'fail-on-new-only', says: 'only what the baseline does not have fails' },
    ],
  },
  {
    title: 'What is only planned',
    flags: [
      {
        name: 'plan-files',
        value: '<paths>',
        ...list,
        says: 'plans to lay over what is live, with * and **: JSON of Terraform or OpenTofu, ARM what-if, Bicep snapshots, in a checkout that does not track them; YAML of Azure Machine Learning is looked through for secrets',
      },
      { name: 'gate-on', value: '<what>', says: 'planned (default with a plan), live or both: what decides' },
      {
        name: 'if-no-plan',
        value: '<what>',
        says: 'what happens when a path matches nothing: fail (default), or let live decide',
      },
    ],
  },
  {
    title: 'How to log in (by default with the session of "az login")',
    flags: [
      {
        name: 'login',
        value: '<how>',
        says: 'azure-cli, device, managed-identity or workload-identity (OIDC token in the file that AZURE_FEDERATED_TOKEN_FILE names)',
      },
      { name: 'client-id', value: '<id>', says: 'of the identity; for workload-identity also AZURE_CLIENT_ID' },
      { name: 'tenant-id', value: '<id>', says: 'of its tenant; for workload-identity also AZURE_TENANT_ID' },
      {
        name: 'environment',
        value: '<cloud>',
        says: 'azurecloud (default), azureusgovernment, azurechinacloud or custom',
      },
      {
        name: 'resource-manager-url',
        value: '<url>',
        says: 'origin of Azure Resource Manager, with environment custom',
      },
      { name: 'authority-host', value: '<url>', says: 'origin of Microsoft Entra, with environment custom' },
    ],
  },
  {
    title: 'What is told (by default text, and no file)',
    flags: [
      { name: 'format', value: '<name>', says: 'text (default), markdown or json: what is printed' },
      { name: 'html-file', value: '<path>', says: 'the report as one self-contained web page' },
      {
        name: 'frameworks',
        value: '<names>',
        ...list,
        says: 'standards and laws whose controls that page shows, such as nist-800-53-r5 or gdpr',
      },
      {
        name: 'json-file',
        value: '<path>',
        says: 'the report as JSON, and beside it (.sha256) the SHA-256 of every file that is written',
      },
      { name: 'csv-file', value: '<path>', says: 'the findings as CSV, for a spreadsheet' },
      { name: 'markdown-file', value: '<path>', says: 'the report as Markdown' },
      { name: 'sarif-file', value: '<path>', says: 'the findings as SARIF, for code scanning' },
      { name: 'badge-file', value: '<path>', says: 'a badge for shields.io (.json), and its picture (.svg)' },
    ],
  },
  {
    title: 'Evidence',
    flags: [
      { name: 'evidence-file', value: '<path>', says: 'writes what was read, without secrets' },
      { name: 'replay-file', value: '<path>', says: 'judges such a file again instead of reading Azure' },
      { name: 'timeout-minutes', value: '<number>', says: 'what is not read by then is undecided (default 30)' },
    ],
  },
  {
    title: 'Help',
    flags: [
      { name: 'help', says: 'shows this' },
      { name: 'version', says: 'shows the version' },
    ],
  },
]

export const flags: readonly Flag[] = groups.flatMap((group) => group.flags)

/** Inputs of the action that need GitHub. */
export const ofGitHub: readonly string[] = [
  'audience',
  'comment-summary-in-pr',
  'github-token',
  'publish-details',
  'report-id',
  'status-branch',
  'tracking-issue',
]
