create table if not exists customer (
  id    bigint generated always as identity primary key,
  name  text not null,
  email text not null unique
);
create table if not exists product (
  id    bigint generated always as identity primary key,
  sku   text not null unique,
  name  text not null,
  price numeric(10,2) not null check (price >= 0),
  stock integer not null check (stock >= 0)
);
create table if not exists orders (
  id          bigint generated always as identity primary key,
  customer_id bigint not null references customer (id),
  status      text not null check (status in ('NEW', 'PAID', 'SHIPPED', 'CANCELLED')),
  created_at  timestamptz not null
);
create table if not exists order_item (
  id         bigint generated always as identity primary key,
  order_id   bigint not null references orders (id),
  product_id bigint not null references product (id),
  quantity   integer not null check (quantity > 0),
  unit_price numeric(10,2) not null
);
-- #region stock-event
create table if not exists stock_event (
  sku     text        not null,
  version integer     not null check (version > 0),
  type    text        not null,
  data    jsonb       not null,
  at      timestamptz not null default now(),
  primary key (sku, version)
);
-- #endregion stock-event
