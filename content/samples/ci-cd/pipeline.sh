#!/usr/bin/env bash
# The shop's pipeline without any CI product. Run it in the repository, with releases/ as the registry.
# #region pipeline
set -euo pipefail  # the first failing command ends the run
commit=$(git rev-parse --short=12 HEAD)

echo "== verify $commit"
if ! mvn -B -ntp verify -Dcommit="$commit" >build.log 2>&1; then
  grep -E -m 3 'FAILURE! -- in|expected:|but was:' build.log ||
    tail -n 5 build.log
  exit 1 # red: nothing below runs
fi
grep -o 'Tests run: [0-9]*, Failures: 0, Errors: 0' build.log | tail -n 1

echo "== package $commit"
mkdir -p releases
cp target/shop-api.jar "releases/$commit.jar" # built once, named by its commit

echo "== deploy $commit"
./deploy.sh "$commit"
# #endregion pipeline
