#!/usr/bin/env bash
# What a pull request shows, and the three ways to merge one. Run in an empty scratch folder.
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
echo 'one' > README.md
git add . && git commit -q -m "Start the shop"
git switch -q -c feature/stock
echo 'stock >= 0' > stock.txt
git add . && git commit -q -m "Refuse negative stock"
echo 'stock >= quantity' >> stock.txt
git commit -q -am "Refuse orders above the stock"
git switch -q main
echo 'two' >> README.md
git commit -q -am "Explain the build"

# #region diff
git diff --stat main..feature/stock     # tip against tip
git diff --stat main...feature/stock    # merge base against tip, as in review
git log --oneline main..feature/stock   # the commits it would bring
# #endregion diff

echo "== methods"
# #region methods
git switch -q -c as-merge main
git merge -q --no-ff -m "Merge pull request #7" feature/stock

git switch -q -c as-squash main
git merge -q --squash feature/stock
git commit -q -m "Guard the stock (#7)"

git switch -q -c as-rebase feature/stock
git rebase -q main                      # then main fast-forwards to it
# #endregion methods
for branch in as-merge as-squash as-rebase; do
  echo "-- $branch"
  git log --oneline --graph "$branch"
done

# #region squash-trap
git switch -q main
git merge -q as-squash
git branch -d feature/stock || echo "Git sees no merge"
# #endregion squash-trap
