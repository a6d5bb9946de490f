-- Renames customer.name to customer.full_name while old and new versions run side by side.
CREATE TABLE IF NOT EXISTS customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE);
INSERT INTO customer (name, email)
SELECT 'Customer ' || n, 'c' || n || '@shop.example' FROM generate_series(1, 2500) AS n;

-- #region expand
-- 1 Expand: a column nobody needs yet; give up rather than wait for a long lock
SET lock_timeout = '2s';
ALTER TABLE customer ADD COLUMN full_name text;

-- 2 Keep both columns equal, whichever version of the service writes
CREATE FUNCTION customer_name_sync() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.full_name := coalesce(NEW.full_name, NEW.name);
    NEW.name      := coalesce(NEW.name, NEW.full_name);
  ELSIF NEW.full_name IS DISTINCT FROM OLD.full_name THEN
    NEW.name := NEW.full_name;
  ELSE
    NEW.full_name := NEW.name;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER customer_name_sync BEFORE INSERT OR UPDATE ON customer
  FOR EACH ROW EXECUTE FUNCTION customer_name_sync();
-- #endregion expand

-- #region backfill
-- 3 Backfill in small transactions, so that no lock is held for long
DO $$
DECLARE changed integer;
BEGIN
  LOOP
    UPDATE customer SET full_name = name WHERE full_name IS NULL AND id IN (
      SELECT id FROM customer WHERE full_name IS NULL ORDER BY id LIMIT 1000);
    GET DIAGNOSTICS changed = ROW_COUNT;
    EXIT WHEN changed = 0;
    RAISE NOTICE 'backfilled %', changed;
    COMMIT;
  END LOOP;
END $$;

-- 4 Prove it without blocking writers, then read from the new column
ALTER TABLE customer ADD CONSTRAINT full_name_present
  CHECK (full_name IS NOT NULL) NOT VALID;
ALTER TABLE customer VALIDATE CONSTRAINT full_name_present;
-- #endregion backfill

-- Both versions write during the roll-out.
INSERT INTO customer (name, email) VALUES ('Old Version', 'old@shop.example');
INSERT INTO customer (full_name, name, email) VALUES ('New Version', NULL, 'new@shop.example');
UPDATE customer SET full_name = 'Renamed By New' WHERE email = 'old@shop.example';
SELECT name, full_name FROM customer WHERE email IN ('old@shop.example', 'new@shop.example') ORDER BY email;

-- #region contract
-- 5 Contract: a later release, once no running version mentions name. In one
-- transaction: between the two, an insert without a name would be refused.
BEGIN;
SET LOCAL lock_timeout = '2s';
DROP TRIGGER customer_name_sync ON customer;
ALTER TABLE customer DROP COLUMN name;
COMMIT;
DROP FUNCTION customer_name_sync();
-- #endregion contract
