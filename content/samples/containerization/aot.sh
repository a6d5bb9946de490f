#!/usr/bin/env bash
# How long the extracted application needs to start, without and with an AOT cache. Run it after `mvn verify`.
set -euo pipefail
java -Djarmode=tools -jar target/shop-api.jar extract --destination target/aot --force >/dev/null
cd target/aot

# What the training must not need: a database.
export SPRING_FLYWAY_ENABLED=false SPRING_DATASOURCE_URL=jdbc:postgresql://db:5432/shop
# #region train
# A start for practice that ends once the context is complete.
java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh \
  -jar shop-api.jar > train.log 2>&1
# #endregion train

started() { # options of the JVM: the median of five starts, in ms
  for _ in 1 2 3 4 5; do
    begin=$(date +%s%3N)
    java "$@" -Dspring.context.exit=onRefresh -jar shop-api.jar > start.log 2>&1
    echo $(($(date +%s%3N) - begin))
  done | sort -n | sed -n 3p
}
echo "app.aot: $(du -m app.aot | cut -f1) MB"
echo "ready without it: $(started) ms"
echo "ready with it:    $(started -XX:AOTCache=app.aot) ms"
