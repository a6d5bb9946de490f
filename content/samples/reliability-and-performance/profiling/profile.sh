#!/usr/bin/env bash
# Records a Java program with Flight Recorder and prints three views of the recording. Needs JDK 25 in JAVA_HOME or PATH.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
"${bin}javac" -d classes "$here/StockReport.java" "$here/Flame.java"

# #region record
record=filename=slow.jfr,settings=profile,jdk.JavaMonitorEnter#threshold=1ms
"${bin}java" -XX:StartFlightRecording="$record" \
  -Xlog:jfr*=error -cp classes StockReport none 8
"${bin}jfr" view --width 78 hot-methods slow.jfr
"${bin}jfr" view --width 78 contention-by-site slow.jfr
"${bin}java" -cp classes Flame slow.jfr jdk.ExecutionSample 8
# #endregion record

echo
for repairs in none cpu lock cpu,lock; do
  "${bin}java" -cp classes StockReport "$repairs" 4
done
