create table product (id bigint primary key, sku varchar(40) not null, name varchar(200) not null,
  price numeric(10, 2) not null, stock integer not null);
insert into product values (42, 'MUG-BLUE', 'Blue mug', 12.50, 100), (43, 'TEA-250', 'Green tea', 8.90, 50);
