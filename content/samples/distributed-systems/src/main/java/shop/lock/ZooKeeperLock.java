package shop.lock;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.locks.InterProcessMutex;
import org.apache.zookeeper.data.Stat;

/** Curator's lock; its fencing number is the transaction id that created the holder's node. */
public final class ZooKeeperLock {

    private final CuratorFramework zk;
    private final Mutex mutex;
    private final String path;

    public ZooKeeperLock(CuratorFramework zk, String path) {
        this.zk = zk;
        this.path = path;
        this.mutex = new Mutex(zk, path);
    }

    // #region zookeeper
    public Optional<Long> tryAcquire(long millis) throws Exception {
        if (!mutex.acquire(millis, TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        Stat mine = zk.checkExists().forPath(mutex.node());
        if (mine == null) {                        // our session ended in between
            mutex.release();
            return Optional.empty();
        }
        return Optional.of(mine.getCzxid());
    }
    // #endregion zookeeper

    /** Shows the holder's own node, which Curator keeps to subclasses. */
    private static final class Mutex extends InterProcessMutex {

        Mutex(CuratorFramework zk, String path) {
            super(zk, path);
        }

        String node() {
            return getLockPath();
        }
    }

    public void release() throws Exception {
        mutex.release();
    }

    public String path() {
        return path;
    }
}
