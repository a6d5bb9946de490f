create table product (
  id    bigint primary key,
  sku   text not null unique,
  name  text not null,
  price numeric(10, 2) not null,
  stock integer not null check (stock >= 0)
);

create table orders (
  id          bigint generated always as identity primary key,
  customer_id bigint not null,
  status      text not null check (status in ('NEW', 'PAID', 'SHIPPED', 'CANCELLED')),
  created_at  timestamptz not null default now()
);

create table order_item (
  id         bigint generated always as identity primary key,
  order_id   bigint not null references orders,
  product_id bigint not null,
  quantity   integer not null check (quantity > 0),
  unit_price numeric(10, 2) not null
);

-- #region reservation
create table stock_reservation (
  order_id   bigint not null,
  product_id bigint not null references product,
  quantity   integer not null,
  primary key (order_id, product_id)
);
-- #endregion reservation

create table payment (
  id       bigint generated always as identity primary key,
  order_id bigint not null unique,
  amount   numeric(10, 2) not null,
  status   text not null check (status in ('PENDING', 'CAPTURED', 'FAILED')),
  created_at timestamptz not null default now()
);

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
