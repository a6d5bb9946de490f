#!/usr/bin/env bash
# A DELETE without WHERE, undone: a base backup, the log since then, and a moment to stop at.
# Needs the PostgreSQL server programs on the PATH; run it as an ordinary user (not root).
set -euo pipefail
dir=$(mktemp -d); trap 'pg_ctl -D "$dir/restored" -m fast stop >/dev/null 2>&1 || true
                        pg_ctl -D "$dir/data" -m fast stop >/dev/null 2>&1 || true
                        rm -rf "$dir"' EXIT
export PGHOST=$dir PGUSER=shop PGDATABASE=postgres
shop() { psql -qXAt -p 5523 "$@"; }
restored() { psql -qXAt -p 5524 "$@"; }
start() { pg_ctl -D "$dir/$1" -o "-p $2 -k $dir" -l "$dir/$1.log" -w start >/dev/null; }

mkdir "$dir/archive"
initdb -D "$dir/data" -U shop -A trust >/dev/null
# #region archive
cat >> "$dir/data/postgresql.conf" <<CONF
listen_addresses = ''
archive_mode = on
archive_command = 'test ! -f $dir/archive/%f && cp %p $dir/archive/%f'
archive_timeout = 60      # hand over a file each minute, full or not
CONF
start data 5523
shop -c "CREATE TABLE orders (id int PRIMARY KEY)" \
     -c "INSERT INTO orders SELECT generate_series(1, 3)"

pg_basebackup -p 5523 -D "$dir/restored" --checkpoint=fast
# #endregion archive

# #region mistake
shop -c "INSERT INTO orders VALUES (4), (5)"    # after the backup
sleep 1
before=$(shop -c "SELECT now()")
sleep 1
shop -c "DELETE FROM orders"                    # the WHERE is missing
shop -c "SELECT pg_switch_wal()" >/dev/null     # archive the log now
echo "after the mistake: $(shop -c 'SELECT count(*) FROM orders') orders"
# #endregion mistake
for _ in $(seq 50); do
  shop -c "SELECT last_archived_wal FROM pg_stat_archiver" | grep -q . && break
  sleep 0.2
done
sleep 1

# #region restore
cat >> "$dir/restored/postgresql.conf" <<CONF
archive_mode = off
restore_command = 'cp $dir/archive/%f %p'
recovery_target_time = '$before'
recovery_target_action = 'pause'     # look first, then decide
CONF
touch "$dir/restored/recovery.signal"
start restored 5524
# #endregion restore
for _ in $(seq 50); do
  [ "$(restored -c 'SELECT pg_get_wal_replay_pause_state()')" = paused ] && break
  sleep 0.2
done

# #region look
echo "restored: $(restored -c 'SELECT count(*) FROM orders') orders"
echo "read-only: $(restored -c 'SELECT pg_is_in_recovery()')"
restored -c "SELECT pg_wal_replay_resume()" >/dev/null   # that is it
# #endregion look
for _ in $(seq 50); do
  [ "$(restored -c 'SELECT pg_is_in_recovery()')" = f ] && break
  sleep 0.2
done
echo "open for writes: $(restored -c 'INSERT INTO orders VALUES (6) RETURNING id')"
grep -ho 'recovery stopping before commit' "$dir/restored.log"
