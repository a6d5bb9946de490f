#!/usr/bin/env bash
# Which lines changed on Monday, who wrote this one, and work put aside. Run in an empty scratch folder.
set -euo pipefail

# Same authors, clock and settings on every machine, so the commit ids below never change.
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_EDITOR=true GIT_PAGER=cat TZ=UTC
as() { # as NAME DAY git …: a commit by that person on that day, at nine
  export GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=${1,,}@shop.example
  export GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL=${1,,}@shop.example
  export GIT_AUTHOR_DATE="2026-11-$2T09:00:00+0000" GIT_COMMITTER_DATE="2026-11-$2T09:00:00+0000"
  shift 2
  "$@"
}

git init -q -b main shop
cd shop
printf '%s\n' 'class Pricing {' '  BigDecimal vat(BigDecimal net) {' \
  '    return net.multiply(RATE);' '  }' '}' > Pricing.java
git add . && as Anna 12 git commit -q -m "Compute VAT"
sed -i 's/multiply(RATE)/multiply(RATE).setScale(2, DOWN)/' Pricing.java
as Ben 16 git commit -q -am "Round VAT to cents"
echo 'shipping.cost=4.90' > shop.properties
git add . && as Anna 17 git commit -q -m "Set the shipping price"

# #region monday
git log --oneline --stat --since=2026-11-16T00:00 --until=2026-11-17T00:00
git log -p -1 --format='%h %an: %s' -- Pricing.java
# #endregion monday

# #region blame
git blame -s -L 2,4 Pricing.java        # which commit wrote each line
git show -s --format='%h %an, %ad: %s' --date=short e1f9bae
git log --oneline -S DOWN               # commits that added or removed DOWN
# #endregion blame

# #region stash
# Half done, and then a customer calls.
echo 'discount.code=SUMMER10' >> shop.properties
git stash push -m 'discount codes'  # the edit is put aside
sed -i 's/DOWN/HALF_UP/' Pricing.java
as Anna 19 git commit -q -am "Round VAT half up"
git stash list
git stash pop                       # and comes back
git diff --stat
# #endregion stash
