-- 10,000 customers, 1,000 products, 100,000 orders, 200,000 items: enough for plans to differ.
\ir schema.sql

INSERT INTO customer (name, email)
SELECT 'Customer ' || g, 'Customer' || g || '@example.com' FROM generate_series(1, 10000) g;

INSERT INTO product (sku, name, price, stock)
SELECT 'SKU-' || g, 'Product ' || g, 5 + g % 90, 100 FROM generate_series(1, 1000) g;

-- One order a minute from 12 September 2026; only the newest 1,000 are still NEW.
INSERT INTO orders (customer_id, status, created_at)
SELECT 1 + (g * 7919) % 10000,
       CASE WHEN g > 99000 THEN 'NEW' WHEN g % 50 = 0 THEN 'CANCELLED' ELSE 'SHIPPED' END,
       timestamptz '2026-09-12 00:00+00' + g * interval '1 minute'
FROM generate_series(1, 100000) g;

INSERT INTO order_item (order_id, product_id, quantity, unit_price)
SELECT 1 + (g - 1) / 2, 1 + (g * 31) % 1000, 1 + g % 3, 5 + g % 90
FROM generate_series(1, 200000) g;

VACUUM ANALYZE;
SET TIME ZONE 'UTC';
SET max_parallel_workers_per_gather = 0;   -- one worker: plans short enough to read
