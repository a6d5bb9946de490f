CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE product
  ADD COLUMN about    text NOT NULL DEFAULT '',
  ADD COLUMN category text NOT NULL DEFAULT 'other';
-- Generated from the columns above, so it is never behind them. On a large table this rewrites it: plan a quiet hour.
ALTER TABLE product ADD COLUMN search tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', name), 'A') ||
  setweight(to_tsvector('english', about), 'B')
) STORED;
CREATE INDEX product_search ON product USING gin (search);
CREATE INDEX product_name_words ON product USING gin (to_tsvector('simple', name));
CREATE INDEX product_name_letters ON product USING gin (name gin_trgm_ops);
