package shop.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import shop.mail.Mailer;

// #region event
/** Something that happened; who cares is not the sender's business. */
record UserJoined(String email) {}

@Component
class Registration {
    private final ApplicationEventPublisher events;

    Registration(ApplicationEventPublisher events) {
        this.events = events;
    }

    void join(String email) {
        // Returns when all listeners have.
        events.publishEvent(new UserJoined(email));
    }
}
// #endregion event

// #region listener
@Component
class Welcome {
    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final Mailer mailer;

    Welcome(Mailer mailer) {
        this.mailer = mailer;
    }

    @Async                                            // on a thread of its own
    @EventListener
    void greet(UserJoined event) {
        try {
            mailer.send(event.email(), "Welcome");
        } catch (RuntimeException e) {  // nobody else would hear of it
            log.error("no welcome mail for a new user", e);
        }
    }
}
// #endregion listener
