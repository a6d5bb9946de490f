#!/usr/bin/env bash
# Needs the cluster of cluster.sh. Usage: rollback.sh sha256:… (the digest that the pipeline has pushed)
set -euo pipefail
digest=$1
ours=app.kubernetes.io/name=shop-api
# #region rollback
kubectl -n shop set image deployment/shop-api \
  api="ghcr.io/example/shop-api@$digest"
if ! kubectl -n shop rollout status deployment/shop-api --timeout=5m; then
  # The newest ReplicaSet holds the release that failed.
  new=$(kubectl -n shop get replicasets --selector "$ours" \
    --sort-by='.metadata.annotations.deployment\.kubernetes\.io/revision' \
    -o jsonpath='{.items[-1:].metadata.labels.pod-template-hash}')
  kubectl -n shop describe pods --selector "pod-template-hash=$new" || true
  kubectl -n shop logs --selector "pod-template-hash=$new" \
    --all-containers --tail=50 || true
  kubectl -n shop rollout undo deployment/shop-api
  exit 1  # the pipeline stays red after a rollback
fi
# #endregion rollback
