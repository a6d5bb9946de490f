-- The shop's seventh migration, after those of phase 11: what events between services need.

-- #region payment
-- Phase 4 lets an order be paid in parts, and a listener may see events twice.
-- So each part has a number, refused a second time. The listener takes part 1.
ALTER TABLE payment
  ADD COLUMN part smallint NOT NULL DEFAULT 1,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
UPDATE payment p SET part = n.part
FROM (SELECT id, row_number() OVER (PARTITION BY order_id ORDER BY id) AS part
      FROM payment) n
WHERE n.id = p.id AND n.part > 1;
ALTER TABLE payment ADD UNIQUE (order_id, part);
-- #endregion payment

-- #region reservation
create table stock_reservation (
  order_id   bigint not null,
  product_id bigint not null references product,
  quantity   integer not null,
  primary key (order_id, product_id)
);
-- #endregion reservation

-- #region outbox
create table outbox (
  id         bigint generated always as identity primary key,
  event_id   uuid not null unique,
  topic      text not null,
  record_key text not null,
  payload    text not null,
  created_at timestamptz not null default now(),
  sent_at    timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;

create table processed_event (
  consumer     text not null,
  event_id     uuid not null,
  processed_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
-- #endregion outbox

-- #region audit
create table audit_event (
  topic          text not null,
  partition_no   integer not null,
  offset_no      bigint not null,
  record_key     text,
  recorded_at    timestamptz not null,
  payload        text not null,
  primary key (topic, partition_no, offset_no)
);
-- #endregion audit
