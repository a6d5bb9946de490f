package shop.discovery;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.x.discovery.ServiceCache;
import org.apache.curator.x.discovery.ServiceDiscovery;
import org.apache.curator.x.discovery.ServiceDiscoveryBuilder;
import org.apache.curator.x.discovery.ServiceInstance;

/** Registers and finds instances of the inventory service in ZooKeeper. */
public final class InventoryRegistry {

    private InventoryRegistry() {}

    // #region register
    /** An ephemeral node: ZooKeeper removes it when this process's session ends. */
    public static ServiceDiscovery<Void> register(
            CuratorFramework zk, String host, int port) throws Exception {
        ServiceInstance<Void> self = ServiceInstance.<Void>builder()
                .name("inventory").address(host).port(port).build();
        ServiceDiscovery<Void> discovery = ServiceDiscoveryBuilder
                .builder(Void.class)
                .client(zk).basePath("/services").thisInstance(self).build();
        discovery.start();
        return discovery;
    }

    /**
     * A local list that watches keep up to date;
     * it still answers if ZooKeeper does not.
     */
    public static ServiceCache<Void> watch(ServiceDiscovery<Void> discovery)
            throws Exception {
        ServiceCache<Void> cache =
                discovery.serviceCacheBuilder().name("inventory").build();
        cache.start();
        return cache;
    }

    public static ServiceInstance<Void> choose(ServiceCache<Void> cache) {
        var known = cache.getInstances();
        if (known.isEmpty()) {
            throw new IllegalStateException(
                    "no instance of inventory is registered");
        }
        return known.get(ThreadLocalRandom.current().nextInt(known.size()));
    }
    // #endregion register
}
