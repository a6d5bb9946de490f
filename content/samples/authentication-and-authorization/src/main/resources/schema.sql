CREATE TABLE IF NOT EXISTS customer (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL,
  email text NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS product (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku   text NOT NULL UNIQUE,
  name  text NOT NULL,
  price numeric(10, 2) NOT NULL CHECK (price >= 0),
  stock integer NOT NULL CHECK (stock >= 0)
);

CREATE TABLE IF NOT EXISTS orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customer,
  status      text NOT NULL DEFAULT 'NEW',
  created_at  timestamptz NOT NULL DEFAULT now()
);

-- #region account
CREATE TABLE IF NOT EXISTS account (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email         text NOT NULL UNIQUE CHECK (email = lower(email)),
  password_hash text NOT NULL,
  role          text NOT NULL DEFAULT 'CUSTOMER'
                CHECK (role IN ('CUSTOMER', 'CLERK', 'ADMIN')),
  customer_id   bigint REFERENCES customer   -- empty for staff
);
-- #endregion account
