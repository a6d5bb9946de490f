-- The tables of phase 4 as the Java code of this phase needs them.
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
  created_at  timestamptz not null default now()
);
create table if not exists order_item (
  id         bigint generated always as identity primary key,
  order_id   bigint not null references orders (id),
  product_id bigint not null references product (id),
  quantity   integer not null check (quantity > 0),
  unit_price numeric(10,2) not null
);
create index if not exists orders_customer_id_idx on orders (customer_id);
create index if not exists order_item_order_id_idx on order_item (order_id);
create table if not exists voucher (
  id      bigint generated always as identity primary key,
  code    text not null unique,
  balance numeric(10,2) not null check (balance >= 0),
  version integer not null default 0
);
