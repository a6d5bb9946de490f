-- The catalog of the first day.
INSERT INTO product (sku, name, price, stock) VALUES
  ('MUG-01', 'Stoneware mug', 12.50, 40),
  ('TEA-07', 'Green tea, 100 g', 6.90, 120);
