-- The four statements that every program sends: create, read, update, delete.
\ir sample-data.sql
\echo == crud

-- #region crud
INSERT INTO product (sku, name, price, stock)
VALUES ('CAP-01', 'Cap', 15.00, 20)
RETURNING id;                          -- the number the database chose

SELECT sku, name, price                -- which columns
FROM product                           -- from which table
WHERE price < 16                       -- which rows
ORDER BY price DESC                    -- in which order
LIMIT 2;                               -- at most how many

UPDATE product SET price = price * 0.9 WHERE sku = 'CAP-01';

DELETE FROM product WHERE sku = 'CAP-01';
-- #endregion crud
