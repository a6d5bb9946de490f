-- The shop's first schema. Later phases map it (5), serve it (6) and migrate it.

-- #region customer-orders
CREATE TABLE customer (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL CHECK (name <> ''),
  email text NOT NULL UNIQUE
);

CREATE TABLE orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer (id),
  status      text NOT NULL DEFAULT 'NEW'
              CHECK (status IN ('NEW', 'PAID', 'SHIPPED', 'CANCELLED')),
  created_at  timestamptz NOT NULL DEFAULT now()
);
-- #endregion customer-orders

-- #region product
CREATE TABLE product (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku   text NOT NULL UNIQUE,
  name  text NOT NULL,
  price numeric(10,2) NOT NULL CHECK (price >= 0),
  stock integer NOT NULL DEFAULT 0 CHECK (stock >= 0)
);
-- #endregion product

-- #region order-item
CREATE TABLE order_item (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id   bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product_id bigint NOT NULL REFERENCES product (id),
  quantity   integer NOT NULL CHECK (quantity > 0),
  unit_price numeric(10,2) NOT NULL CHECK (unit_price >= 0),
  UNIQUE (order_id, product_id)
);

CREATE TABLE payment (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id bigint NOT NULL REFERENCES orders (id),
  amount   numeric(10,2) NOT NULL CHECK (amount > 0),
  status   text NOT NULL DEFAULT 'PENDING'
           CHECK (status IN ('PENDING', 'CAPTURED', 'FAILED', 'REFUNDED'))
);
-- #endregion order-item
