package shop;

import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The whole shop on a real PostgreSQL, started once for all tests that extend this, and tokens for its callers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.grpc.server.port=0", "spring.jpa.properties.hibernate.generate_statistics=true",
        "WAREHOUSE_PASSWORD=a warehouse demo password"})
@Import(ShopTest.RealDatabase.class)
abstract class ShopTest {
    @TestConfiguration
    static class RealDatabase {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws Exception {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return postgres.getPostgresDatabase();
        }
    }

    /** Hash of a password that no test sends. */
    static final String NO_PASSWORD = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("a password of nobody");

    @Autowired Tokens tokens;
    @Autowired JdbcClient rows;

    /** Token of an account with this role that buys nothing. */
    String bearer(Role role) {
        return "Bearer " + tokens.issue(new Account(0, role.name().toLowerCase() + "@shop.example", "", role));
    }

    /** Token of the customer, whose account is made at the first call. */
    synchronized String bearer(Customer who) {
        long account = rows.sql("select id from account where customer_id = ?").param(who.id).query(Long.class).optional()
                .orElseGet(() -> rows.sql("""
                        insert into account (email, password_hash, customer_id) values (?, ?, ?)
                        returning id""").params(who.email.toLowerCase(), NO_PASSWORD, who.id).query(Long.class).single());
        return "Bearer " + tokens.issue(new Account(account, who.email, "", Role.CUSTOMER));
    }

    /** A new order with nothing in it. */
    long orderOf(Customer who) {
        return rows.sql("insert into orders (customer_id) values (?) returning id").param(who.id).query(Long.class).single();
    }

    static ClientInterceptor with(String bearer) {
        var headers = new Metadata();
        headers.put(InventoryDoor.AUTHORIZATION, bearer);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
