package shop.users;

import java.time.Instant;
import java.util.*;
import org.springframework.stereotype.Repository;

/** In memory, so that the sample runs anywhere. One instance serves all threads: hence synchronized. */
@Repository
class UserStore {
    private final Map<Long, User> byId = new TreeMap<>();
    private long lastId;

    synchronized List<User> list(Role role, int size) {
        return byId.values().stream()
                .filter(u -> role == null || u.data().role() == role)
                .limit(size).toList();
    }

    synchronized Optional<User> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized User insert(UserData data, Instant now) {
        refuseDuplicate(data.email(), 0);
        User user = new User(++lastId, data, now);
        byId.put(user.id(), user);
        return user;
    }

    synchronized User replace(long id, UserData data) {
        User old = find(id).orElseThrow(() -> new UserNotFound(id));
        refuseDuplicate(data.email(), id);
        User user = new User(id, data, old.createdAt());
        byId.put(id, user);
        return user;
    }

    synchronized boolean delete(long id) {
        return byId.remove(id) != null;
    }

    synchronized int count() {
        return byId.size();
    }

    private void refuseDuplicate(String email, long exceptId) {
        if (byId.values().stream().anyMatch(u -> u.id() != exceptId && u.data().email().equalsIgnoreCase(email)))
            throw new EmailTaken();
    }
}
