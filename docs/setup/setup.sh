#!/bin/sh
# Sets up the Azure ML encryption check for the repository whose clone this is run in. Every step looks first at what is
# there, so it is safe to run again: after a failure, after a role has arrived, for another branch.
#
#   sh setup.sh app [SUBSCRIPTION_ID ...]               an app registration in Microsoft Entra
#   sh setup.sh managed-identity [SUBSCRIPTION_ID ...]  a managed identity, for those who may not register applications
#   sh setup.sh require                                 makes the check required for merging into the default branch
#   sh setup.sh undo                                    takes back everything that this script has made
#
# Without subscriptions, Reader is given on the one of your Azure CLI session. Set ENVIRONMENT to trust the jobs of a
# GitHub environment as well, AUDIENCE in another cloud, ISSUER for another server than github.com. A managed identity
# lives in the resource group GROUP, which is made in LOCATION if it does not exist.
set -eu

AUDIENCE=${AUDIENCE:-api://AzureADTokenExchange}
GROUP=${GROUP:-rg-azureml-encryption-check}
LOCATION=${LOCATION:-westeurope}
RULESET='Azure ML encryption check'

main() {
  step=${1:-}
  [ $# -eq 0 ] || shift
  # one statement a line: a failure between two && would not stop a shell
  case $step in
    app | managed-identity)
      tools
      repository
      identity "$step"
      trust_repository
      reader "$@"
      variables
      ;;
    require | undo)
      tools
      repository
      "$step"
      ;;
    *) stop 'Say what to do: sh setup.sh app, managed-identity, require or undo.' ;;
  esac
}

tools() {
  version=$(az version --query '"azure-cli"' --output tsv) || stop 'Install the Azure CLI, then run this again.'
  at_least 2.50 "$version" || stop "The Azure CLI is version $version; 2.50 is needed. Run: az upgrade"
  version=$(gh --version) || stop 'Install the GitHub CLI, then run this again.'
  version=$(printf '%s\n' "$version" | sed -n 's/^gh version \([0-9.]*\).*/\1/p')
  at_least 2.32 "$version" || stop "The GitHub CLI is version $version; 2.32 is needed."
  TENANT_ID=$(az account show --query tenantId --output tsv) || stop 'Log in to Azure first: az login'
}

repository() {
  REPO=$(gh repo view --json nameWithOwner --jq .nameWithOwner) ||
    stop 'Run this in a clone of the repository, logged in to GitHub: gh auth login'
  REPO_ID=$(gh api "repos/$REPO" --jq .id)
  BRANCH=$(gh repo view --json defaultBranchRef --jq .defaultBranchRef.name)
  # another repository of the tenant has another id, and therefore an identity of its own
  NAME=encryption-check-$(slug "$REPO" 60)-$REPO_ID
}

identity() {
  if [ "$1" = app ]; then
    CLIENT_ID=$(az ad app list --display-name "$NAME" --query "[?displayName=='$NAME'].appId" --output tsv)
    one "$CLIENT_ID" "app registration $NAME"
    [ -n "$CLIENT_ID" ] ||
      CLIENT_ID=$(az ad app create --display-name "$NAME" --sign-in-audience AzureADMyOrg --query appId --output tsv)
    PRINCIPAL_ID=$(az ad sp list --filter "appId eq '$CLIENT_ID'" --query '[].id' --output tsv)
    [ -n "$PRINCIPAL_ID" ] || PRINCIPAL_ID=$(az ad sp create --id "$CLIENT_ID" --query id --output tsv)
    trusted() { az ad app federated-credential list --id "$CLIENT_ID" --query "$1" --output tsv; }
    trust() {
      az ad app federated-credential create --id "$CLIENT_ID" --output none --parameters \
        "{\"name\": \"$1\", \"issuer\": \"$ISSUER\", \"subject\": \"$2\", \"audiences\": [\"$AUDIENCE\"]}"
    }
  else
    [ "$(az group exists --name "$GROUP")" = true ] || az group create --name "$GROUP" --location "$LOCATION" --output none
    made=$(az identity list --resource-group "$GROUP" --query "[?name=='$NAME'].name" --output tsv)
    [ -n "$made" ] || az identity create --name "$NAME" --resource-group "$GROUP" --output none
    CLIENT_ID=$(az identity show --name "$NAME" --resource-group "$GROUP" --query clientId --output tsv)
    PRINCIPAL_ID=$(az identity show --name "$NAME" --resource-group "$GROUP" --query principalId --output tsv)
    trusted() {
      az identity federated-credential list --identity-name "$NAME" --resource-group "$GROUP" --query "$1" --output tsv
    }
    trust() {
      az identity federated-credential create --name "$1" --identity-name "$NAME" --resource-group "$GROUP" \
        --issuer "$ISSUER" --subject "$2" --audiences "$AUDIENCE" --output none
    }
  fi
  [ -n "$CLIENT_ID" ] && [ -n "$PRINCIPAL_ID" ] || stop "Azure did not tell the ids of $NAME. Run this again."
  say "Identity $NAME: client id $CLIENT_ID, object id $PRINCIPAL_ID."
}

