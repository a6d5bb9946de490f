package shop.reserve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import shop.reserve.rpc.InventoryGrpc;
import shop.reserve.rpc.ReserveRequest;

/** Apart from the shop, so that the first version of its contract stays as it is. */
class ReserveOnceTest {
    static EmbeddedPostgres postgres;
    static JdbcClient db;
    static Server server;
    static ManagedChannel channel;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        var source = postgres.getPostgresDatabase();
        db = JdbcClient.create(source);
        db.sql("create table product (sku text primary key, stock int not null check (stock >= 0))").update();
        db.sql("create table reservation (request_id text primary key, sku text not null, quantity int not null,"
                + " left_over int)").update();
        var tx = new TransactionTemplate(new JdbcTransactionManager(source));
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new ReserveOnce(db, tx)).build().start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    }

    @AfterAll
    static void stop() throws Exception {
        channel.shutdownNow();
        server.shutdownNow();
        postgres.close();
    }

    @BeforeEach
    void fill() {
        db.sql("truncate product, reservation").update();
        db.sql("insert into product values ('MUG-1', 5)").update();
    }

    int reserve(String id, int quantity) {
        return InventoryGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS)
                .reserve(ReserveRequest.newBuilder().setSku("MUG-1").setQuantity(quantity).setRequestId(id).build())
                .getLeft();
    }

    int stock() {
        return db.sql("select stock from product").query(Integer.class).single();
    }

    // #region again
    @Test
    void aRepeatAnswersTheSameAndTakesNothing() {
        assertThat(reserve("order-42", 3)).isEqualTo(2);
        assertThat(reserve("order-42", 3)).isEqualTo(2);        // again
        assertThat(reserve("order-43", 1)).isEqualTo(1);
        assertThat(reserve("order-42", 3)).isEqualTo(2);        // much later
        assertThat(stock()).isEqualTo(1);
        assertThatThrownBy(() -> reserve("order-42", 1))
                .hasMessageContaining("ALREADY_EXISTS");        // something else
    }
    // #endregion again

    @Test
    void tenTriesAtOnceTakeTheStockOnce() throws Exception {
        var answers = new ArrayList<Future<Integer>>();
        try (var pool = Executors.newFixedThreadPool(10)) {
            for (int i = 0; i < 10; i++) answers.add(pool.submit(() -> reserve("order-44", 2)));
        }
        for (var answer : answers) assertThat(answer.get()).isEqualTo(3);
        assertThat(stock()).isEqualTo(3);
    }

    @Test
    void aRefusalKeepsNoKeySoALaterTryMaySucceed() {
        assertThatThrownBy(() -> reserve("order-45", 9)).hasMessageContaining("FAILED_PRECONDITION");
        db.sql("update product set stock = 9").update();
        assertThat(reserve("order-45", 9)).isZero();
        assertThatThrownBy(() -> reserve("", 1)).hasMessageContaining("INVALID_ARGUMENT");
    }
}
