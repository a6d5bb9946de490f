CREATE TABLE IF NOT EXISTS customer (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL,
  email text NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS product (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku     text NOT NULL UNIQUE,
  name    text NOT NULL,
  price   numeric(10, 2) NOT NULL CHECK (price >= 0),
  stock   integer NOT NULL CHECK (stock >= 0),
  version integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer,
  status      text NOT NULL DEFAULT 'NEW',
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS order_item (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id   bigint NOT NULL REFERENCES orders,
  product_id bigint NOT NULL REFERENCES product,
  quantity   integer NOT NULL CHECK (quantity > 0),
  unit_price numeric(10, 2) NOT NULL
);

-- #region keys
CREATE TABLE IF NOT EXISTS idempotency_key (
  customer_id  bigint NOT NULL REFERENCES customer,
  key          text   NOT NULL,
  request_hash text   NOT NULL,
  order_id     bigint REFERENCES orders,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, key)
);
-- #endregion keys
