package shop.consistency;

import java.util.ArrayList;
import java.util.List;

/** Takes all writes, numbers them, and ships them to replicas when told to. */
public final class Primary {

    record Change(long version, String key, String value) {}

    private final List<Change> log = new ArrayList<>();
    private final Replica self = new Replica();
    private final List<Replica> replicas = List.of(new Replica(), new Replica());

    long write(String key, String value) {
        var change = new Change(log.size() + 1L, key, value);
        log.add(change);
        self.apply(change);
        return change.version();
    }

    /** Ships everything up to a version to one replica; tests use it to create lag. */
    public void ship(int replica, long version) {
        Replica target = replicas.get(replica);
        log.stream().filter(c -> c.version() > target.applied() && c.version() <= version).forEach(target::apply);
    }

    Replica replica(int index) {
        return replicas.get(index);
    }

    Replica self() {
        return self;
    }
}
