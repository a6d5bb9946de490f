create sequence order_seq start with 1;
create table product (sku varchar(20) primary key, stock int not null check (stock >= 0));
create table orders (id bigint primary key, customer_id bigint not null, status varchar(10) not null);
create table payment (order_id bigint primary key references orders (id), amount numeric(10, 2) not null, status varchar(10) not null);
insert into product values ('KB-01', 10);
