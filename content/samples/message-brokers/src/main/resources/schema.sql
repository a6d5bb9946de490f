-- The tables of phases 4 and 11 as far as these services use them. V7__events.sql adds what is new in this phase.
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
  status      text not null default 'NEW'
              check (status in ('NEW', 'PAID', 'SHIPPED', 'CANCELLED')),
  created_at  timestamptz not null default now(),
  total       numeric(10, 2) not null
);

create table order_item (
  id         bigint generated always as identity primary key,
  order_id   bigint not null references orders,
  product_id bigint not null,
  quantity   integer not null check (quantity > 0),
  unit_price numeric(10, 2) not null
);

create table payment (
  id       bigint generated always as identity primary key,
  order_id bigint not null references orders,
  amount   numeric(10, 2) not null check (amount > 0),
  status   text not null default 'PENDING'
           check (status in ('PENDING', 'CAPTURED', 'FAILED', 'REFUNDED'))
);
