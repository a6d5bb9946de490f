package shop.message;

import java.util.Objects;

// #region parent
/** Something the shop tells a customer. What it says is up to the subclass. */
public abstract class Message {
    private final String to;

    protected Message(String to) {
        this.to = Objects.requireNonNull(to, "to");
    }

    protected abstract String text();

    protected Channel channel() {
        return Channel.MAIL;
    }

    public final String render() {
        return to + " via " + channel() + ": " + channel().fit(text());
    }
}
// #endregion parent
