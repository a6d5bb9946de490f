-- One database lives through all lessons that change it. What the code of each lesson writes must be taken after the
-- next one, and the rows of phase 4 must still add up at the end.

\echo phase 4: the first schema, with its rows
\ir ../samples/relational-databases/sample-data.sql

\echo phase 5: maps the tables and adds indexes
\ir ../samples/spring-data-jpa/src/main/resources/schema.sql

\echo phase 11: a total for each order
\ir ../samples/more-about-databases/src/main/resources/db/migration/V2__orders_total_expand.sql
-- The program of phases 5 and 6 still runs.
INSERT INTO orders (customer_id, status) VALUES (2, 'NEW');
\ir ../samples/more-about-databases/src/main/resources/db/migration/V3__orders_total_backfill.sql
\ir ../samples/more-about-databases/src/main/resources/db/migration/V4__orders_total_not_null.sql
\ir ../samples/more-about-databases/src/main/resources/db/migration/V5__orders_total_validate.sql
\ir ../samples/more-about-databases/src/main/resources/db/migration/V6__orders_feed_index.sql
SELECT id, total FROM orders ORDER BY id;

\echo phase 15: events
\ir ../samples/message-brokers/src/main/resources/db/migration/V7__events.sql
SELECT order_id, part, amount, status FROM payment ORDER BY order_id, part;
-- What its services write: an order, its lines, its event.
INSERT INTO orders (customer_id, status, total) VALUES (1, 'NEW', 12.50);
INSERT INTO order_item (order_id, product_id, quantity, unit_price) VALUES (5, 1, 1, 12.50);
INSERT INTO outbox (event_id, topic, record_key, payload)
VALUES ('0b8f1c9e-8f51-4a57-9a0e-3f2f6d1c0a11', 'orders.created', '5', '{}');
INSERT INTO stock_reservation (order_id, product_id, quantity) VALUES (5, 1, 1);
INSERT INTO processed_event (consumer, event_id) VALUES ('inventory', '0b8f1c9e-8f51-4a57-9a0e-3f2f6d1c0a11');
-- The same event twice: one payment. A card that is declined is a state that the table knows.
INSERT INTO payment (order_id, amount, status) VALUES (5, 12.50, 'PENDING') ON CONFLICT (order_id, part) DO NOTHING;
INSERT INTO payment (order_id, amount, status) VALUES (5, 12.50, 'PENDING') ON CONFLICT (order_id, part) DO NOTHING;
UPDATE payment SET status = 'FAILED' WHERE order_id = 5 AND part = 1 AND status = 'PENDING';
SELECT count(*), min(status) AS status FROM payment WHERE order_id = 5;

\echo phase 22: customers get a full name
\ir ../samples/building-for-scale/limits/expand-contract.sql
SELECT id, full_name FROM customer WHERE id <= 3 ORDER BY id;
INSERT INTO customer (full_name, email) VALUES ('Dora', 'dora@example.com');
INSERT INTO orders (customer_id, status, total) VALUES (1, 'NEW', 0);

\echo phase 4: still true at the end
SELECT c.full_name, sum(i.quantity * i.unit_price) AS ordered
FROM customer c JOIN orders o ON o.customer_id = c.id JOIN order_item i ON i.order_id = o.id
WHERE c.id <= 3 GROUP BY c.id ORDER BY c.id;
