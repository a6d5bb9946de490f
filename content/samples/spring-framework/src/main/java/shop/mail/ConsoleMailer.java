package shop.mail;

import org.slf4j.LoggerFactory;

/** Stands in for a mail server: good enough for a laptop and for tests. */
class ConsoleMailer implements Mailer {
    @Override
    public void send(String to, String subject) {
        LoggerFactory.getLogger(ConsoleMailer.class).info("mail: {}", subject);
    }

    @Override
    public boolean reachable() {
        return true;
    }
}
