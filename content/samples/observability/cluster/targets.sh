#!/usr/bin/env bash
# needs: kubectl
# Would Prometheus find anything? Compares the monitor with the Service that it means, and with phase 17's Pods.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
json() { kubectl label --local -f "$1" -o json checked=yes | tr -d ' \n'; }
has() {  # a description, a text, what must stand in it
  if grep -qF "$3" <<< "$2"; then echo "ok: $1"; else echo "MISSING: $1"; exit 1; fi
}
service=$(json "$here/metrics.yaml")
monitor=$(cat "$here/monitor.yaml")
pods=$(cat "$here/../../kubernetes/manifests/deployment.yaml")
for label in 'app.kubernetes.io/name: shop-api' 'part: metrics'; do
  has "the monitor asks for $label" "$monitor" "$label"
  has "the Service carries it" "$service" "\"${label%%: *}\":\"${label##*: }\""
done
port=$(awk '/port:/ {print $3}' "$here/monitor.yaml" | head -1)
has "the Service names a port $port" "$service" "\"name\":\"$port\""
has "its selector finds the Pods" "$pods" 'app.kubernetes.io/name: shop-api'
