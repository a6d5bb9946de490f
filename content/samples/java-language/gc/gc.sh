#!/usr/bin/env bash
# Same program, three collectors; then a histogram and a heap dump of a leaking process. Needs a JDK 25.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ -n "${JAVA_HOME:-}" ]; then PATH="$JAVA_HOME/bin:$PATH"; fi
javac -d . "$here/Churn.java"

# #region pauses
for gc in Parallel G1 Z; do
  java -Xmx256m "-XX:+Use${gc}GC" "-Xlog:gc,gc+phases:file=$gc.log" \
    -cp . Churn > /dev/null
  grep -E '(Pause|Stall) .*ms$' "$gc.log" | sed 's/ms$//' | awk -v gc="$gc" '
    /Stall/ { stalls += $NF; next }
    { n++; sum += $NF; if ($NF > max) max = $NF }
    END { printf "%-8s %4d pauses, longest %6.2f ms, sum %7.2f ms, stalls %6.2f ms\n",
          gc, n, max, sum, stalls }'
done
# #endregion pauses

mkfifo hold
java -Xmx256m -XX:+UseG1GC -cp . Churn leak < hold > ready.txt &
pid=$!
exec 3> hold                              # keeps the input open until we are done
until grep -q ready ready.txt; do sleep 0.2; done

# #region look
jcmd "$pid" GC.class_histogram | sed -n 2,7p
jcmd "$pid" GC.heap_dump "$PWD/shop.hprof" | tail -n 1 | sed 's/ \[.*//'
# #endregion look

exec 3>&-
wait "$pid"
rm shop.hprof
