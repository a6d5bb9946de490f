-- What Hibernate sends, by hand: a list with names, two writers of a voucher.
\ir src/main/resources/schema.sql

INSERT INTO customer (name, email) VALUES
  ('Ana',  'ana@example.com'),
  ('Ben',  'ben@example.com'),
  ('Cleo', 'cleo@example.com');
INSERT INTO orders (customer_id, status)
VALUES (1, 'NEW'), (2, 'NEW'), (3, 'NEW');
INSERT INTO voucher (code, balance) VALUES ('SPRING', 50.00);

\echo == lists
-- #region lists
-- The loop: one statement for the list, and one more for each row of it.
SELECT id, customer_id FROM orders WHERE status = 'NEW' ORDER BY id;
SELECT name FROM customer WHERE id = 1;
SELECT name FROM customer WHERE id = 2;
SELECT name FROM customer WHERE id = 3;

-- What join fetch comes to: the same in one.
SELECT o.id, c.name
FROM orders o JOIN customer c ON c.id = o.customer_id
WHERE o.status = 'NEW' ORDER BY o.id;
-- #endregion lists

\echo == version
-- #region version
-- Two transactions have read the voucher: 50.00, version 0.
UPDATE voucher SET balance = 40.00, version = 1      -- one spent 10.00
WHERE id = 1 AND version = 0;

UPDATE voucher SET balance = 20.00, version = 1      -- the other 30.00
WHERE id = 1 AND version = 0;

SELECT balance, version FROM voucher WHERE id = 1;
-- #endregion version
