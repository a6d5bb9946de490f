package shop.users;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

// #region gauge
@Component
class UserMetrics implements MeterBinder {
    private final UserStore store;

    UserMetrics(UserStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("shop.users.stored", store, UserStore::count)
                .register(registry);
    }
}
// #endregion gauge
