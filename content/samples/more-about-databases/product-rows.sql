-- The products of setup.sql alone, for those who try a statement on a small machine or in the page.
\set QUIET on
CREATE TABLE product (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku   text NOT NULL UNIQUE,
  name  text NOT NULL,
  price numeric(10,2) NOT NULL,
  stock integer NOT NULL DEFAULT 0 CHECK (stock >= 0),
  attributes jsonb NOT NULL DEFAULT '{}'
);
INSERT INTO product (sku, name, price, stock, attributes)
SELECT 'SKU-' || n, 'Product ' || n, 5 + n % 90, 100,
       jsonb_build_object('color', (ARRAY['red','blue','green','black'])[1 + n % 4],
                          'size', n % 50)
FROM generate_series(1, 10000) n;
VACUUM ANALYZE product;
