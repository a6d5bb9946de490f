#!/usr/bin/env bash
# The acceptance criteria of the schema, tried in an empty database: PGDATABASE=try bash database/accept.sh
# needs: psql
set -euo pipefail
cd "$(dirname "$0")"

ask() { psql -XAtqc "$1"; }
refused() { # a description and a statement
  if ask "$2" 2>/dev/null; then
    echo "not refused: $1" >&2
    exit 1
  fi
}
same() { # a description, what is found, what is expected
  if [ "$2" != "$3" ]; then
    printf '%s\n  found:    %s\n  expected: %s\n' "$1" "$2" "$3" >&2
    exit 1
  fi
  echo "ok: $1"
}
counts() {
  ask "SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM order_item), (SELECT count(*) FROM payment),
         (SELECT string_agg(sku || ' ' || stock, ', ' ORDER BY id) FROM product)"
}

wrong_rows_are_refused() {
  before=$(counts)
  same 'five statements of constraints.sql are refused' "$(psql -Xqf constraints.sql 2>&1 | grep -c ERROR)" 5
  refused 'a SHIPPED order without a date' "UPDATE orders SET status = 'SHIPPED' WHERE id = 1"
  refused 'a NEW order with a date' "UPDATE orders SET shipped_at = now() WHERE id = 2"
  same 'and nothing changed' "$(counts)" "$before"
}

customers_have_their_totals() {
  same 'totals of the customers' \
    "$(psql -XAtqf queries.sql | sed -n '2,4p' | paste -sd ' ')" 'Ana|56.90 Ben|54.00 Cleo|0'
}

a_sold_out_product_leaves_all_as_it_was() {
  before=$(counts)
  if psql -Xq -v customer=2 -v first=MUG-01 -v second=BAG-01 -f place-order.sql 2>/dev/null; then
    echo 'an order of a bag that is sold out was taken' >&2
    exit 1
  fi
  same 'an order whose second product is sold out' "$(counts)" "$before"
}

the_last_mug_is_sold_once() {
  ask "UPDATE product SET stock = 1 WHERE sku = 'MUG-01'"
  before=$(ask 'SELECT count(*) FROM orders')
  pids=()
  for customer in 1 2; do
    psql -Xq -v customer=$customer -v first=MUG-01 -v second=TEE-01 -f place-order.sql 2>/dev/null &
    pids+=($!)
  done
  sold=0
  for pid in "${pids[@]}"; do wait "$pid" && sold=$((sold + 1)); done
  same 'two sessions buy the last mug: orders taken' "$sold" 1
  same 'stock of mugs' "$(ask "SELECT stock FROM product WHERE sku = 'MUG-01'")" 0
  same 'new orders' "$(ask 'SELECT count(*) FROM orders')" "$((before + 1))"
}

the_api_can_sell_and_no_more() {
  psql -Xq -v ON_ERROR_STOP=1 -f roles.sql
  trap 'psql -Xqc "DROP OWNED BY shop_rights; DROP ROLE shop_api, shop_rights"' EXIT
  ask "UPDATE product SET stock = 5 WHERE sku = 'MUG-01'"
  before=$(ask 'SELECT count(*) FROM orders')
  export PGOPTIONS='-c role=shop_api'
  psql -Xq -v customer=3 -v first=MUG-01 -v second=TEE-01 -f place-order.sql
  same 'the role of the API takes an order' "$(ask 'SELECT count(*) FROM orders')" "$((before + 1))"
  refused 'a dropped table' 'DROP TABLE orders'
  refused 'a deleted payment' 'DELETE FROM payment'
  refused 'another name' "UPDATE product SET name = 'Free mug'"
  unset PGOPTIONS
}

# Milliseconds that the foreign key costs a deleted product, in a transaction that is rolled back.
key_check() { # what to do first
  psql -XAtq <<SQL | sed -n 's/.*order_item_product_id_fkey: time=\([0-9]*\).*/\1/p'
BEGIN;
$1;
INSERT INTO product (sku, name, price) VALUES ('GONE-01', 'Gone', 1);
EXPLAIN ANALYZE DELETE FROM product WHERE sku = 'GONE-01';
ROLLBACK;
SQL
}
a_deleted_product_costs_less_with_the_index() {
  ask "INSERT INTO orders (customer_id) SELECT 3 FROM generate_series(1, 200000)"
  ask "INSERT INTO order_item (order_id, product_id, quantity, unit_price)
         SELECT id, 1, 1, 12.50 FROM orders WHERE customer_id = 3 ON CONFLICT DO NOTHING"
  with=$(key_check 'SELECT')
  without=$(key_check 'DROP INDEX order_item_product_id_idx')
  same "the key costs $with ms with its index, $without ms without it" "$((without > 2 * with && without > 2))" 1
}

psql -Xq -v ON_ERROR_STOP=1 -f sample-data.sql
wrong_rows_are_refused
customers_have_their_totals
a_sold_out_product_leaves_all_as_it_was
the_last_mug_is_sold_once
the_api_can_sell_and_no_more
a_deleted_product_costs_less_with_the_index