trust_repository() {
  ISSUER=${ISSUER:-https://token.actions.githubusercontent.com}
  # newer repositories have subjects with ids: GitHub tells which ones it writes
  PREFIX=$(gh api "repos/$REPO/actions/oidc/customization/sub" --jq '.sub_claim_prefix // empty')
  trust_once "${PREFIX:-repo:$REPO}:pull_request"
  trust_once "${PREFIX:-repo:$REPO}:ref:refs/heads/$BRANCH"
  [ -z "${ENVIRONMENT:-}" ] || trust_once "${PREFIX:-repo:$REPO}:environment:$ENVIRONMENT"
}

trust_once() {
  found=$(trusted "[?subject=='$1'].name")
  # a name of its own for every subject, so that one for another branch fits beside it
  [ -n "$found" ] || trust "$(slug "$1" 90)-$(printf %s "$1" | cksum | cut -d ' ' -f 1)" "$1"
  say "Trusts $1."
}

reader() {
  [ $# -gt 0 ] || set -- "$(az account show --query id --output tsv)"
  for subscription in "$@"; do
    az role assignment create --role Reader --scope "/subscriptions/$subscription" \
      --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal --output none
    say "Reader on subscription $subscription."
  done
}

variables() {
  gh variable set AZURE_CLIENT_ID --repo "$REPO" --body "$CLIENT_ID"
  gh variable set AZURE_TENANT_ID --repo "$REPO" --body "$TENANT_ID"
  say "Done. Now commit the workflow. New credentials and roles take a few minutes to take effect."
}

require() {
  id=$(ruleset)
  if [ -n "$id" ]; then
    say "The ruleset \"$RULESET\" exists already and stays as it is. Another check is added to it in the settings of the"
    say 'repository, at Rules > Rulesets.'
    return
  fi
  printf %s "{
    \"name\": \"$RULESET\", \"target\": \"branch\", \"enforcement\": \"active\",
    \"conditions\": { \"ref_name\": { \"include\": [\"~DEFAULT_BRANCH\"], \"exclude\": [] } },
    \"rules\": [{ \"type\": \"required_status_checks\", \"parameters\": {
      \"strict_required_status_checks_policy\": false,
      \"required_status_checks\": [{ \"context\": \"${CHECK:-encryption}\", \"integration_id\": 15368 }] } }]
  }" | gh api --method POST "repos/$REPO/rulesets" --input - --silent
  say "A pull request into $BRANCH now needs the check \"${CHECK:-encryption}\" to pass."
}

undo() {
  id=$(ruleset)
  [ -z "$id" ] || gh api --method DELETE "repos/$REPO/rulesets/$id" --silent
  for variable in AZURE_CLIENT_ID AZURE_TENANT_ID; do
    [ -z "$(gh variable list --repo "$REPO" --json name --jq ".[] | select(.name == \"$variable\") | .name")" ] ||
      gh variable delete "$variable" --repo "$REPO"
  done
  app=$(az ad app list --display-name "$NAME" --query "[?displayName=='$NAME'].appId" --output tsv)
  one "$app" "app registration $NAME"
  [ -z "$app" ] || unassign "$(az ad sp list --filter "appId eq '$app'" --query '[].id' --output tsv)"
  [ -z "$app" ] || az ad app delete --id "$app"
  principal=
  if [ "$(az group exists --name "$GROUP")" = true ]; then
    principal=$(az identity list --resource-group "$GROUP" --query "[?name=='$NAME'].principalId" --output tsv)
    [ -z "$principal" ] || unassign "$principal"
    [ -z "$principal" ] || az identity delete --name "$NAME" --resource-group "$GROUP"
  fi
  if [ -n "$app$principal" ]; then
    say 'Undone.'
  else
    say "There is no identity $NAME, neither as an app registration nor in the resource group $GROUP of this subscription."
    say 'If a managed identity is in another group, set GROUP to its name and run this again.'
  fi
  [ -z "$principal" ] || say "The resource group $GROUP stays, for it may hold something else."
  say 'Delete the workflows, the status branch and the label azureml-encryption by hand.'
}

# an identity that is deleted leaves its role assignments behind
unassign() {
  [ -n "$1" ] || return 0
  for assignment in $(az role assignment list --all --assignee "$1" --query "[?principalId=='$1'].id" --output tsv); do
    az role assignment delete --ids "$assignment"
  done
}

ruleset() { gh api "repos/$REPO/rulesets" --jq ".[] | select(.name == \"$RULESET\") | .id"; }
slug() { printf %s "$1" | tr -c 'A-Za-z0-9' '-' | cut -c "1-$2"; }
say() { printf '%s\n' "$*"; }

# says itself what to do
stop() {
  trap - EXIT
  printf '%s\n' "$*" >&2
  exit 1
}

one() {
  [ "$(printf '%s\n' "$1" | wc -l)" -le 1 ] ||
    stop "There is more than one $2. Delete those that are not used, then run this again."
}

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t . -k 1,1n -k 2,2n | head -n 1)" = "$1" ]; }

trap '[ $? -eq 0 ] ||
  echo "Stopped at the first failure. Correct its cause, then run this again: every step can be repeated." >&2' EXIT
main "$@"
