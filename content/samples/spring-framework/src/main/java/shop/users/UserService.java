package shop.users;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import shop.mail.Mailer;
import tools.jackson.databind.node.ObjectNode;

// #region service
@Service
class UserService {
    private final UserStore store;
    private final Mailer mailer;
    private final Clock clock;
    private final MergePatch patches;

    UserService(
            UserStore store, Mailer mailer, Clock clock, MergePatch patches) {
        this.store = store;
        this.mailer = mailer;
        this.clock = clock;
        this.patches = patches;
    }

    @Audited("user.create")
    public User create(UserData data) {
        User user = store.insert(data, clock.instant());
        mailer.send(user.data().email(), "Welcome to the shop");
        return user;
    }
    // #endregion service

    public List<User> list(Role role, int size) {
        return store.list(role, size);
    }

    public User get(long id) {
        return store.find(id).orElseThrow(() -> new UserNotFound(id));
    }

    @Audited("user.replace")
    public User replace(long id, UserData data) {
        return store.replace(id, data);
    }

    @Audited("user.patch")
    public User patch(long id, ObjectNode patch) {
        return store.replace(id, patches.apply(get(id).data(), patch));
    }

    @Audited("user.delete")
    public void delete(long id) {
        if (!store.delete(id)) throw new UserNotFound(id);
    }
}
