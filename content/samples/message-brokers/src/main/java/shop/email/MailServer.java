package shop.email;

/** The mail provider's API. */
public interface MailServer {

    /** The message id lets the provider drop a second copy. */
    void send(String messageId, long orderId, String template) throws UnknownTemplate;
}
