create sequence order_seq start with 1;
create table product_copy (sku varchar(20) primary key, price numeric(10, 2) not null);
create table orders (
  id bigint primary key,
  customer_id bigint not null,
  sku varchar(20) not null,
  quantity int not null check (quantity > 0),
  unit_price numeric(10, 2) not null,
  status varchar(10) not null,
  attempts int not null default 0,
  next_attempt_at timestamp with time zone not null default current_timestamp
);
insert into product_copy values ('KB-01', 89.00);
