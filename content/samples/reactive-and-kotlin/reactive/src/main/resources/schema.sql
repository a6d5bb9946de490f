drop table if exists product;
drop table if exists price_history;
create table product (
  id identity primary key,
  sku varchar(40) not null unique,
  name varchar(200) not null,
  price numeric(10, 2) not null check (price >= 0)
);
create table price_history (
  id identity primary key,
  sku varchar(40) not null,
  price numeric(10, 2) not null check (price < 1000)
);
insert into product (sku, name, price) values ('mug', 'Mug', 12.50), ('pen', 'Pen', 2.00);
