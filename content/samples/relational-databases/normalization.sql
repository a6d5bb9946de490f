-- A spreadsheet of sales, what goes wrong in it, and the tables it falls apart into.
\echo == anomaly
-- #region flat
CREATE TABLE sale (
  order_id int, product_sku text, quantity int, unit_price numeric(10,2),
  product_name text, customer_email text, customer_name text,
  PRIMARY KEY (order_id, product_sku)
);

INSERT INTO sale VALUES
  (1, 'MUG-01', 2, 12.50, 'Mug',     'ana@example.com', 'Ana'),
  (1, 'TEE-01', 1, 19.90, 'T-shirt', 'ana@example.com', 'Ana'),
  (2, 'MUG-01', 1, 12.50, 'Mug',     'ben@example.com', 'Ben');

-- Ana marries. The program updates the order on its screen, not the others.
UPDATE sale SET customer_name = 'Ana Diaz'
WHERE order_id = 1 AND product_sku = 'MUG-01';

SELECT DISTINCT customer_email, customer_name FROM sale ORDER BY 1, 2;
-- #endregion flat

UPDATE sale SET customer_name = 'Ana Diaz' WHERE customer_email = 'ana@example.com';
\echo == normalized
-- #region split
CREATE TABLE customer AS
  SELECT DISTINCT customer_email AS email, customer_name AS name FROM sale;
ALTER TABLE customer ADD PRIMARY KEY (email);

CREATE TABLE product AS
  SELECT DISTINCT product_sku AS sku, product_name AS name FROM sale;
ALTER TABLE product ADD PRIMARY KEY (sku);

CREATE TABLE orders AS SELECT DISTINCT order_id AS id, customer_email FROM sale;
ALTER TABLE orders ADD PRIMARY KEY (id),
  ADD FOREIGN KEY (customer_email) REFERENCES customer (email);

CREATE TABLE order_item AS
  SELECT order_id, product_sku, quantity, unit_price FROM sale;
ALTER TABLE order_item ADD PRIMARY KEY (order_id, product_sku),
  ADD FOREIGN KEY (order_id) REFERENCES orders (id),
  ADD FOREIGN KEY (product_sku) REFERENCES product (sku);
-- #endregion split

SELECT o.id, c.name, p.name AS product, i.quantity, i.unit_price
FROM order_item i JOIN orders o ON o.id = i.order_id
JOIN customer c ON c.email = o.customer_email JOIN product p ON p.sku = i.product_sku
ORDER BY o.id, p.sku;
