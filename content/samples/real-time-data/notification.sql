-- #region table
CREATE TABLE notification (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL,
  type        text   NOT NULL,
  body        text   NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX notification_catch_up ON notification (customer_id, id);

CREATE FUNCTION wake_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('notification', NEW.customer_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notification_wake_up
  AFTER INSERT ON notification FOR EACH ROW EXECUTE FUNCTION wake_up();
-- #endregion table

-- #region listen
LISTEN notification;  -- each application instance, once, at start

INSERT INTO notification (customer_id, type, body)
VALUES (7, 'order-shipped', 'Order 42 is on its way');

-- what each open stream of customer 7 then runs
SELECT id, type, body FROM notification
WHERE customer_id = 7 AND id > 0 ORDER BY id LIMIT 100;
-- #endregion listen
