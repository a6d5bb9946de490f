#!/usr/bin/env bash
# Shows the heap the JVM chooses under a memory limit of 512 MiB.
set -euo pipefail
for options in "" "-XX:MaxRAMPercentage=70"; do
  docker run --rm --memory 512m eclipse-temurin:25-jre \
    java ${options:+"$options"} -XX:+PrintFlagsFinal -version 2>/dev/null |
      grep -E ' (MaxHeapSize|UseSerialGC) '
done
