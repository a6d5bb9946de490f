INSERT INTO product (id, sku, name, price, stock) VALUES
  (41, 'TEA-041', 'Green tea', 7.50, 120),
  (42, 'MUG-042', 'Stoneware mug', 12.50, 80);
