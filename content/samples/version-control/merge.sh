#!/usr/bin/env bash
# Fast-forward, three-way merge, a conflict, and a clean merge that is wrong. Run in an empty scratch folder.
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
printf '%s\n' 'shipping.free-from=50.00' 'shipping.cost=4.90' > shop.properties
git add . && git commit -q -m "Set shipping prices"

echo "== fast-forward"
git switch -q -c feature/vat
echo 'vat.percent=19' > vat.properties
git add . && git commit -q -m "Add the VAT rate"
git switch -q main
# #region fast-forward
git merge feature/vat
# #endregion fast-forward

echo "== three-way"
git switch -q -c feature/free-shipping
printf '%s\n' 'shipping.free-from=40.00' 'shipping.cost=4.90' > shop.properties
git commit -q -am "Ship for free from 40 euro"
git switch -q main
echo 'invoice.days=14' > invoice.properties
git add . && git commit -q -m "Set the payment term"
# #region three-way
git merge --no-edit feature/free-shipping
git log --oneline --graph -4
# #endregion three-way

echo "== conflict"
git switch -q -c feature/winter-sale
printf '%s\n' 'shipping.free-from=25.00' 'shipping.cost=4.90' > shop.properties
git commit -q -am "Ship for free from 25 euro in winter"
git switch -q main
printf '%s\n' 'shipping.free-from=60.00' 'shipping.cost=4.90' > shop.properties
git commit -q -am "Ship for free from 60 euro"
# #region conflict
git config merge.conflictStyle diff3     # also show the common ancestor
git merge feature/winter-sale || echo "exit code $?"
cat shop.properties
# #endregion conflict

echo "== resolve"
# #region resolve
printf '%s\n' 'shipping.free-from=25.00' 'shipping.cost=4.90' > shop.properties
git diff --check                         # any conflict marker left?
git add shop.properties                  # "this file is settled"
git commit --no-edit
git log --oneline --graph -3
# #endregion resolve
