-- Reserve stock, write the event, and give back what expired.
CREATE TABLE product (
  id    bigint PRIMARY KEY,
  stock integer NOT NULL CHECK (stock >= 0)
);
CREATE TABLE reservation (
  order_id   bigint,
  product_id bigint REFERENCES product,
  quantity   integer NOT NULL CHECK (quantity > 0),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (order_id, product_id)
);
CREATE TABLE outbox (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type    text NOT NULL,
  payload jsonb NOT NULL
);
INSERT INTO product VALUES (7, 3);

-- #region reserve
PREPARE reserve (bigint, bigint, integer) AS   -- order, product, quantity
WITH taken AS (UPDATE product SET stock = stock - $3
                WHERE id = $2 AND stock >= $3 RETURNING id)
INSERT INTO reservation        -- 0 rows: roll the whole order back
SELECT $1, id, $3, now() + interval '15 minutes' FROM taken;

PREPARE announce (bigint) AS   -- once an order, after its last product
INSERT INTO outbox (type, payload)
SELECT 'StockReserved',
       jsonb_build_object('orderId', order_id,
                          'products', jsonb_agg(product_id))
  FROM reservation WHERE order_id = $1 GROUP BY order_id;
-- #endregion reserve

EXECUTE reserve (501, 7, 2);
EXECUTE announce (501);
EXECUTE reserve (502, 7, 2);   -- only one piece is left: nothing happens
DO $$ BEGIN
  ASSERT (SELECT stock FROM product) = 1;
  ASSERT (SELECT count(*) FROM reservation) = 1;
  ASSERT (SELECT count(*) FROM outbox) = 1;
END $$;

UPDATE reservation SET expires_at = now() - interval '1 second';
-- #region release
BEGIN;                         -- now() is the same moment in both statements
SELECT id FROM product         -- in the sequence in which orders reserve
 WHERE id IN (SELECT product_id FROM reservation WHERE expires_at < now())
 ORDER BY id FOR UPDATE;
WITH gone AS (
  DELETE FROM reservation WHERE expires_at < now()
  RETURNING product_id, quantity
)
UPDATE product SET stock = stock + back.quantity
  FROM (SELECT product_id, sum(quantity) AS quantity
          FROM gone GROUP BY product_id) AS back
 WHERE product.id = back.product_id;
COMMIT;
-- #endregion release

DO $$ BEGIN
  ASSERT (SELECT stock FROM product) = 3;
  ASSERT (SELECT count(*) FROM reservation) = 0;
END $$;
