#!/usr/bin/env bash
# First commits of the shop. Run in an empty scratch folder.
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

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# #region first
git init -b main shop
cd shop
cp "$here/spring-boot.gitignore" .gitignore
mkdir -p src/main/java/shop target
echo 'record Product(String sku, String name) {}' \
  > src/main/java/shop/Product.java
echo 'DB_PASSWORD=example' > .env
touch target/shop.jar

git status --short  # ?? = not tracked; .env and target/ are absent
git add .           # working tree -> index
git commit -m "Add the product record"
# #endregion first

# #region stage
echo 'record Customer(String name) {}' > src/main/java/shop/Customer.java
git add src/main/java/shop/Customer.java
echo '// remember: e-mail' >> src/main/java/shop/Customer.java

git status --short                # AM: added in the index, modified since
git diff --staged --stat          # what the next commit takes
git diff --stat                   # what it leaves behind
git commit -m "Add the customer record"
git restore src/main/java/shop/Customer.java
git log --oneline
# #endregion stage

# #region object
git cat-file -p HEAD
git cat-file -p 'HEAD^{tree}'
git check-ignore -v .env target/shop.jar
# #endregion object
