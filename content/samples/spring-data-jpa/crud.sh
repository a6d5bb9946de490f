#!/usr/bin/env bash
# Walks through the product API of a running shop: create, read, change, delete, read again.
set -euo pipefail
shop=${SHOP_URL:-http://localhost:8080}

# #region crud
send() { # method, path, body: prints the status line, then the body
  echo "> $1 $2"
  curl -s -X "$1" "$shop$2" -H 'Content-Type: application/json' \
    ${3:+-d "$3"} -w '\n< %{http_code}\n' | sed '/^$/d'
}

send POST   /api/products   '{"sku":"MUG-1","name":"Mug","price":12.50,"stock":5}'
send POST   /api/products   '{"sku":"MUG-1","name":"Again","price":3.00,"stock":1}'
send GET    /api/products/1
send PUT    /api/products/1 '{"sku":"MUG-1","name":"Mug","price":9.99,"stock":7}'
send DELETE /api/products/1
send GET    /api/products/1
# #endregion crud
