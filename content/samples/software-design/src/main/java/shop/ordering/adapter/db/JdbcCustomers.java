package shop.ordering.adapter.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import shop.ordering.application.Customers;

@Repository
class JdbcCustomers implements Customers {
    private final JdbcClient db;

    JdbcCustomers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean exists(long id) {
        return db.sql("select exists (select from customer where id = ?)").param(id).query(Boolean.class).single();
    }
}
