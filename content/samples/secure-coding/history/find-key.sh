#!/usr/bin/env bash
# Leaks an invented key into a scratch repository, "deletes" it, and finds it again.
set -euo pipefail
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@shop.example GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@shop.example
export GIT_AUTHOR_DATE=2026-11-02T10:00:00Z GIT_COMMITTER_DATE=2026-11-02T10:00:00Z

key="shoppay_live_$(printf 'k%s' 4f9 c27 e81 b05 a6d)" # put together here, so that no scanner trips over this file
git init --quiet --initial-branch=main shop && cd shop
echo 'payment.url=https://pay.example' > app.properties
git add . && git commit --quiet -m 'Add payment client'
echo "payment.key=$key" >> app.properties
git commit --quiet -am 'Try live payments'
sed -i '/payment.key/d' app.properties
git commit --quiet -am 'Remove key'

# #region search
echo '-- in the files of today:'
grep -r "shoppay_live_" . --exclude-dir=.git || echo 'nothing'

echo '-- commits that changed how often the text occurs:'
git log --all --oneline -S 'shoppay_live_'

echo '-- by pattern, with the lines:'
git log --all --format='%h %an' --unified=0 \
  -G 'shoppay_live_[a-z0-9]{10,}' -p -- app.properties |
  grep -E '^([0-9a-f]{7,} |[+-]payment.key)' |
  sed -E 's/(live_.{4})[a-z0-9]+/\1.../'

echo '-- commits whose files hold it:'
git rev-list --all | xargs git grep -l 'shoppay_live_' 2> /dev/null |
  cut -c1-7,41-
# #endregion search

# #region hook
mkdir -p .githooks && cat > .githooks/pre-commit <<'HOOK'
#!/bin/sh
if git diff --cached --unified=0 | grep -qE '^\+.*shoppay_live_[a-z0-9]{10,}'; then
  echo 'pre-commit: this looks like a live payment key' >&2
  exit 1
fi
HOOK
chmod +x .githooks/pre-commit && git config core.hooksPath .githooks
echo "payment.key=$key" >> app.properties && git add app.properties
echo '-- committing it again:'
git commit --quiet -m 'Again' 2>&1 || echo "refused with exit code $?"
# #endregion hook
