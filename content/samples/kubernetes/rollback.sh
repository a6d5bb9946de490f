#!/usr/bin/env bash
# Needs the cluster of cluster.sh.
set -euo pipefail
# #region rollback
kubectl -n shop set image deployment/shop-api api=ghcr.io/example/shop-api:1.4.1
if ! kubectl -n shop rollout status deployment/shop-api --timeout=5m; then
  kubectl -n shop get pods --selector app.kubernetes.io/name=shop-api
  kubectl -n shop logs deployment/shop-api --previous --tail=50 || true
  kubectl -n shop rollout undo deployment/shop-api
fi
# #endregion rollback
