drop table if exists order_item;
drop table if exists orders;
create table orders (
  id identity primary key,
  customer_id bigint not null,
  status varchar(20) not null
);
create table order_item (
  id identity primary key,
  order_id bigint not null references orders (id),
  sku varchar(40) not null,
  quantity int not null check (quantity <= 100)
);
