#!/usr/bin/env bash
# Two branches merge without a conflict and the result does not compile.
# Needs javac. Run in an empty scratch folder.
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

export PATH="${JAVA_HOME:+$JAVA_HOME/bin:}$PATH"
git init -q -b main shop
cd shop
echo 'classes/' > .gitignore
echo 'class Order { static int total() { return 42; } }' > Order.java
git add . && git commit -q -m "Add the order total"

# #region clean-but-wrong
git switch -q -c feature/rename                # Anna renames the method
echo 'class Order { static int totalInCents() { return 42; } }' > Order.java
git commit -q -am "Say that the total is in cents"

git switch -q -c feature/receipt main          # Ben calls it by its old name
echo 'class Receipt { int sum = Order.total(); }' > Receipt.java
git add . && git commit -q -m "Print a receipt"

git switch -q main
git merge -q --no-edit feature/rename
git merge -q --no-edit feature/receipt && echo "no conflict"
javac -d classes *.java || echo "but it does not compile"
# #endregion clean-but-wrong
