create table if not exists customer (
    id    bigint generated always as identity primary key,
    name  text not null,
    email text not null unique
);
create table if not exists account (
    email         text primary key references customer (email),
    password_hash text not null
);
create table if not exists product (
    id    bigint generated always as identity primary key,
    sku   text not null unique,
    name  text not null,
    price numeric(10,2) not null check (price >= 0)
);
create table if not exists orders (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references customer (id),
    status      text not null default 'NEW'
);
create table if not exists review (
    id         bigint generated always as identity primary key,
    product_id bigint not null references product (id),
    author     text not null,
    homepage   text not null default '',
    body       text not null
);
