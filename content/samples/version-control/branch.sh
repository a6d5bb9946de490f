#!/usr/bin/env bash
# A branch is a name for one commit. Run in an empty scratch folder.
set -euo pipefail

# Same author, clock and settings on every machine, so the commit ids below never change.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_EDITOR=true
export GIT_AUTHOR_NAME=Anna GIT_AUTHOR_EMAIL=anna@shop.example
export GIT_COMMITTER_NAME=Anna GIT_COMMITTER_EMAIL=anna@shop.example
clock=1795165200 # 2026-11-20 09:00 UTC
git() {
  clock=$((clock + 60))
  GIT_AUTHOR_DATE="@$clock +0000" GIT_COMMITTER_DATE="@$clock +0000" command git "$@"
}

git init -q -b main shop
cd shop
echo 'order: total only' > pricing.txt
git add . && git commit -q -m "Print the order total"

# #region create
git switch -c feature/discount-codes    # older spelling: git checkout -b
cat .git/refs/heads/feature/discount-codes
wc -c < .git/refs/heads/feature/discount-codes

echo 'discount: SUMMER10' >> pricing.txt
git commit -am "Apply a discount code"
git log --oneline --graph --all
# #endregion create

# #region leave
git switch main
cat pricing.txt                         # the discount is not here
git branch -v
git branch -d feature/discount-codes || echo "refused: not merged"
# #endregion leave
