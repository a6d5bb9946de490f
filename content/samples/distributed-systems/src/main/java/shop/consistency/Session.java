package shop.consistency;

/** What one customer has written and seen; kept in a cookie or a token, not on one server. */
public final class Session {

    private final Primary primary;
    private long seen;

    public Session(Primary primary) {
        this.primary = primary;
    }

    // #region session
    public long write(String key, String value) {
        seen = Math.max(seen, primary.write(key, value));
        return seen;
    }

    /** Uses the replica only if it has caught up with this session. */
    public String read(String key, int replica) {
        Replica copy = primary.replica(replica);
        Replica source = copy.applied() >= seen ? copy : primary.self();
        seen = Math.max(seen, source.applied());
        return source.get(key);
    }
    // #endregion session

    /** A read with no promise beyond "eventually". */
    public String readAnything(String key, int replica) {
        return primary.replica(replica).get(key);
    }
}
