#!/usr/bin/env bash
# The application of phase 23 with its own settings, asked by all that asks an application elsewhere: the probes of
# Kubernetes manifests and of the chart, the scripts that deploy, and Prometheus.
# needs: jdk mvn curl
set -euo pipefail
fail() { # file:line below the samples, and what is wrong there
  echo "content/samples/$1 $2" >&2
  exit 1
}
cd "$SAMPLES/observability"
[[ -f target/observability-1.0.0.jar ]] || mvn -B -q -ntp -DskipTests package
settings=src/main/resources/application.yaml
public=$(sed -n '/^server:/,/^[a-z]/s/^  port: *\([0-9]*\).*/\1/p' $settings)
management=$(sed -n '/^management:/,$s/^    port: *\([0-9]*\).*/\1/p' $settings)
[[ -n $public && -n $management && $public != "$management" ]] || fail "observability/$settings:1" 'Actuator has no port of its own.'

# Other programs may have the real ports here, so each is moved by the same number.
moved() { echo $(($1 + 11000)); }
"$JAVA_HOME/bin/java" -jar target/observability-1.0.0.jar --server.port="$(moved "$public")" \
  --management.server.port="$(moved "$management")" --management.tracing.export.otlp.enabled=false >"$OLDPWD/app.log" 2>&1 &
app=$!
trap 'kill $app' EXIT
for _ in {1..120}; do curl -fs -o /dev/null "127.0.0.1:$(moved "$management")/actuator/health" && break || sleep 0.5; done
status() { curl -s -m 5 -o /dev/null -w '%{http_code}' "127.0.0.1:$(moved "$1")$2" || true; }

# Every probe, in whatever lesson: its path, and a port by name or by number.
probes=0
while IFS=: read -r file line text; do
  path=$(sed 's/.*path: *\([^ ,}]*\).*/\1/' <<<"$text") port=$(sed 's/.*port: *\([^ ,}]*\).*/\1/' <<<"$text")
  case $port in http) port=$public ;; management) port=$management ;; esac
  [[ $(status "$port" "$path") == 200 ]] ||
    fail "$file:$line" "The probe asks for $path on port $port; with the settings of phase 23 that answers $(status "$port" "$path")."
  probes=$((probes + 1))
done < <(cd "$SAMPLES" && grep -rn 'httpGet: *{ *path: .*port:' --include=*.yaml .  | sed 's|^\./||')
((probes > 0)) || fail kubernetes/manifests/deployment.yaml:1 'No probe was found.'

# What the scripts ask on this machine: phase 12 below Actuator, phase 24 the public port.
for path in $(grep -o '\$actuator/[a-z]*' "$SAMPLES/ci-cd/deploy.sh" | sed 's|\$actuator|/actuator|' | sort -u); do
  [[ $(status "$management" "$path") == 200 ]] ||
    fail "ci-cd/deploy.sh:$(grep -n -m 1 'curl' "$SAMPLES/ci-cd/deploy.sh" | cut -d: -f1)" "It asks for $path, which phase 23 does not offer on port $management."
done
health=devops-and-infrastructure/shell/deploy.sh
asked=$(grep -o 'http://127.0.0.1:[0-9]*/[a-z/]*' "$SAMPLES/$health" | head -n 1)
[[ -n $asked && $(status "$(cut -d: -f3 <<<"$asked" | cut -d/ -f1)" "/${asked#http://*/}") == 200 ]] ||
  fail "$health:$(grep -n -m 1 'http://127' "$SAMPLES/$health" | cut -d: -f1)" "It asks $asked, which does not answer with the settings of phase 23."

# What Prometheus collects, and that it is not open to everybody.
metrics=$(sed -n 's/.*metrics_path: *//p' prometheus/prometheus.yml)
port=$(sed -n 's/.*targets: \["api:\([0-9]*\)"\].*/\1/p' prometheus/prometheus.yml)
[[ $(status "${port:-0}" "$metrics") == 200 ]] ||
  fail "observability/prometheus/prometheus.yml:$(grep -n -m 1 'api:' prometheus/prometheus.yml | cut -d: -f1)" "Nothing to collect on port $port at $metrics."
[[ $(status "$public" "$metrics") != 200 ]] || fail "observability/$settings:1" "$metrics is open on the public port $public."
