#!/usr/bin/env bash
# Anna and Ben share one repository; a bare folder plays GitHub. Run in an empty scratch folder.
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

git init -q -b main seed
echo 'shop 0.1' > seed/README.md
git -C seed add . && git -C seed commit -q -m "Start the shop"
git clone -q --bare seed hosted.git
url=$PWD/hosted.git
git clone -q "$url" ben

# #region common
git clone "$url" anna              # once: all history, a remote named origin
cd anna
git checkout -b feature/backend    # git switch -c does the same
echo 'orders: POST /api/orders' > api.txt
git status                         # what changed, what is staged
git add .                          # stage everything under this folder
git commit -m "Describe the order endpoint"
git push -u origin feature/backend # first push: remember where it lives

git checkout main
git pull                           # fetch, then bring main up to date
git checkout feature/backend
git merge main                     # take what main got in the meantime
# #endregion common

echo "== rejected"
git checkout -q main
git merge -q feature/backend && git push -q
cd ../ben
export GIT_AUTHOR_NAME=Ben GIT_COMMITTER_NAME=Ben
echo 'Needs Java 25' >> README.md
git commit -q -am "Name the Java version"
# #region rejected
git push || echo "exit code $?"
git fetch -q
git log --oneline --graph --all
git pull --rebase                  # put my commit on top of theirs
git push
# #endregion rejected
git log --oneline --graph --all
