-- #region index
CREATE INDEX CONCURRENTLY orders_feed ON orders (created_at DESC, id DESC);
-- #endregion index
