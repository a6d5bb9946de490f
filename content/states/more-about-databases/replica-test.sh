#!/usr/bin/env bash
# A customer who has paid sees it, also while the replica is behind: bash database/replica-test.sh
# Needs the PostgreSQL server programs on the PATH; run it as an ordinary user (not root).
set -euo pipefail
dir=$(mktemp -d); trap 'pg_ctl -D "$dir/replica" -m fast stop >/dev/null 2>&1 || true
                        pg_ctl -D "$dir/primary" -m fast stop >/dev/null 2>&1 || true
                        rm -rf "$dir"' EXIT
export PGHOST=$dir PGUSER=shop PGDATABASE=postgres
primary() { psql -qXAt -p 5525 "$@"; }
replica() { psql -qXAt -p 5526 "$@"; }

initdb -D "$dir/primary" -U shop -A trust >/dev/null
echo "listen_addresses = ''" >>"$dir/primary/postgresql.conf"
pg_ctl -D "$dir/primary" -o "-p 5525 -k $dir" -l "$dir/p.log" -w start >/dev/null
primary -c "CREATE TABLE orders (id int PRIMARY KEY, status text)" -c "INSERT INTO orders VALUES (1, 'NEW')"
pg_basebackup -p 5525 -D "$dir/replica" --write-recovery-conf --checkpoint=fast
pg_ctl -D "$dir/replica" -o "-p 5526 -k $dir" -l "$dir/r.log" -w start >/dev/null

# Says how far the log was after the payment; the session of the customer keeps it.
pay() { primary -c "UPDATE orders SET status = 'PAID' WHERE id = 1" -c "SELECT pg_current_wal_insert_lsn()"; }
# Asks the replica only when it has played the log up to there.
status_after() {
  if [[ $(replica -c "SELECT pg_last_wal_replay_lsn() >= '$1'") == t ]]; then
    replica -c 'SELECT status FROM orders WHERE id = 1'
  else
    primary -c 'SELECT status FROM orders WHERE id = 1'
  fi
}

who_has_paid_sees_it_while_the_replica_is_paused() {
  replica -c 'SELECT pg_wal_replay_pause()' >/dev/null
  until [[ $(replica -c 'SELECT pg_get_wal_replay_pause_state()') == paused ]]; do sleep 0.1; done
  local paid
  paid=$(pay)
  [[ $(replica -c 'SELECT status FROM orders WHERE id = 1') == NEW ]] # it is behind
  [[ $(status_after "$paid") == PAID ]]
}
who_has_paid_sees_it_while_the_replica_is_paused
echo 'ok: who has paid sees it'
