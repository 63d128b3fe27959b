<#
.SYNOPSIS
Sets up the Azure ML encryption check for the repository whose clone this is run in. Every step looks first at what is
there, so it is safe to run again: after a failure, after a role has arrived, for another branch.
.EXAMPLE
./setup.ps1 app                              # an app registration in Microsoft Entra
./setup.ps1 managed-identity                 # a managed identity, for those who may not register applications
./setup.ps1 require                          # makes the check required for merging into the default branch
./setup.ps1 undo                             # takes back everything that this script has made
.NOTES
Without -Subscription, Reader is given on the one of your Azure CLI session.
#>
param(
    [Parameter(Mandatory)][ValidateSet('app', 'managed-identity', 'require', 'undo')][string]$Step,
    [string[]]$Subscription,
    [string]$Audience = 'api://AzureADTokenExchange',
    [string]$Issuer = 'https://token.actions.githubusercontent.com',
    [string]$Group = 'rg-azureml-encryption-check',
    [string]$Location = 'westeurope',
    [string]$Check = 'encryption',
    [string]$Environment
)
$ErrorActionPreference = 'Stop'
$ruleset = 'Azure ML encryption check'

# Windows PowerShell goes on after a program that failed: this does not.
function Invoke-Tool([string]$tool, [string[]]$arguments) {
    $output = & $tool @arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$tool $($arguments -join ' ') failed. Correct the cause, then run this again: every step can be repeated."
    }
    (@($output) -join "`n").Trim()
}
function az { Invoke-Tool (Get-Command az -CommandType Application -TotalCount 1).Source $args }
function gh { Invoke-Tool (Get-Command gh -CommandType Application -TotalCount 1).Source $args }

# JSON goes through a file: how PowerShell hands quotes to programs depends on its version.
function Use-JsonFile($value, [scriptblock]$work) {
    $file = New-TemporaryFile
    try {
        [IO.File]::WriteAllText($file.FullName, (ConvertTo-Json $value -Depth 9))
        & $work $file.FullName
    } finally { Remove-Item $file.FullName }
}
function Get-Slug([string]$text, [int]$length) {
    $slug = $text -replace '[^A-Za-z0-9]', '-'
    $slug.Substring(0, [Math]::Min($length, $slug.Length))
}
function Get-Hash([string]$text) {
    $bytes = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text))
    ([BitConverter]::ToString($bytes) -replace '-', '').Substring(0, 8).ToLower()
}
function Assert-Version([string]$tool, [string]$actual, [string]$least) {
    if ([version]$actual -lt [version]$least) { throw "$tool is version $actual; $least is needed." }
}
function Assert-One([string]$found, [string]$what) {
    if ($found -match "`n") { throw "There is more than one $what. Delete those that are not used, then run this again." }
}
function Remove-Assignments([string]$principal) {
    if (-not $principal) { return }
    $ids = az role assignment list --all --assignee $principal --query "[?principalId=='$principal'].id" --output tsv
    foreach ($id in ($ids -split '\s+' -ne '')) { $null = az role assignment delete --ids $id }
}

Assert-Version 'The Azure CLI' (az version --output json | ConvertFrom-Json).'azure-cli' '2.50'
Assert-Version 'The GitHub CLI' ((gh --version) -replace '(?s)^gh version ([\d.]+).*', '$1') '2.32'
$tenant = az account show --query tenantId --output tsv
$repository = gh repo view --json nameWithOwner --jq .nameWithOwner
$branch = gh repo view --json defaultBranchRef --jq .defaultBranchRef.name
# Another repository of the tenant has another id, and therefore an identity of its own.
$name = "encryption-check-$(Get-Slug $repository 60)-$(gh api "repos/$repository" --jq .id)"
$rulesetId = { (gh api "repos/$repository/rulesets" | ConvertFrom-Json | Where-Object name -EQ $ruleset).id }

if ($Step -eq 'require') {
    if (& $rulesetId) {
        "The ruleset '$ruleset' exists already and stays as it is. Another check is added to it in the settings of the"
        'repository, at Rules > Rulesets.'
        return
    }
    $checks = @{ context = $Check; integration_id = 15368 }
    $rule = @{
        name = $ruleset; target = 'branch'; enforcement = 'active'
        conditions = @{ ref_name = @{ include = @('~DEFAULT_BRANCH'); exclude = @() } }
        rules = @(@{ type = 'required_status_checks'; parameters = @{
                    strict_required_status_checks_policy = $false; required_status_checks = @($checks) } })
    }
    Use-JsonFile $rule { param($file) gh api --method POST "repos/$repository/rulesets" --input $file --silent }
    "A pull request into $branch now needs the check '$Check' to pass."
    return
}

