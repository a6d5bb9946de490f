package shop.auth.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the link. Phase 15 puts a queue behind it, so that the answer does not wait for a mail server. */
interface ResetMail {
    void send(String email, String link);
}

/** Stands in while there is no mail server: tells that a mail would go out, and never the link. */
@Component
class LoggedResetMail implements ResetMail {
    private static final Logger log = LoggerFactory.getLogger(ResetMail.class);

    @Override
    public void send(String email, String link) {
        log.info("a mail with a link to choose a new password goes out");
    }
}
