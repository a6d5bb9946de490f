-- What a program needs to place orders with place-order.sql, and no right beyond that. Roles belong to the whole
-- server, not to one database; to take them away again: DROP OWNED BY shop_rights; DROP ROLE shop_api, shop_rights;
CREATE ROLE shop_rights NOLOGIN;
GRANT SELECT ON product TO shop_rights;
GRANT UPDATE (stock) ON product TO shop_rights;
GRANT SELECT, INSERT ON orders, order_item, payment TO shop_rights;

CREATE ROLE shop_api LOGIN IN ROLE shop_rights;
