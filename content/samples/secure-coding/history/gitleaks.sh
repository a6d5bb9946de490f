#!/usr/bin/env bash
# needs: gitleaks (8.30 was used: go install github.com/zricethezav/gitleaks/v8@v8.30.1)
# Leaks an invented key into a scratch repository and lets gitleaks find it with the shop's rule.
set -euo pipefail
rules="$(cd "$(dirname "$0")" && pwd)/gitleaks.toml"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@shop.example GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@shop.example
export GIT_AUTHOR_DATE=2026-11-02T10:00:00Z GIT_COMMITTER_DATE=2026-11-02T10:00:00Z
key="shoppay_live_$(printf 'k%s' 4f9 c27 e81 b05 a6d)"
git init --quiet --initial-branch=main shop && cd shop
echo "payment.key=$key" > app.properties && git add . && git commit --quiet -m 'Try live payments'
git rm --quiet app.properties && git commit --quiet -m 'Remove key'

# #region scan
status=0
gitleaks git --config "$rules" --redact --no-banner --verbose --no-color . || status=$?
echo "exit code $status"
# #endregion scan
[ "$status" -eq 1 ]
