package shop.lock;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.locks.InterProcessMutex;

/** Curator's lock; its fencing number is the transaction id that created the holder's node. */
public final class ZooKeeperLock {

    private final CuratorFramework zk;
    private final InterProcessMutex mutex;
    private final String path;

    public ZooKeeperLock(CuratorFramework zk, String path) {
        this.zk = zk;
        this.path = path;
        this.mutex = new InterProcessMutex(zk, path);
    }

    // #region zookeeper
    public Optional<Long> tryAcquire(long millis) throws Exception {
        if (!mutex.acquire(millis, TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        String mine = mutex.getParticipantNodes().iterator().next();   // the lowest number holds the lock
        return Optional.of(zk.checkExists().forPath(mine).getCzxid());
    }
    // #endregion zookeeper

    public void release() throws Exception {
        mutex.release();
    }

    public String path() {
        return path;
    }
}
