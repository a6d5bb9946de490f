create table payment (order_id bigint primary key, amount numeric(10, 2) not null, status varchar(10) not null);
