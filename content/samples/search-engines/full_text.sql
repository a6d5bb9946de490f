-- Full-text search in PostgreSQL. Run: psql -v ON_ERROR_STOP=1 -f full_text.sql
-- #region table
CREATE TABLE product (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku    text NOT NULL UNIQUE,
    name   text NOT NULL,
    about  text NOT NULL,
    search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', name), 'A') ||
        setweight(to_tsvector('english', about), 'B')
    ) STORED
);
CREATE INDEX product_search ON product USING gin (search);
-- #endregion table

INSERT INTO product (sku, name, about) VALUES
    ('MUG-BLUE', 'Blue coffee mug', 'Ceramic, holds 300 ml, safe in dishwashers.'),
    ('MUG-TRAVEL', 'Travel mug', 'Steel mug that keeps coffee hot for six hours.'),
    ('GRINDER', 'Coffee grinder', 'Grinds beans coarse or fine.'),
    ('POT', 'Tea pot', 'Blue ceramic, with two cups.');

\pset footer off
-- #region query
SELECT name,
       round(ts_rank(search, query)::numeric, 2) AS rank,
       ts_headline('english', about, query, 'StartSel=[, StopSel=]') AS excerpt
FROM product, websearch_to_tsquery('english', 'coffee mugs') AS query
WHERE search @@ query
ORDER BY rank DESC;
-- #endregion query

-- #region vector
SELECT to_tsvector('english', 'Steel mugs keep coffee hot');
-- #endregion vector

-- #region typo
CREATE EXTENSION pg_trgm;
SELECT name, round(word_similarity('grindr', name)::numeric, 2) AS similarity
FROM product
WHERE 'grindr' <% name
ORDER BY similarity DESC;
-- #endregion typo
