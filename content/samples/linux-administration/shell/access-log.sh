#!/usr/bin/env bash
# Reads a small access log with pipes. Runs in an empty folder.
set -euo pipefail
export LC_ALL=C

cat > access.log <<'LOG'
09:00:01 10.0.0.7 GET /api/products 200 12
09:00:01 10.0.0.9 POST /api/orders 201 48
09:00:02 10.0.0.7 GET /api/products/42 200 9
09:00:02 10.0.0.8 POST /api/orders 503 3001
09:00:03 10.0.0.9 GET /api/products 200 11
09:00:03 10.0.0.8 POST /api/orders 503 3002
09:00:04 10.0.0.7 POST /api/payments 500 95
09:00:04 10.0.0.8 POST /api/orders 503 3001
09:00:05 10.0.0.9 GET /api/products/42 200 10
LOG

# #region pipes
# Columns: time, client, method, path, status, milliseconds
echo "failures by path:"
awk '$5 >= 500 { print $5, $4 }' access.log | sort | uniq -c | sort -rn

echo "slowest three:"
sort -k6,6nr access.log | head -n 3 | cut -d' ' -f1,4,6

echo "lines with /api/orders: $(grep -c '/api/orders' access.log)"
echo "of them not 201: $(grep '/api/orders' access.log | grep -vc ' 201 ')"
# #endregion pipes
