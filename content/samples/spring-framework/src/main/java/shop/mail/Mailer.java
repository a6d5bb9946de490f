package shop.mail;

public interface Mailer {
    void send(String to, String subject);

    boolean reachable();
}
