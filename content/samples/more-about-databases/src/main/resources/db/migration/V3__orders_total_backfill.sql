-- #region backfill
DO $$
BEGIN
  LOOP
    UPDATE orders o
    SET total = (SELECT coalesce(sum(i.quantity * i.unit_price), 0)
                 FROM order_item i WHERE i.order_id = o.id)
    WHERE o.id IN (SELECT id FROM orders WHERE total IS NULL
                   ORDER BY id LIMIT 1000);
    EXIT WHEN NOT FOUND;
    COMMIT;                                   -- locks last for one batch
  END LOOP;
END $$;
-- #endregion backfill
