#!/usr/bin/env bash
# Packs the built jar as image layers, changes one word, builds again: which layers are new? Run it after `mvn verify`.
set -euo pipefail
jar=target/shop-api.jar
for image in 1 2; do
  java -Djarmode=tools -jar "$jar" extract --layers --destination "target/layers-$image" >/dev/null
  python3 oci_image.py "target/layers-$image" "target/oci-$image"
  sed -i 's/name: shop-api/name: shop/' src/main/resources/application.yaml
  mvn -q -B -DskipTests package
done
