#!/usr/bin/env bash
# needs: kubectl (no cluster: kustomize renders on this machine)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kubectl kustomize "$here/production" > rendered.yaml
grep -E 'namespace:|image:' rendered.yaml
