#!/usr/bin/env bash
# Runs deploy-by-ssm.sh with an aws that only writes down what it is asked: a failed order must fail the pipeline.
# needs: jq
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

mkdir bin
cat >bin/aws <<'STUB'
#!/usr/bin/env bash
echo "$*" >>asked.txt
case "$*" in
  *send-command*) echo order-1 ;;
  *"query Status"*) echo "$STATUS" ;;
  *StandardErrorContent*) echo "what deploy.sh said" ;;
esac
STUB
chmod +x bin/aws
export PATH="$PWD/bin:$PATH"
echo jar >shop-api.jar

STATUS=Success bash "$here/deploy-by-ssm.sh" i-0abc shop-releases-x 1.5.0 shop-api.jar
grep -q '"aws s3 cp s3://shop-releases-x/1.5.0.jar /tmp/shop-api.jar && /srv/shop/deploy.sh 1.5.0 /tmp/shop-api.jar"' asked.txt
STATUS=Failed bash "$here/deploy-by-ssm.sh" i-0abc shop-releases-x 1.5.0 shop-api.jar && code=0 || code=$?
[[ $code == 1 ]]
