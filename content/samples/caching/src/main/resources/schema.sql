CREATE TABLE IF NOT EXISTS product (
  id      bigint PRIMARY KEY,
  sku     text NOT NULL UNIQUE,
  name    text NOT NULL,
  price   numeric(10, 2) NOT NULL CHECK (price >= 0),
  stock   integer NOT NULL CHECK (stock >= 0),
  version bigint NOT NULL DEFAULT 1
);
