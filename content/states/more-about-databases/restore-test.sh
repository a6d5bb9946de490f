#!/usr/bin/env bash
# Deletes all orders of a server of its own and brings them back: bash database/restore-test.sh
# Needs the PostgreSQL server programs on the PATH; run it as an ordinary user (not root).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
promised=60 # seconds, written down before

the_orders_are_back_within_the_promised_time() {
  local began=$SECONDS said
  said=$(bash recovery.sh)
  echo "$said"
  grep -qx 'after the mistake: 0 orders' <<<"$said"
  grep -qx 'restored: 5 orders' <<<"$said"
  ((SECONDS - began <= promised))
}
the_orders_are_back_within_the_promised_time
