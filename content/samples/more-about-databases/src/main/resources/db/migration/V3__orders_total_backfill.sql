-- #region backfill
DO $$
DECLARE
  done bigint := 0;  -- up to here every order has a total
  upto bigint;
BEGIN
  LOOP
    SELECT max(id) INTO upto FROM (
      SELECT id FROM orders WHERE id > done ORDER BY id LIMIT 1000) AS batch;
    EXIT WHEN upto IS NULL;
    UPDATE orders o
    SET total = (SELECT coalesce(sum(i.quantity * i.unit_price), 0)
                 FROM order_item i WHERE i.order_id = o.id)
    WHERE o.id > done AND o.id <= upto
      AND o.total IS NULL;  -- asked again where a writer was faster
    COMMIT;                 -- locks last for one batch
    done := upto;
  END LOOP;
END $$;
-- #endregion backfill
