-- Session B of write-skew.sql: the same check, the same purchase, committed first.
BEGIN ISOLATION LEVEL :level;
SELECT sum(amount) FROM open_order WHERE customer_id = 1 \gset
INSERT INTO open_order (customer_id, amount) VALUES (1, 300.00);
COMMIT;
