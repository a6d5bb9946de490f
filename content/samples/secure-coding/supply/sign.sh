#!/usr/bin/env bash
# Signs a release and verifies it the way a deployment should. OpenSSL 3.
set -euo pipefail
exec 2>&1 # warnings in their place among the other lines
echo 'the jar of order service 1.4.2' > shop-order.jar
echo '{"bomFormat":"CycloneDX"}' > shop-order.cdx.json

# #region sign
# Stays in the build's key store.
openssl genpkey -algorithm ed25519 -out release.key
# Goes to everybody who deploys.
openssl pkey -in release.key -pubout -out release.pub

sha256sum shop-order.jar shop-order.cdx.json > SHA256SUMS
openssl pkeyutl -sign -rawin -inkey release.key \
  -in SHA256SUMS -out SHA256SUMS.sig

verify() {
  openssl pkeyutl -verify -rawin -pubin -inkey release.pub \
    -in SHA256SUMS -sigfile SHA256SUMS.sig &&
    sha256sum --check --strict SHA256SUMS
}
verify
echo 'one more line' >> shop-order.jar
verify || echo 'not deployed'
# The attacker repairs the sums as well.
sha256sum shop-order.jar shop-order.cdx.json > SHA256SUMS
verify || echo 'not deployed'
# #endregion sign
