-- PostgreSQL makes an index for every key, and none for a foreign key.

-- The orders of a customer; deleting a customer looks for them.
CREATE INDEX orders_customer_id_idx ON orders (customer_id);
-- What a product was sold for; deleting a product looks for its items.
CREATE INDEX order_item_product_id_idx ON order_item (product_id);
-- What was paid of an order; deleting an order looks for its payments.
CREATE INDEX payment_order_id_idx ON payment (order_id);
-- The items of an order are found by the unique key (order_id, product_id), which begins with the order.
