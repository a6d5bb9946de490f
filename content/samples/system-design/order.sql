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
                WHERE id = $2 AND stock >= $3 RETURNING id),
held AS (
  INSERT INTO reservation
  SELECT $1, id, $3, now() + interval '15 minutes' FROM taken
  RETURNING order_id, product_id
)
INSERT INTO outbox (type, payload)
SELECT 'StockReserved',
       jsonb_build_object('orderId', order_id, 'productId', product_id)
  FROM held;
-- #endregion reserve

EXECUTE reserve (501, 7, 2);
EXECUTE reserve (502, 7, 2);   -- only one piece is left: nothing happens
DO $$ BEGIN
  ASSERT (SELECT stock FROM product) = 1;
  ASSERT (SELECT count(*) FROM reservation) = 1;
  ASSERT (SELECT count(*) FROM outbox) = 1;
END $$;

UPDATE reservation SET expires_at = now() - interval '1 second';
-- #region release
WITH gone AS (
  DELETE FROM reservation WHERE expires_at < now()
  RETURNING product_id, quantity
)
UPDATE product SET stock = stock + back.quantity
  FROM (SELECT product_id, sum(quantity) AS quantity
          FROM gone GROUP BY product_id) AS back
 WHERE product.id = back.product_id;
-- #endregion release

DO $$ BEGIN
  ASSERT (SELECT stock FROM product) = 3;
  ASSERT (SELECT count(*) FROM reservation) = 0;
END $$;
