#!/usr/bin/env bash
# Needs Docker, kind and kubectl, and an image ghcr.io/example/shop-api:1.4.0 from the containerization phase.
set -euo pipefail
# #region deploy
kind create cluster --name shop
kind load docker-image ghcr.io/example/shop-api:1.4.0 --name shop

kubectl apply -f manifests/namespace.yaml
kubectl apply -f manifests/secret.yaml -f manifests/configmap.yaml
kubectl apply -f manifests/database.yaml
kubectl apply -f manifests/deployment.yaml -f manifests/service.yaml
kubectl apply -f manifests/pdb.yaml
kubectl -n shop rollout status deployment/shop-api --timeout=5m
kubectl -n shop port-forward service/shop-api 8080:80
# #endregion deploy
