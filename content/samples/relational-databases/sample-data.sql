-- A handful of rows, small enough to check every result by hand.
\ir schema.sql

INSERT INTO customer (name, email) VALUES
  ('Ana',  'ana@example.com'),
  ('Ben',  'ben@example.com'),
  ('Cleo', 'cleo@example.com');      -- Cleo never orders

INSERT INTO product (sku, name, price, stock) VALUES
  ('MUG-01', 'Mug',      12.50, 5),
  ('TEE-01', 'T-shirt',  19.90, 8),
  ('BAG-01', 'Tote bag', 12.00, 0);

INSERT INTO orders (customer_id, status, created_at) VALUES
  (1, 'PAID',    '2026-11-02 10:15+00'),
  (1, 'NEW',     '2026-11-18 09:00+00'),
  (2, 'SHIPPED', '2026-11-05 17:40+00');

INSERT INTO order_item (order_id, product_id, quantity, unit_price) VALUES
  (1, 1, 2, 12.50), (1, 2, 1, 19.90),
  (2, 3, 1, 12.00),
  (3, 2, 3, 18.00);                  -- bought at an older price

INSERT INTO payment (order_id, amount, status) VALUES
  (1, 20.00, 'CAPTURED'), (1, 24.90, 'CAPTURED'),   -- gift card + credit card
  (3, 54.00, 'CAPTURED');
