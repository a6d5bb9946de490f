CREATE TABLE customer (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL,
  email text NOT NULL UNIQUE
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
  quantity   integer NOT NULL,
  unit_price numeric(10,2) NOT NULL
);
INSERT INTO customer (name, email)
SELECT 'Customer ' || n, 'c' || n || '@shop.example' FROM generate_series(1, 50) n;
INSERT INTO orders (customer_id, created_at)
SELECT 1 + n % 50, timestamptz '2026-10-01 00:00+00' + (n / 5) * interval '1 minute'
FROM generate_series(0, 199) n;
INSERT INTO order_item (order_id, quantity, unit_price) SELECT id, 2, 12.50 FROM orders;
