-- One owner of the rights, two logins that take turns. Works in any empty database.
-- #region rotation
create role shop_api_rights nologin;
create table payment (
  id bigint generated always as identity primary key,
  amount numeric(10, 2) not null
);
grant select, insert on payment to shop_api_rights;

-- January: the API logs in as a. In real
-- life the passwords come from a generator.
create role shop_api_a login password 'only-for-this-example-a'
  in role shop_api_rights;

-- April, step 1: make b, and give it to the API while a still works.
create role shop_api_b login password 'only-for-this-example-b'
  in role shop_api_rights;

-- Step 2: is anybody still logged in as a?
select usename, count(*) from pg_stat_activity
where usename in ('shop_api_a', 'shop_api_b') group by usename;

-- Step 3: only when that shows no a: close the old login, and cut what is left.
alter role shop_api_a nologin password null;
select pg_terminate_backend(pid) from pg_stat_activity
where usename = 'shop_api_a';
-- #endregion rotation

select rolname, rolcanlogin from pg_roles where rolname like 'shop_api_%' order by rolname;
drop table payment;
drop role shop_api_a, shop_api_b, shop_api_rights;
