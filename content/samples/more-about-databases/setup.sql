-- A shop large enough to measure: 20,000 customers, 200,000 orders, 400,000 items.
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

CREATE TABLE customer (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL,
  email text NOT NULL UNIQUE
);
CREATE TABLE product (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku   text NOT NULL UNIQUE,
  name  text NOT NULL,
  price numeric(10,2) NOT NULL,
  stock integer NOT NULL DEFAULT 0 CHECK (stock >= 0),
  attributes jsonb NOT NULL DEFAULT '{}'
);
CREATE TABLE orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer (id),
  status      text NOT NULL DEFAULT 'NEW',
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE order_item (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id   bigint NOT NULL REFERENCES orders (id),
  product_id bigint NOT NULL REFERENCES product (id),
  quantity   integer NOT NULL CHECK (quantity > 0),
  unit_price numeric(10,2) NOT NULL
);

INSERT INTO customer (name, email)
SELECT 'Customer ' || n, 'c' || n || '@shop.example' FROM generate_series(1, 20000) n;

INSERT INTO product (sku, name, price, stock, attributes)
SELECT 'SKU-' || n, 'Product ' || n, 5 + n % 90, 100,
       jsonb_build_object('color', (ARRAY['red','blue','green','black'])[1 + n % 4],
                          'size', n % 50)
FROM generate_series(1, 10000) n;

INSERT INTO orders (customer_id, status, created_at)
SELECT 1 + (n * 7919::bigint) % 20000,
       CASE WHEN n > 199000 THEN 'NEW' WHEN n % 20 = 0 THEN 'CANCELLED' ELSE 'SHIPPED' END,
       timestamptz '2026-06-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, 200000) n;

INSERT INTO order_item (order_id, product_id, quantity, unit_price)
SELECT 1 + (n - 1) / 2, 1 + (n * 104729::bigint) % 10000, 1 + n % 3, 5 + n % 90
FROM generate_series(1, 400000) n;

VACUUM ANALYZE;
