#!/usr/bin/env bash
# Runs tests a second time on what the first run has left, with a Maven that may not ask the network.
# Usage, after `mvn verify`: again-test.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

a_second_run_passes_without_the_network() {
  mvn -q -B --offline verify -DargLine='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' \
    -Dtest=ShippingTest,OrderServiceTest,ProductRepositoryTest,BuyingFunctionalTest
}
a_second_run_passes_without_the_network
echo 'ok: green again'
