#!/usr/bin/env bash
# Four ways back. Run in an empty scratch folder.
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
echo 'price=10.00' > price.txt
git add . && git commit -q -m "Set the price"
echo 'price=0.10' > price.txt
git commit -q -am "Change the price"
echo 'stock=3' > stock.txt
git add . && git commit -q -m "Count the stock"

# #region undo
echo 'oops' > price.txt
git restore price.txt                   # drop an edit that was never staged

git revert --no-edit HEAD~1             # a new commit that undoes a shared one
cat price.txt

git reset -q --hard HEAD~2              # moves the branch: two commits vanish
git log --oneline
git reflog -4                           # but not from the reflog
git reset -q --hard 'HEAD@{1}'          # back to where the branch was
git log --oneline
# #endregion undo
