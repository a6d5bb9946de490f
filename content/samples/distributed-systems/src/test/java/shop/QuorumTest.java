package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryForever;
import org.apache.curator.retry.RetryNTimes;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingCluster;
import org.apache.zookeeper.KeeperException;
import org.junit.jupiter.api.Test;

/** Three real ZooKeeper servers inside this JVM. */
class QuorumTest {

    // #region quorum
    @Test
    void twoOfThreeWriteAndOneOfThreeRefuses() throws Exception {
        try (var cluster = new TestingCluster(3)) {
            cluster.start();
            var servers = cluster.getInstances().toArray(InstanceSpec[]::new);
            try (var zk = CuratorFrameworkFactory.newClient(
                    cluster.getConnectString(), 10_000, 5_000,
                    new RetryForever(200))) {
                zk.start();
                zk.create().forPath("/leader", "shop-api-1".getBytes());

                cluster.killServer(servers[0]);
                zk.setData().forPath("/leader", "shop-api-2".getBytes());
                assertThat(zk.getData().forPath("/leader"))
                        .isEqualTo("shop-api-2".getBytes());
            }
            cluster.killServer(servers[1]);
            try (var zk = CuratorFrameworkFactory.newClient(
                    cluster.getConnectString(), 10_000, 1_000,
                    new RetryNTimes(2, 200))) {
                zk.start();
                assertThatThrownBy(() -> zk.setData()
                                .forPath("/leader", "shop-api-3".getBytes()))
                        .isInstanceOf(
                                KeeperException.ConnectionLossException.class);
            }
        }
    }
    // #endregion quorum
}
