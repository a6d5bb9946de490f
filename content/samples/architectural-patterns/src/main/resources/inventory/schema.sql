create table product (sku varchar(20) primary key, stock int not null check (stock >= 0));
create table reservation (order_id bigint primary key, sku varchar(20) not null, quantity int not null, status varchar(10) not null);
insert into product values ('KB-01', 10);
