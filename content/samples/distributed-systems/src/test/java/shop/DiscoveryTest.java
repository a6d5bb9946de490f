package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.apache.curator.x.discovery.ServiceDiscoveryBuilder;
import org.junit.jupiter.api.Test;
import shop.discovery.InventoryRegistry;

class DiscoveryTest {

    @Test
    void instancesComeAndGoAndTheListSurvivesTheRegistry() throws Exception {
        try (var server = new TestingServer();
                var first = client(server);
                var second = client(server);
                var caller = client(server);
                var a = InventoryRegistry.register(first, "10.0.0.7", 8082);
                var discovery = ServiceDiscoveryBuilder.builder(Void.class).client(caller).basePath("/services").build()) {
            discovery.start();
            try (var cache = InventoryRegistry.watch(discovery)) {
                await(() -> cache.getInstances().size() == 1);
                InventoryRegistry.register(second, "10.0.0.8", 8082);
                await(() -> cache.getInstances().size() == 2);

                second.close();                                    // the process is gone, with its session
                await(() -> cache.getInstances().size() == 1);
                assertThat(InventoryRegistry.choose(cache).getAddress()).isEqualTo("10.0.0.7");

                server.stop();                                     // no registry at all
                assertThat(InventoryRegistry.choose(cache).getAddress()).isEqualTo("10.0.0.7");
                server.restart();
            }
        }
    }

    private static CuratorFramework client(TestingServer server) {
        var client = CuratorFrameworkFactory.newClient(server.getConnectString(), 5_000, 3_000, new RetryOneTime(100));
        client.start();
        return client;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 100 && !condition.call(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.call()).isTrue();
    }
}
