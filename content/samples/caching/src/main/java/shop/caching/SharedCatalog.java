package shop.caching;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.NearCacheConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;

/** A cache whose servers are the shop's own processes: every member holds a share of the map. */
public class SharedCatalog implements AutoCloseable {

    private final HazelcastInstance member;

    // #region hazelcast
    public SharedCatalog(String clusterName, int port) {
        var products = new MapConfig("product")
                .setTimeToLiveSeconds(600)
                .setBackupCount(1)
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LFU)
                        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                        .setSize(10_000))
                .setNearCacheConfig(
                        new NearCacheConfig().setInvalidateOnChange(true));
        var config = new Config()
                .setClusterName(clusterName)
                .addMapConfig(products);
        var network = config.getNetworkConfig().setPort(port);
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin().getTcpIpConfig().setEnabled(true).addMember("127.0.0.1");
        this.member = Hazelcast.newHazelcastInstance(config);
    }

    public IMap<Long, String> products() {
        return member.getMap("product");
    }
    // #endregion hazelcast

    public int members() {
        return member.getCluster().getMembers().size();
    }

    void crash() {
        member.getLifecycleService().terminate(); // no hand-over: what a killed process does
    }

    @Override
    public void close() {
        member.shutdown(); // graceful: hands its partitions to the others first
    }
}
