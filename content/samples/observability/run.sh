#!/usr/bin/env bash
# Starts the built jar, sends orders and reads, and keeps what the telemetry says.
# Exemplars are off because Prometheus 2.42 (Debian 12) refuses a page with one on a summary's count.
# Usage: run.sh path/to/observability-1.0.0.jar path/to/prometheus-bin-dir output-dir (both absolute)
set -euo pipefail
jar=$1 bin=$2 out=$3 here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
mkdir -p "$out"
"${JAVA_HOME}/bin/java" -jar "$jar" --server.port=18925 --management.server.port=18926 \
  --management.tracing.export.otlp.enabled=false \
  --management.tracing.exemplars.include=none >"$tmp/app.log" 2>&1 &
app=$!
prom=
trap 'kill $app $prom 2>/dev/null || true' EXIT
until curl -fs localhost:18926/actuator/health >/dev/null 2>&1; do sleep 1; done
sed -e 's/api:8081/localhost:18926/' -e 's/15s/1s/' -e "s#rules.yml#$here/prometheus/rules.yml#" \
  "$here/prometheus/prometheus.yml" >"$tmp/prometheus.yml"
"$bin/prometheus" --config.file="$tmp/prometheus.yml" --storage.tsdb.path="$tmp/data" \
  --web.listen-address=127.0.0.1:18927 >"$tmp/prom.log" 2>&1 &
prom=$!
sleep 4
for i in $(seq 1 100); do
  curl -s -o /dev/null -H 'Content-Type: application/json' \
    -d '{"productId":42,"quantity":2}' localhost:18925/api/orders
  curl -s -o /dev/null "localhost:18925/api/products/$((42 + i % 2))"
done
sleep 4
grep -m1 '"order paid"' "$tmp/app.log" | python3 -m json.tool >"$out/log-line.txt"
curl -s localhost:18926/actuator/prometheus >"$tmp/page.txt"
grep -E '^(# (HELP|TYPE) )?http_server_requests_seconds(_bucket|_count|_sum)? ?.*' "$tmp/page.txt" |
  grep -E '^#|method="POST".*outcome="SUCCESS".*uri="/api/orders"' |
  sed 's/application="order",error="none",exception="none",//' >"$out/scrape.txt"
query() {
  echo "> $1"
  "$bin/promtool" query instant http://127.0.0.1:18927 "$1" | sed -E 's/ @\[[0-9.]+\]//' | LC_ALL=C sort
}
{
  query 'sum by (uri, status) (increase(http_server_requests_seconds_count{uri=~"/api.*"}[5m]))'
  query 'histogram_quantile(0.99, sum by (uri, le) (rate(http_server_requests_seconds_bucket{uri=~"/api.*"}[5m])))'
  query 'sum by (uri) (rate(http_server_requests_seconds_sum{uri=~"/api.*"}[5m])) / sum by (uri) (rate(http_server_requests_seconds_count{uri=~"/api.*"}[5m]))'
  query 'sum(cache_gets_total{result="hit"}) / sum(cache_gets_total)'
  query 'hikaricp_connections_max'
  query 'tomcat_threads_config_max_threads'
  query 'count({job="order"})'
} >"$out/queries.txt"
