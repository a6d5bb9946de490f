#!/usr/bin/env bash
# Usage: deploy-by-ssm.sh INSTANCE BUCKET VERSION JAR. Deploys without an open port: the machine asks for its orders.
set -euo pipefail
# #region ssm
instance=$1 bucket=$2 version=$3 jar=$4
aws s3 cp --only-show-errors "$jar" "s3://$bucket/$version.jar"

jar=/tmp/shop-api.jar
order="aws s3 cp s3://$bucket/$version.jar $jar"
order+=" && /srv/shop/deploy.sh $version $jar"
id=$(aws ssm send-command --instance-ids "$instance" \
  --document-name AWS-RunShellScript \
  --parameters "$(jq -n --arg order "$order" '{commands: [$order]}')" \
  --query Command.CommandId --output text)

answer() {
  aws ssm get-command-invocation --command-id "$id" --instance-id "$instance" \
    --query "$1" --output text
}
aws ssm wait command-executed \
  --command-id "$id" --instance-id "$instance" || true
answer StandardErrorContent
# A rollback on the machine makes this script fail, too.
[[ $(answer Status) == Success ]]
# #endregion ssm
