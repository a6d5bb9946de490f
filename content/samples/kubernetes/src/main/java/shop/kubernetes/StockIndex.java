package shop.kubernetes;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

// #region readiness
/** While the stock index is rebuilt, this copy of the API asks for no traffic, and for no restart either. */
@Component
public class StockIndex {

    private final ApplicationEventPublisher events;

    public StockIndex(ApplicationEventPublisher events) {
        this.events = events;
    }

    public void rebuild(Runnable work) {
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        try {
            work.run();
        } finally {
            AvailabilityChangeEvent.publish(events, this, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }
}
// #endregion readiness
