#!/usr/bin/env bash
# One primary, one streaming replica, and a read that comes too early.
# Needs the PostgreSQL server programs on the PATH; run it as an ordinary user (not root).
set -euo pipefail
dir=$(mktemp -d); trap 'pg_ctl -D "$dir/replica" -m fast stop >/dev/null 2>&1 || true
                        pg_ctl -D "$dir/primary" -m fast stop >/dev/null 2>&1 || true
                        rm -rf "$dir"' EXIT
export PGHOST=$dir PGUSER=shop PGDATABASE=postgres
primary() { psql -qX -p 5521 "$@"; }
replica() { psql -qX -p 5522 "$@"; }

# #region set-up
initdb -D "$dir/primary" -U shop -A trust >/dev/null
echo "listen_addresses = ''" >> "$dir/primary/postgresql.conf"
pg_ctl -D "$dir/primary" -o "-p 5521 -k $dir" -l "$dir/p.log" -w start \
       >/dev/null

pg_basebackup -p 5521 -D "$dir/replica" --write-recovery-conf \
              --create-slot --slot=replica1 --checkpoint=fast
pg_ctl -D "$dir/replica" -o "-p 5522 -k $dir" -l "$dir/r.log" -w start \
       >/dev/null
# #endregion set-up

primary -c "CREATE TABLE orders (id int PRIMARY KEY, status text)" \
        -c "INSERT INTO orders VALUES (1, 'NEW')"
sleep 1
# #region lag
# a replica that falls behind
replica -c "SELECT pg_wal_replay_pause()" >/dev/null
sleep 0.5
primary -c "UPDATE orders SET status = 'PAID' WHERE id = 1"
sleep 0.5
echo "primary: $(primary -Atc 'SELECT status FROM orders WHERE id = 1')"
echo "replica: $(replica -Atc 'SELECT status FROM orders WHERE id = 1')"

primary -c "SELECT application_name, state, sync_state,
              pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) > 0 AS behind
            FROM pg_stat_replication"

replica -c "SELECT pg_wal_replay_resume()" >/dev/null
sleep 1
status=$(replica -Atc 'SELECT status FROM orders WHERE id = 1')
echo "replica: $status after it caught up"
# #endregion lag
echo "replica refuses writes: $(replica -c "UPDATE orders SET status = 'NEW'" 2>&1 || true)"
