#!/usr/bin/env bash
# Three pushes and one repair: good, failing test, missing setting, setting added. Run in an empty scratch folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

cp "$here/../pom.xml" pom.xml
mkdir ci-cd && cp -r "$here"/{pom.xml,src,*.sh} ci-cd && cd ci-cd
export SHOP_URL=http://127.0.0.1:8512 RUNNER=./run-jar.sh
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=Anna GIT_AUTHOR_EMAIL=anna@shop.example GIT_AUTHOR_DATE='@1795165200 +0000'
export GIT_COMMITTER_NAME=Anna GIT_COMMITTER_EMAIL=anna@shop.example GIT_COMMITTER_DATE='@1795165200 +0000'
trap './run-jar.sh stop' EXIT

push() {
  echo "### $1"
  git add pom.xml src && git commit -q -m "$1"
  ./pipeline.sh && code=0 || code=$?
  echo "exit code $code; running: $(curl -s "$SHOP_URL/actuator/info" | grep -o '"commit":"[^"]*"')"
}

git init -q -b main .
push "Open the shop"

sed -i 's/HALF_UP/DOWN/' src/main/java/shop/cicd/Invoice.java
push "Round prices down"

git checkout -q HEAD~1 -- src
mkdir -p src/test/resources
echo 'shop.payment.url=http://localhost:9' >src/test/resources/application.properties
cat >src/main/java/shop/cicd/PaymentClient.java <<'JAVA'
package shop.cicd;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
class PaymentClient {
  PaymentClient(@Value("${shop.payment.url}") String url) {}
}
JAVA
push "Call the payment provider"
grep -m 1 -o 'Could not resolve placeholder.*"' "$(git rev-parse --short=12 HEAD).log"

echo "### Setting added on the server, same release again"
export SHOP_PAYMENT_URL=https://pay.example
./deploy.sh "$(git rev-parse --short=12 HEAD)"
