CREATE TABLE notification (
  customer_id bigint NOT NULL REFERENCES customer,
  no          bigint NOT NULL,                 -- 1, 2, 3 … for each customer, without gaps
  event_id    uuid   NOT NULL UNIQUE,          -- an event that comes again is told once
  type        text   NOT NULL,
  body        text   NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, no)
);

CREATE FUNCTION wake_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('notification', NEW.customer_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notification_wake_up
  AFTER INSERT ON notification FOR EACH ROW EXECUTE FUNCTION wake_up();

CREATE TABLE chat_line (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id  bigint NOT NULL REFERENCES orders,
  author    bigint NOT NULL REFERENCES account,
  client_id text   NOT NULL,                   -- given by the client: a message that comes again is stored once
  body      text   NOT NULL CHECK (length(body) <= 4000),
  sent_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (order_id, author, client_id)
);
