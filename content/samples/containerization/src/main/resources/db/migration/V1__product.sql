CREATE TABLE product (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku   text NOT NULL UNIQUE,
  name  text NOT NULL,
  price numeric(10,2) NOT NULL CHECK (price >= 0),
  stock integer NOT NULL CHECK (stock >= 0)
);

INSERT INTO product (sku, name, price, stock) VALUES
  ('MUG-01', 'Stoneware mug', 12.50, 40),
  ('TEA-07', 'Green tea, 100 g', 6.90, 120);
