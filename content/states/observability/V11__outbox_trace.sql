-- The trace that wrote the event; the relay sends from a thread of its own and knows of none.
ALTER TABLE outbox ADD COLUMN traceparent text;
