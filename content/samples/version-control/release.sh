#!/usr/bin/env bash
# Cut a release, fix it, and bring the fix to both lines. Run in an empty scratch folder.
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
printf '%s\n' 'vat=1.19' > tax.txt
git add . && git commit -q -m "Compute VAT"

# #region cut
git switch -q -c release/1.4            # from the commit you want to ship
git tag -a v1.4.0 -m "Shop 1.4.0"
git switch -q main
echo 'loyalty=beta' > loyalty.txt
git add . && git commit -q -m "Start loyalty points"
# #endregion cut

# #region hotfix
git switch -q -c fix/vat-rounding main  # fix on main first
echo 'rounding=HALF_UP' >> tax.txt
git commit -q -am "Round VAT half up"
git switch -q main
git merge -q fix/vat-rounding
fix=$(git rev-parse main)

git switch -q release/1.4               # then copy that one commit
git cherry-pick -x "$fix"
git tag -a v1.4.1 -m "Shop 1.4.1"
# #endregion hotfix

# #region verify
git log --oneline --graph --all
git show -s --format=%B release/1.4
git cherry -v main release/1.4          # "-": main has the same change
git ls-tree --name-only v1.4.1          # loyalty.txt stays out
git describe --tags main
# #endregion verify
