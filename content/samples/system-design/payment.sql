-- One live payment an order, and webhooks that may arrive twice.
CREATE TABLE orders (
  id     bigint PRIMARY KEY,
  status text NOT NULL DEFAULT 'NEW'
);

-- #region tables
CREATE TABLE payment (
  id       uuid PRIMARY KEY,        -- also the provider's idempotency key
  order_id bigint NOT NULL REFERENCES orders,
  amount   numeric(10,2) NOT NULL CHECK (amount > 0),
  status   text NOT NULL DEFAULT 'PENDING' CHECK (status IN
           ('PENDING', 'UNKNOWN', 'CAPTURED', 'FAILED', 'REFUNDED'))
);
CREATE UNIQUE INDEX one_live_payment
    ON payment (order_id) WHERE status NOT IN ('FAILED', 'REFUNDED');
CREATE TABLE provider_event (
  id         text PRIMARY KEY,      -- the provider's event id
  payment_id uuid NOT NULL REFERENCES payment,
  type       text NOT NULL
);
-- #endregion tables

INSERT INTO orders VALUES (501);
INSERT INTO payment VALUES
  ('0199f3a0-0000-7000-8000-000000000001', 501, 49.90, 'UNKNOWN');

-- #region event
PREPARE captured (text, uuid) AS
WITH fresh AS (
  INSERT INTO provider_event VALUES ($1, $2, 'captured')
  ON CONFLICT (id) DO NOTHING
  RETURNING payment_id
)
UPDATE payment SET status = 'CAPTURED'
  FROM fresh
 WHERE payment.id = fresh.payment_id AND status IN ('PENDING', 'UNKNOWN');
-- #endregion event

EXECUTE captured ('evt_1', '0199f3a0-0000-7000-8000-000000000001');
EXECUTE captured ('evt_1', '0199f3a0-0000-7000-8000-000000000001');
SELECT order_id, amount, status FROM payment;
