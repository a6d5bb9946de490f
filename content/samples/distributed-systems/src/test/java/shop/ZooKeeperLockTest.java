package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import shop.lock.ZooKeeperLock;

class ZooKeeperLockTest {

    @Test
    void aDeadHolderFreesTheLockAndTheNextNumberIsHigher() throws Exception {
        try (var server = new TestingServer();
                var one = CuratorFrameworkFactory.newClient(server.getConnectString(), new RetryOneTime(100));
                var two = CuratorFrameworkFactory.newClient(server.getConnectString(), new RetryOneTime(100))) {
            one.start();
            two.start();
            var first = new ZooKeeperLock(one, "/locks/payout");
            var second = new ZooKeeperLock(two, "/locks/payout");

            long fence = first.tryAcquire(2_000).orElseThrow();
            assertThat(second.tryAcquire(200)).isEmpty();
            one.close();                                      // the process dies, its ephemeral node goes
            assertThat(second.tryAcquire(5_000).orElseThrow()).isGreaterThan(fence);
            second.release();
        }
    }
}
