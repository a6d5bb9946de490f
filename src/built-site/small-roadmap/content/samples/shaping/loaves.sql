-- The loaves of a morning.
-- #region table
CREATE TABLE loaf (
  name  text PRIMARY KEY,
  grams integer NOT NULL CHECK (grams > 0)
);
-- #endregion table

INSERT INTO loaf VALUES ('Boule', 900), ('Baguette', 250), ('Batard', 500);

\echo == heaviest
-- #region heaviest
SELECT name, grams
FROM loaf
ORDER BY grams DESC
LIMIT 2;
-- #endregion heaviest

\echo == refused
-- #region refused
INSERT INTO loaf VALUES ('Crumb', 0);
-- #endregion refused
