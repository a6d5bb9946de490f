#!/usr/bin/env bash
# Builds once for two processor types, pushes, and prints the digest to deploy.
set -euo pipefail
image=ghcr.io/example/shop-api
version=$1                                   # for example 1.4.0
commit=$(git rev-parse --short HEAD)

docker buildx build . \
  --platform linux/amd64,linux/arm64 \
  --tag "$image:$version" \
  --tag "$image:git-$commit" \
  --provenance=mode=max --sbom=true \
  --metadata-file build.json \
  --push

digest=$(jq -r '."containerimage.digest"' build.json)
echo "Deploy $image@$digest"
