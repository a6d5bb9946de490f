#!/usr/bin/env bash
# Takes the built jar apart as the Dockerfile does, before and after a change. Run it after `mvn verify`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
extract() { java -Djarmode=tools -jar shop-api.jar extract --layers --destination "$1" >/dev/null; }

a_change_of_one_class_changes_one_layer() {
  cp "$root/target/shop-api.jar" .
  extract before
  mkdir -p BOOT-INF/classes && echo changed >BOOT-INF/classes/changed.txt
  jar -u0f shop-api.jar BOOT-INF/classes/changed.txt
  extract after
  ! diff -rq before/application after/application >/dev/null || return 1
  for layer in dependencies spring-boot-loader snapshot-dependencies; do
    diff -rq "before/$layer" "after/$layer" || return 1
    grep -q "extracted/$layer/" "$root/Dockerfile" || return 1
  done
}
a_change_of_one_class_changes_one_layer
echo 'ok: one layer is new'
