#!/usr/bin/env bash
# Needs Helm 4; no cluster is asked. Run it beside the folder chart/.
set -euo pipefail
# #region render
helm lint chart/shop-api -f chart/shop-api/values-prod.yaml
helm template shop chart/shop-api > dev.yaml
helm template shop chart/shop-api -f chart/shop-api/values-prod.yaml > prod.yaml
diff dev.yaml prod.yaml || true
# The schema of the values refuses a mistake before anything is sent.
helm template shop chart/shop-api --set image.tag=latest || echo "refused"
# #endregion render
rm dev.yaml prod.yaml