$groupExists = (az group exists --name $Group) -eq 'true'
$app = az ad app list --display-name $name --query "[?displayName=='$name'].appId" --output tsv
Assert-One $app "app registration $name"

if ($Step -eq 'undo') {
    $id = & $rulesetId
    if ($id) { $null = gh api --method DELETE "repos/$repository/rulesets/$id" --silent }
    foreach ($variable in 'AZURE_CLIENT_ID', 'AZURE_TENANT_ID') {
        $known = gh variable list --repo $repository --json name --jq '.[].name'
        if (($known -split '\s+') -contains $variable) { gh variable delete $variable --repo $repository }
    }
    if ($app) {
        Remove-Assignments (az ad sp list --filter "appId eq '$app'" --query '[].id' --output tsv)
        $null = az ad app delete --id $app
    }
    $principal = ''
    if ($groupExists) {
        $principal = az identity list --resource-group $Group --query "[?name=='$name'].principalId" --output tsv
        Remove-Assignments $principal
        if ($principal) { $null = az identity delete --name $name --resource-group $Group }
    }
    if ($app -or $principal) {
        'Undone.'
    } else {
        "There is no identity $name, neither as an app registration nor in the resource group $Group of this subscription."
        'If a managed identity is in another group, name it with -Group and run this again.'
    }
    if ($principal) { "The resource group $Group stays, for it may hold something else." }
    'Delete the workflows, the status branch and the label azureml-encryption by hand.'
    return
}

if ($Step -eq 'app') {
    if (-not $app) {
        $app = az ad app create --display-name $name --sign-in-audience AzureADMyOrg --query appId --output tsv
    }
    $clientId = $app
    $principalId = az ad sp list --filter "appId eq '$app'" --query '[].id' --output tsv
    if (-not $principalId) { $principalId = az ad sp create --id $app --query id --output tsv }
    $subjects = { az ad app federated-credential list --id $app --query '[].subject' --output tsv }
} else {
    if (-not $groupExists) { $null = az group create --name $Group --location $Location --output none }
    if (-not (az identity list --resource-group $Group --query "[?name=='$name'].name" --output tsv)) {
        $null = az identity create --name $name --resource-group $Group --output none
    }
    $clientId = az identity show --name $name --resource-group $Group --query clientId --output tsv
    $principalId = az identity show --name $name --resource-group $Group --query principalId --output tsv
    $subjects = {
        az identity federated-credential list --identity-name $name --resource-group $Group --query '[].subject' --output tsv
    }
}
"Identity ${name}: client id $clientId, object id $principalId."

# Newer repositories have subjects with ids: GitHub tells which ones it writes.
$prefix = gh api "repos/$repository/actions/oidc/customization/sub" --jq '.sub_claim_prefix // empty'
if (-not $prefix) { $prefix = "repo:$repository" }
$trusted = @("${prefix}:pull_request", "${prefix}:ref:refs/heads/$branch")
if ($Environment) { $trusted += "${prefix}:environment:$Environment" }
foreach ($subject in $trusted) {
    if (((& $subjects) -split '\n') -cnotcontains $subject) {
        # A name of its own for every subject, so that one for another branch fits beside it.
        $credential = "$(Get-Slug $subject 90)-$(Get-Hash $subject)"
        if ($Step -eq 'app') {
            $parameters = @{ name = $credential; issuer = $Issuer; subject = $subject; audiences = @($Audience) }
            Use-JsonFile $parameters {
                param($file) $null = az ad app federated-credential create --id $app --parameters $file --output none
            }
        } else {
            $null = az identity federated-credential create --name $credential --identity-name $name `
                --resource-group $Group --issuer $Issuer --subject $subject --audiences $Audience --output none
        }
    }
    "Trusts $subject."
}

if (-not $Subscription) { $Subscription = @(az account show --query id --output tsv) }
foreach ($id in $Subscription) {
    $null = az role assignment create --role Reader --scope "/subscriptions/$id" --assignee-object-id $principalId `
        --assignee-principal-type ServicePrincipal --output none
    "Reader on subscription $id."
}

gh variable set AZURE_CLIENT_ID --repo $repository --body $clientId
gh variable set AZURE_TENANT_ID --repo $repository --body $tenant
'Done. Now commit the workflow. New credentials and roles take a few minutes to take effect.'
