package shop.kubernetes;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

// #region readiness
/** While the index is rebuilt, this copy asks for no traffic and no restart. */
@Component
public class StockIndex {

    private final ApplicationEventPublisher events;

    public StockIndex(ApplicationEventPublisher events) {
        this.events = events;
    }

    public void rebuild(Runnable work) {
        tell(ReadinessState.REFUSING_TRAFFIC);
        try {
            work.run();
        } finally {
            tell(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    private void tell(ReadinessState state) {
        AvailabilityChangeEvent.publish(events, this, state);
    }
}
// #endregion readiness
