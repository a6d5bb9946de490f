#!/usr/bin/env bash
# Renames a column of an empty database of PGDATABASE while old and new releases write: bash database/rename-test.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d); trap 'touch "$work"/stop-{old,new}; wait; rm -rf "$work"' EXIT
writes() { # a release and the column that it writes
  local n=0
  while [[ ! -e $work/stop-$1 ]]; do
    psql -qXc "INSERT INTO customer ($2, email) VALUES ('Ada', '$1-$((n += 1))@example.org')" 2>>"$work/errors" || true
  done
  echo $n >"$work/count-$1"
}

nobody_who_writes_sees_an_error() {
  sed '/^-- 5 Contract/,$d' rename.sql >"$work/expand.sql"
  sed -n '/^-- 5 Contract/,$p' rename.sql >"$work/contract.sql"
  psql -qX -c 'CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE)'
  writes old name & sleep 0.5
  psql -qX -v ON_ERROR_STOP=1 -f "$work/expand.sql" >/dev/null 2>&1
  writes new full_name & sleep 0.5 # both releases run
  touch "$work/stop-old"; until [[ -e $work/count-old ]]; do sleep 0.1; done
  psql -qX -v ON_ERROR_STOP=1 -f "$work/contract.sql"
  sleep 0.5; touch "$work/stop-new"; until [[ -e $work/count-new ]]; do sleep 0.1; done
  [[ ! -s $work/errors && $(cat "$work/count-old") -gt 3 && $(cat "$work/count-new") -gt 3 ]]
  [[ $(psql -XAtc "SELECT count(*) FROM customer WHERE full_name IS NULL") == 0 ]]
}
nobody_who_writes_sees_an_error || { cat "$work/errors" >&2; exit 1; }
echo "ok: $(cat "$work/count-old") and $(cat "$work/count-new") rows were written meanwhile"
