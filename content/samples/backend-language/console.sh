#!/usr/bin/env bash
# A session with the console shop: what was typed stands after each prompt. Run it after `mvn verify`.
set -euo pipefail
cat > target/session.txt <<'SESSION'
list
order POT-01 2
order POT-01 2
pay 1
order TEA-01 3
pay 2
report
ship 1
quit
SESSION
java -cp target/classes shop.console.ShopConsole products.csv < target/session.txt |
  awk 'NR == FNR { typed[NR] = $0; next }
       sub(/^> /, "") { print "> " typed[++n]; if ($0 == "") next }
       { print }' target/session.txt -
