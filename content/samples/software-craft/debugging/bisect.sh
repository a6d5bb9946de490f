#!/usr/bin/env bash
# Builds a history of 40 commits in which number 23 breaks the shipping rule, then finds it.
set -euo pipefail
git init -q -b main . && git config user.name Shop && git config user.email dev@shop.example

rule='>='
for n in $(seq 1 40); do
  if [ "$n" -eq 23 ]; then rule='>'; fi
  printf 'def fee(total):\n    return 0 if total %s 5000 else 490\n' "$rule" > shipping.py
  echo "release note $n" > CHANGES
  git add . && git commit -q -m "Change $n"
done

# #region bisect
cat > check.sh <<'CHECK'
set -e
python3 -B -c 'import ast; ast.parse(open("shipping.py").read())' || exit 125
python3 -B -c 'import shipping; assert shipping.fee(5000) == 0'
CHECK

git bisect start HEAD HEAD~39   # bad, then good
git bisect run bash check.sh
git bisect reset
# #endregion bisect
